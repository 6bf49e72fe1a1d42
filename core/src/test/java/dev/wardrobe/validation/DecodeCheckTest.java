package dev.wardrobe.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.SharedData;
import dev.wardrobe.SplitFolder;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.files.Rule;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodeCheckTest {
  private static final int REAL_PHOTOS = 341;

  @TempDir private Path folder;

  private List<Finding> check(byte[] photo) {
    try (Dataset dataset = new SplitFolder(folder.resolve("test")).image(1, photo).open()) {
      return DecodeCheck.of(dataset.splits().getFirst(), 1);
    }
  }

  private void assertFound(byte[] photo, String found) {
    assertThat(check(photo))
        .first()
        .satisfies(finding -> {
          assertThat(finding.rule()).isEqualTo(Rule.IMAGE_DECODE);
          assertThat(finding.place()).isEqualTo("test/image/000001.jpg");
          assertThat(finding.found()).contains(found);
          assertThat(finding.expected()).isEqualTo("a JPEG that decodes without complaint");
        });
  }

  private static byte[] jpeg(int type) throws IOException {
    BufferedImage image = new BufferedImage(80, 60, type);
    Random random = new Random(3);
    for (int y = 0; y < 60; y++) {
      for (int x = 0; x < 80; x++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, "jpeg", out)).isTrue();
    return out.toByteArray();
  }

  /** Four colour components, as CMYK photos have. */
  private static byte[] fourComponents() throws IOException {
    WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 64, 48, 4, null);
    for (int i = 0; i < 64 * 48 * 4; i++) {
      raster.setSample(i / 4 % 64, i / 256, i % 4, i * 7 & 255);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(raster, null, null), null);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  @Test
  void good_colour_grey_and_cmyk_photos_decode() throws IOException {
    assertThat(check(jpeg(BufferedImage.TYPE_INT_RGB))).isEmpty();
    assertThat(check(jpeg(BufferedImage.TYPE_BYTE_GRAY))).isEmpty();
    byte[] cmyk = fourComponents();
    assertThat(check(cmyk)).isEmpty();
  }

  @Test
  void photo_cut_in_the_middle_is_found() throws IOException {
    byte[] whole = jpeg(BufferedImage.TYPE_INT_RGB);
    assertFound(Arrays.copyOf(whole, whole.length / 2), "Truncated File");
  }

  @Test
  void file_that_is_no_jpeg_is_found() {
    assertFound("not a photo at all".getBytes(StandardCharsets.US_ASCII), "Not a JPEG file");
    assertFound(new byte[0], "");
  }

  @Test
  void damaged_photos_never_stop_the_check() throws IOException {
    byte[] whole = jpeg(BufferedImage.TYPE_INT_RGB);
    Random random = new Random(4);
    int found = 0;
    for (int i = 0; i < 200; i++) {
      byte[] damaged = whole.clone();
      for (int k = 0; k < 5; k++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      List<Finding> findings = check(damaged);
      assertThat(findings).hasSizeLessThanOrEqualTo(4);
      found += findings.isEmpty() ? 0 : 1;
    }
    assertThat(found).isPositive();
  }

  @Test
  void huge_photo_is_not_decoded_but_found() throws IOException {
    byte[] photo = jpeg(BufferedImage.TYPE_INT_RGB);
    int frame = 2;
    while ((photo[frame + 1] & 255) != 0xC0) {
      frame += 2 + 256 * (photo[frame + 2] & 255) + (photo[frame + 3] & 255);
    }
    photo[frame + 5] = 0x40;
    photo[frame + 7] = 0x40;
    assertFound(photo, "pixels, not decoded");
  }

  @Test
  void photo_that_is_not_there_gives_nothing() {
    try (Dataset dataset = new SplitFolder(folder.resolve("train")).annotation(1, "{}").open()) {
      assertThat(DecodeCheck.of(dataset.splits().getFirst(), 1)).isEmpty();
      assertThat(DecodeCheck.of(dataset.splits().getFirst(), 77)).isEmpty();
    }
  }

  @Test
  void real_photos_decode() throws IOException {
    Path images = Files.createDirectories(folder.resolve("test/image"));
    List<Path> photos;
    try (Stream<Path> files = Files.walk(SharedData.require("photos/validation"))) {
      photos = files.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
    }
    assertThat(photos).hasSize(REAL_PHOTOS);
    for (int i = 0; i < photos.size(); i++) {
      Files.copy(photos.get(i), images.resolve("%06d.jpg".formatted(i + 1)));
    }
    List<Finding> findings = new ArrayList<>();
    try (Dataset dataset = new SplitFolder(folder.resolve("test")).open()) {
      Validator.Summary summary =
          Validator.validate(
              dataset.splits().getFirst(), ReadOptions.defaults(), true, findings::add);
      assertThat(summary).isEqualTo(new Validator.Summary(REAL_PHOTOS, 0));
    }
    assertThat(findings).filteredOn(finding -> finding.rule() == Rule.IMAGE_DECODE).isEmpty();
  }
}
