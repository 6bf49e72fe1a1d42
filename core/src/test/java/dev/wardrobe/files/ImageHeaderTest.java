package dev.wardrobe.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.wardrobe.SharedData;
import dev.wardrobe.structures.ImageSize;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageHeaderTest {
  @ParameterizedTest
  @CsvSource({"true, 3", "false, 1"})
  void jpeg_of_the_platform_is_read(boolean colour, int components) throws IOException {
    for (boolean progressive : new boolean[] {false, true}) {
      ImageHeader header = read(jpeg(468, 624, colour, progressive));
      assertThat(header).isEqualTo(new ImageHeader(new ImageSize(468, 624), components, 1));
    }
  }

  @Test
  void cmyk_has_four_components() throws IOException {
    byte[] jpeg = new JpegBytes().frame(0xC0, 20, 10, 4).toByteArray();
    assertThat(read(jpeg)).isEqualTo(new ImageHeader(new ImageSize(20, 10), 4, 1));
  }

  @Test
  void largest_size_is_read_unsigned() throws IOException {
    assertThat(read(JpegBytes.colour(65_535, 65_535)).size())
        .isEqualTo(new ImageSize(65_535, 65_535));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
  void every_kind_of_frame_gives_the_size(int marker) throws IOException {
    byte[] jpeg = new JpegBytes().frame(marker, 7, 9, 3).toByteArray();
    assertThat(read(jpeg).size()).isEqualTo(new ImageSize(7, 9));
  }

  @Test
  void tables_comments_and_thumbnails_before_the_frame_are_skipped() throws IOException {
    byte[] thumbnail = new JpegBytes().frame(0xC0, 1, 1, 1).bytes(0xFF, 0xD9).toByteArray();
    byte[] jpeg =
        new JpegBytes()
            .segment(0xE0, thumbnail)
            .segment(0xE1, concat(JpegBytes.exifBody(ByteOrder.BIG_ENDIAN, 0x0112, 6), thumbnail))
            .segment(0xC4, new byte[30])
            .segment(0xC8, new byte[30])
            .segment(0xCC, new byte[30])
            .segment(0xDB)
            .segment(0xFE, new byte[65_000])
            .bytes(0xFF, 0x01, 0xFF, 0xD0, 0xFF, 0xD7, 0xFF, 0xFF, 0xFF)
            .frame(0xC2, 300, 200, 3)
            .toByteArray();
    // The fill bytes above are followed by the frame's own FF.
    assertThat(read(jpeg)).isEqualTo(new ImageHeader(new ImageSize(300, 200), 3, 6));
  }

  @Test
  void exif_orientation_is_read_in_both_byte_orders() throws IOException {
    for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      for (int orientation = 1; orientation <= 8; orientation++) {
        byte[] jpeg = new JpegBytes().exif(order, orientation).frame(0xC0, 30, 20, 3).toByteArray();
        assertThat(read(jpeg))
            .as("%s", order)
            .isEqualTo(new ImageHeader(new ImageSize(30, 20), 3, orientation));
      }
      for (int impossible : new int[] {0, 9, 65_535}) {
        byte[] jpeg = new JpegBytes().exif(order, impossible).frame(0xC0, 30, 20, 3).toByteArray();
        assertThat(read(jpeg).orientation()).isEqualTo(1);
      }
    }
  }

  @Test
  void orientation_stays_where_a_second_app1_segment_has_none() throws IOException {
    byte[] xmp = "http://ns.adobe.com/xap/1.0/\0<x/>".getBytes(StandardCharsets.US_ASCII);
    byte[] jpeg =
        new JpegBytes()
            .exif(ByteOrder.LITTLE_ENDIAN, 8)
            .segment(0xE1, xmp)
            .segment(0xE1, JpegBytes.exifBody(ByteOrder.BIG_ENDIAN, 0x0100, 3))
            .frame(0xC0, 30, 20, 3)
            .toByteArray();
    assertThat(read(jpeg).orientation()).isEqualTo(8);
  }

  @Test
  void exif_cut_anywhere_gives_no_orientation_and_no_error() throws IOException {
    byte[] whole = JpegBytes.exifBody(ByteOrder.BIG_ENDIAN, 0x0112, 6);
    for (int length = 0; length < whole.length; length++) {
      byte[] jpeg =
          new JpegBytes()
              .segment(0xE1, Arrays.copyOf(whole, length))
              .frame(0xC0, 30, 20, 3)
              .toByteArray();
      assertThat(read(jpeg).size()).as("cut at %d", length).isEqualTo(new ImageSize(30, 20));
    }
  }

  @Test
  void exif_with_any_byte_changed_gives_no_error() throws IOException {
    byte[] whole = JpegBytes.exifBody(ByteOrder.LITTLE_ENDIAN, 0x0112, 6);
    for (int at = 0; at < whole.length; at++) {
      for (int value : new int[] {0, 1, 0x7F, 0x80, 0xFF}) {
        byte[] changed = whole.clone();
        changed[at] = (byte) value;
        byte[] jpeg = new JpegBytes().segment(0xE1, changed).frame(0xC0, 30, 20, 3).toByteArray();
        assertThat(read(jpeg).orientation()).as("byte %d", at).isBetween(1, 8);
      }
    }
  }

  @Test
  void header_cut_anywhere_is_an_error() throws IOException {
    byte[] jpeg =
        new JpegBytes()
            .segment(0xE0, new byte[14])
            .exif(ByteOrder.BIG_ENDIAN, 6)
            .frame(0xC0, 30, 20, 3)
            .toByteArray();
    int needed = jpeg.length - 9;
    for (int length = 2; length < needed; length++) {
      byte[] cut = Arrays.copyOf(jpeg, length);
      assertThatIOException()
          .as("cut at %d", length)
          .isThrownBy(() -> read(cut))
          .withMessage("a JPEG that ends in its header");
    }
    assertThat(read(Arrays.copyOf(jpeg, needed)).orientation()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "10, 0", "0, 0"})
  void size_of_zero_is_an_error(int width, int height) {
    assertThatIOException()
        .isThrownBy(() -> read(JpegBytes.colour(width, height)))
        .withMessage("a JPEG of %d x %d pixels", width, height);
  }

  @Test
  void other_files_are_errors() {
    assertError("an empty file");
    assertError("a file of one byte", 0xFF);
    assertError("a file that starts with 89 50 instead of FF D8", 0x89, 0x50, 0x4E, 0x47);
    assertError("a file that starts with FF D9 instead of FF D8", 0xFF, 0xD9);
    assertError("a JPEG with byte 00 where a marker should be", 0xFF, 0xD8, 0x00);
    assertError("a JPEG whose pixels come before its size", 0xFF, 0xD8, 0xFF, 0xDA, 0, 2);
    assertError("a JPEG whose pixels come before its size", 0xFF, 0xD8, 0xFF, 0xD9);
    assertError("a JPEG segment of negative length", 0xFF, 0xD8, 0xFF, 0xE0, 0, 1);
    assertError("a JPEG that ends in its header", 0xFF, 0xD8, 0xFF, 0xFF);
    assertError("a JPEG that ends in its header", 0xFF, 0xD8, 0xFF, 0xE0, 0);
  }

  @Test
  void endless_header_is_an_error() {
    JpegBytes jpeg = new JpegBytes();
    for (int i = 0; i < 100_001; i++) {
      jpeg.segment(0xFE);
    }
    assertThatIOException()
        .isThrownBy(() -> read(jpeg.toByteArray()))
        .withMessage("a JPEG with over 100000 header segments");
  }

  @Test
  void real_photos_have_the_size_that_the_platform_reads() throws IOException {
    Path folder = SharedData.require("photos/validation");
    List<Path> photos;
    try (Stream<Path> files = Files.walk(folder)) {
      photos = files.filter(file -> file.toString().endsWith(".jpg")).toList();
    }
    assertThat(photos).hasSizeGreaterThan(300);
    for (Path photo : photos) {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(photo))) {
        ImageHeader header = ImageHeader.read(in);
        assertThat(header.size()).as("%s", photo).isEqualTo(platformSize(photo));
        assertThat(header.components()).as("%s", photo).isIn(1, 3, 4);
      }
    }
  }

  private static ImageSize platformSize(Path photo) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(photo.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      ImageReader reader = readers.next();
      reader.setInput(in, true, true);
      ImageSize size = new ImageSize(reader.getWidth(0), reader.getHeight(0));
      reader.dispose();
      return size;
    }
  }

  private static byte[] jpeg(int width, int height, boolean colour, boolean progressive)
      throws IOException {
    int type = colour ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_BYTE_GRAY;
    BufferedImage image = new BufferedImage(width, height, type);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    if (progressive) {
      parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
    }
    writer.dispose();
    return bytes.toByteArray();
  }

  private static void assertError(String message, int... bytes) {
    byte[] file = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      file[i] = (byte) bytes[i];
    }
    assertThatIOException().isThrownBy(() -> read(file)).withMessage(message);
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private static ImageHeader read(byte[] jpeg) throws IOException {
    return ImageHeader.read(new ByteArrayInputStream(jpeg));
  }
}
