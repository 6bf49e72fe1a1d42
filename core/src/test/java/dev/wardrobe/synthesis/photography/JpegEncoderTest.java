package dev.wardrobe.synthesis.photography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;

class JpegEncoderTest {

  private static BufferedImage decoded(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file));
  }

  private static byte[] byImageIo(BufferedImage image, int quality) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(quality / 100f);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  @Test
  void smooth_content_stays_close_at_every_quality() throws IOException {
    var image = Pictures.waves(160, 120, 0, 1);
    int[] qualities = {1, 10, 30, 50, 75, 90, 100};
    double[] floors = {17, 26, 32, 35, 38, 42, 46};
    for (int i = 0; i < qualities.length; i++) {
      var back = decoded(JpegEncoder.encode(image, qualities[i]));
      assertThat(Pictures.psnr(image, back))
          .as("quality %d", qualities[i])
          .isGreaterThan(floors[i]);
    }
  }

  @Test
  void noise_stays_close_at_high_quality() throws IOException {
    var image = Pictures.waves(97, 64, 60, 2);
    assertThat(Pictures.psnr(image, decoded(JpegEncoder.encode(image, 95)))).isGreaterThan(32);
  }

  @Test
  void every_size_keeps_its_size_and_content() throws IOException {
    for (int width = 1; width <= 33; width += 4) {
      for (int height : new int[] {1, 2, 7, 8, 15, 16, 17, 32, 33, 47}) {
        var image = Pictures.filled(width, height, 0x4080C0);
        var back = decoded(JpegEncoder.encode(image, 90));
        assertThat(back.getWidth()).isEqualTo(width);
        assertThat(back.getHeight()).isEqualTo(height);
        assertThat(Pictures.psnr(image, back)).as(width + " x " + height).isGreaterThan(38);
      }
    }
  }

  @Test
  void grey_stays_grey() throws IOException {
    for (int level = 0; level < 256; level += 15) {
      var image = Pictures.filled(20, 20, level * 0x010101);
      for (int rgb : Pictures.pixels(decoded(JpegEncoder.encode(image, 95)))) {
        int red = (rgb >> 16) & 255;
        assertThat(red).isCloseTo(level, within(1));
        assertThat((rgb >> 8) & 255).isEqualTo(red);
        assertThat(rgb & 255).isEqualTo(red);
      }
    }
  }

  @Test
  void extreme_pixels_at_the_best_quality_are_readable() throws IOException {
    var image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 64 * 64; i++) {
      image.setRGB(i % 64, i / 64, ((i + i / 64) & 1) == 0 ? 0xFFFFFF : 0);
    }
    assertThat(Pictures.psnr(image, decoded(JpegEncoder.encode(image, 100)))).isGreaterThan(40);
  }

  @Test
  void the_same_image_gives_the_same_bytes() {
    var image = Pictures.waves(75, 51, 20, 3);
    assertThat(JpegEncoder.encode(image, 80)).isEqualTo(JpegEncoder.encode(image, 80));
  }

  @Test
  void the_kind_of_image_does_not_matter() {
    var image = Pictures.waves(40, 30, 20, 4);
    var copy = new BufferedImage(40, 30, BufferedImage.TYPE_3BYTE_BGR);
    for (int i = 0; i < 40 * 30; i++) {
      copy.setRGB(i % 40, i / 40, image.getRGB(i % 40, i / 40));
    }
    assertThat(JpegEncoder.encode(copy, 70)).isEqualTo(JpegEncoder.encode(image, 70));
  }

  @Test
  void size_and_loss_are_those_of_the_usual_encoder() throws IOException {
    for (double noise : new double[] {0, 12, 50}) {
      var image = Pictures.waves(211, 157, noise, 5);
      for (int quality : new int[] {10, 50, 75, 90, 95}) {
        byte[] ours = JpegEncoder.encode(image, quality);
        byte[] theirs = byImageIo(image, quality);
        assertThat(ours.length / (double) theirs.length).isCloseTo(1, within(.03));
        assertThat(Pictures.psnr(image, decoded(ours)))
            .isCloseTo(Pictures.psnr(image, decoded(theirs)), within(.3));
      }
    }
  }

  @Test
  void the_file_begins_as_plain_jfif() {
    byte[] file = JpegEncoder.encode(Pictures.filled(16, 16, 0), 50);
    assertThat(HexFormat.of().formatHex(file, 0, 20))
        .isEqualTo("ffd8ffe000104a46494600010100000100010000");
    assertThat(HexFormat.of().formatHex(file, file.length - 2, file.length)).isEqualTo("ffd9");
  }

  @Test
  void a_quality_out_of_range_is_refused() {
    var image = Pictures.filled(4, 4, 0);
    for (int quality : new int[] {-1, 0, 101}) {
      assertThatThrownBy(() -> JpegEncoder.encode(image, quality))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(String.valueOf(quality));
    }
  }

  @Test
  void a_side_too_long_for_the_format_is_refused() {
    var image = new BufferedImage(65_536, 1, BufferedImage.TYPE_INT_RGB);
    assertThatThrownBy(() -> JpegEncoder.encode(image, 50))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("65536");
  }
}
