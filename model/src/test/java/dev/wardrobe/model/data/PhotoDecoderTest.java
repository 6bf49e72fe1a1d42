package dev.wardrobe.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wardrobe.structures.ImageSize;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Photos from files, whole and broken; the files are described in the folder's README. */
class PhotoDecoderTest {
  static byte[] resource(String name) throws IOException {
    try (InputStream in = PhotoDecoderTest.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("There is no " + name);
      }
      return in.readAllBytes();
    }
  }

  private static Pixels decode(byte[] file) throws IOException {
    try (DecodedPhoto photo = PhotoDecoder.decode(file)) {
      return photo.pixels();
    }
  }

  private static void assertRefused(byte[] file, String message) {
    assertThatIOException()
        .isThrownBy(() -> PhotoDecoder.decode(file).close())
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(200));
  }

  @ParameterizedTest
  @CsvSource({
    "colour.jpg, 0",
    "progressive.jpg, 0",
    "restarts.jpg, 0",
    "grey.jpg, 0",
    "rotated.jpg, 0",
    "colour.png, 0",
    "palette.png, 0",
    "transparent.png, 0",
    "grey16.png, 1",
    "colour.webp, 2",
    "lossless.webp, 0",
    "cmyk.jpg, 2",
    "ycck.jpg, 2"
  })
  void pixels_are_those_of_pillow(String file, int tolerance) throws IOException {
    Pixels pixels = decode(resource(file));
    byte[] golden = resource(file + ".rgb");
    assertThat(pixels.width()).isEqualTo(40);
    assertThat(pixels.height()).isEqualTo(24);
    assertThat(pixels.rgb()).hasSameSizeAs(golden);
    int worst = 0;
    for (int i = 0; i < golden.length; i++) {
      worst = Math.max(worst, Math.abs((golden[i] & 255) - (pixels.rgb()[i] & 255)));
    }
    assertThat(worst).isLessThanOrEqualTo(tolerance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"colour.jpg", "progressive.jpg", "colour.png", "colour.webp"})
  void every_beginning_of_a_file_is_refused(String file) throws IOException {
    byte[] whole = resource(file);
    for (int length = 0; length < whole.length - 1; length++) {
      byte[] beginning = Arrays.copyOf(whole, length);
      assertThatIOException().isThrownBy(() -> PhotoDecoder.decode(beginning).close());
    }
  }

  @Test
  void reasons_say_what_was_found() throws IOException {
    byte[] jpeg = resource("colour.jpg");
    assertRefused(Arrays.copyOf(jpeg, jpeg.length - 30), "a JPEG whose pixels end early");
    assertRefused(Arrays.copyOf(jpeg, jpeg.length - 2), "a JPEG that ends early");
    assertRefused(Arrays.copyOf(jpeg, 50), "a JPEG that ends in its header");
    assertRefused(new byte[0], "an empty file");
    assertRefused("<html>".getBytes(StandardCharsets.US_ASCII), "starts with 3C 68");
    byte[] png = resource("colour.png");
    assertRefused(Arrays.copyOf(png, png.length - 5), "a PNG that ends early");
    png[png.length / 2] ^= 1;
    assertRefused(png, "a PNG with a wrong checksum");
    byte[] webp = resource("colour.webp");
    assertRefused(Arrays.copyOf(webp, webp.length - 5), "a WebP that ends early");
  }

  @Test
  void pixels_missing_before_the_end_marker_are_noticed() throws IOException {
    for (String file : List.of("colour.jpg", "grey.jpg", "cmyk.jpg", "restarts.jpg")) {
      byte[] whole = resource(file);
      int start = startOfPixels(whole);
      for (int length = start; length < whole.length - 4; length += 3) {
        byte[] cut = Arrays.copyOf(whole, length + 2);
        cut[length] = -1;
        cut[length + 1] = (byte) 0xD9;
        assertThatIOException()
            .as("%s cut at %d", file, length)
            .isThrownBy(() -> PhotoDecoder.decode(cut).close())
            .withMessageStartingWith("a JPEG");
      }
    }
  }

  @Test
  void damaged_restart_marker_is_noticed() throws IOException {
    byte[] jpeg = resource("restarts.jpg");
    for (int i = startOfPixels(jpeg); i + 1 < jpeg.length; i++) {
      if (jpeg[i] == -1 && (jpeg[i + 1] & 255) == 0xD0) {
        jpeg[i + 1] = (byte) 0xD5;
      }
    }
    assertRefused(jpeg, "a JPEG with a restart marker missing");
  }

  @Test
  void only_zeros_may_follow_the_last_pixel() throws IOException {
    byte[] jpeg = resource("colour.jpg");
    byte[] longer = Arrays.copyOf(jpeg, jpeg.length + 20);
    longer[longer.length - 2] = -1;
    longer[longer.length - 1] = (byte) 0xD9;
    Arrays.fill(longer, jpeg.length - 2, jpeg.length, (byte) 0);
    try (DecodedPhoto photo = PhotoDecoder.decode(longer)) {
      assertThat(photo.pixels().rgb()).isEqualTo(decode(jpeg).rgb());
    }
    longer[longer.length - 5] = 3;
    assertRefused(longer, "a JPEG with damaged pixels");
  }

  private static int startOfPixels(byte[] jpeg) {
    int at = 2;
    while ((jpeg[at + 1] & 255) != 0xDA) {
      at += 2 + ((jpeg[at + 2] & 255) << 8 | (jpeg[at + 3] & 255));
    }
    return at + 2 + ((jpeg[at + 2] & 255) << 8 | (jpeg[at + 3] & 255));
  }

  @Test
  void huge_photo_is_refused_before_it_is_decoded() throws IOException {
    byte[] jpeg = resource("colour.jpg");
    for (int i = 0; i + 9 < jpeg.length; i++) {
      if (jpeg[i] == -1 && (jpeg[i + 1] & 255) == 0xC0) {
        Arrays.fill(jpeg, i + 5, i + 9, (byte) 0xFF);
        break;
      }
    }
    assertRefused(jpeg, "65535x65535, which is over 50 megapixels");
  }

  @Test
  void header_and_pixels_of_different_size_do_not_crash() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    for (String file : List.of("colour.jpg", "progressive.jpg", "colour.png", "colour.webp")) {
      byte[] whole = resource(file);
      for (int i = 0; i < 60; i++) {
        byte[] mutated = whole.clone();
        mutated[random.nextInt(Math.min(100, mutated.length))] = (byte) random.nextInt(256);
        try {
          Pixels pixels = decode(mutated);
          assertThat(pixels.rgb()).hasSize(3 * pixels.width() * pixels.height());
        } catch (IOException e) {
          assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
        }
      }
    }
  }

  @Test
  void bytes_after_the_end_do_no_harm() throws IOException {
    byte[] jpeg = resource("colour.jpg");
    byte[] longer = Arrays.copyOf(jpeg, jpeg.length + 100);
    assertThat(decode(longer).rgb()).isEqualTo(decode(jpeg).rgb());
  }

  @Test
  void real_photos_are_as_java_decodes_them() throws IOException {
    Path photos = sharedPhotos();
    try (Stream<Path> files = Files.walk(photos)) {
      List<Path> some = files.filter(f -> f.toString().endsWith(".jpg")).sorted().toList();
      for (int i = 0; i < some.size(); i += 10) {
        byte[] file = Files.readAllBytes(some.get(i));
        Pixels pixels = decode(file);
        BufferedImage expected = ImageIO.read(some.get(i).toFile());
        assertThat(new ImageSize(pixels.width(), pixels.height()))
            .isEqualTo(new ImageSize(expected.getWidth(), expected.getHeight()));
        assertThat(meanDifference(pixels, expected)).as("%s", some.get(i)).isLessThan(1);
      }
    }
  }

  private static double meanDifference(Pixels pixels, BufferedImage expected) {
    long sum = 0;
    for (int y = 0; y < pixels.height(); y++) {
      for (int x = 0; x < pixels.width(); x++) {
        Color colour = new Color(expected.getRGB(x, y));
        sum += Math.abs(colour.getRed() - pixels.at(x, y, 0));
        sum += Math.abs(colour.getGreen() - pixels.at(x, y, 1));
        sum += Math.abs(colour.getBlue() - pixels.at(x, y, 2));
      }
    }
    return sum / (3.0 * pixels.width() * pixels.height());
  }

  private static Path sharedPhotos() {
    String given = System.getenv("WARDROBE_SHARED");
    Path path =
        (given == null || given.isEmpty() ? Path.of("../../shared") : Path.of(given))
            .resolve("photos");
    assumeTrue(Files.isDirectory(path), () -> "Skipped: there is no " + path);
    return path;
  }
}
