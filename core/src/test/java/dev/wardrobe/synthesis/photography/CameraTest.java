package dev.wardrobe.synthesis.photography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.synthesis.chance.Dice;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CameraTest {
  private static final Exposure NEUTRAL =
      new Exposure(
          new Exposure.Tone(1, 1, 0, 0, 1, 0),
          new Exposure.Blur(0, 0, 0),
          new Exposure.Grain(0, 0, 0),
          new Exposure.Light(0, 0, .5, .5),
          0,
          90);

  private static BufferedImage exposed(BufferedImage image, Exposure exposure) {
    Camera.expose(image, exposure);
    return image;
  }

  @Test
  void a_neutral_exposure_changes_nothing_below_white() {
    var image = Pictures.waves(50, 40, 10, 1);
    int[] before = Pictures.pixels(image);
    Camera.expose(image, NEUTRAL);
    assertThat(Pictures.pixels(image)).isEqualTo(before);
  }

  @Test
  void shop_exposures_change_grey_a_little_only() {
    for (long seed = 0; seed < 50; seed++) {
      var image = exposed(Pictures.filled(64, 64, 0x808080), Exposure.shop(new Dice(seed)));
      assertThat(Pictures.mean(image)).as("seed %d", seed).isCloseTo(128, within(8.0));
      assertThat(Pictures.deviation(image)).as("seed %d", seed).isLessThan(3);
    }
  }

  @Test
  void consumer_exposures_vary() {
    double least = 255;
    double most = 0;
    double clean = 255;
    double noisy = 0;
    for (long seed = 0; seed < 60; seed++) {
      var image = exposed(Pictures.filled(64, 64, 0x808080), Exposure.consumer(new Dice(seed)));
      least = Math.min(least, Pictures.mean(image));
      most = Math.max(most, Pictures.mean(image));
      clean = Math.min(clean, Pictures.deviation(image));
      noisy = Math.max(noisy, Pictures.deviation(image));
    }
    assertThat(least).isBetween(60.0, 112.0);
    assertThat(most).isBetween(140.0, 200.0);
    assertThat(clean).isLessThan(5);
    assertThat(noisy).isGreaterThan(10);
  }

  @Test
  void qualities_are_in_their_ranges() {
    for (long seed = 0; seed < 300; seed++) {
      assertThat(Exposure.shop(new Dice(seed)).jpegQuality()).isBetween(85, 95);
      var exposure = Exposure.consumer(new Dice(seed));
      assertThat(exposure.jpegQuality()).isBetween(45, 92);
      assertThat(exposure.firstQuality()).isBetween(0, 100);
    }
  }

  @Test
  void the_same_exposure_gives_the_same_pixels() {
    for (long seed = 0; seed < 10; seed++) {
      var exposure = Exposure.consumer(new Dice(seed));
      var first = exposed(Pictures.waves(61, 43, 5, 2), exposure);
      var second = exposed(Pictures.waves(61, 43, 5, 2), exposure);
      assertThat(Pictures.pixels(first)).isEqualTo(Pictures.pixels(second));
    }
  }

  @Test
  void sizes_down_to_one_pixel_are_exposed() {
    for (int width = 1; width < 20; width += 3) {
      for (int height = 1; height < 20; height += 3) {
        for (long seed = 0; seed < 8; seed++) {
          var image =
              exposed(Pictures.filled(width, height, 0x707070), Exposure.consumer(new Dice(seed)));
          assertThat(Pictures.mean(image)).isBetween(30.0, 230.0);
        }
      }
    }
  }

  @Test
  void blur_keeps_the_mean_and_takes_detail() {
    var image = Pictures.waves(80, 60, 40, 3);
    double mean = Pictures.mean(image);
    double deviation = Pictures.deviation(image);
    var blurred =
        exposed(
            image,
            new Exposure(
                NEUTRAL.tone(),
                new Exposure.Blur(25, 30, -20),
                NEUTRAL.grain(),
                NEUTRAL.light(),
                0,
                90));
    assertThat(Pictures.mean(blurred)).isCloseTo(mean, within(1.5));
    assertThat(Pictures.deviation(blurred)).isLessThan(deviation - 2);
  }

  @Test
  void an_earlier_compression_leaves_what_a_file_would() throws IOException {
    var image = Pictures.waves(64, 48, 20, 4);
    var file = ImageIO.read(new ByteArrayInputStream(JpegEncoder.encode(image, 60)));
    var traces =
        exposed(
            Pictures.waves(64, 48, 20, 4),
            new Exposure(NEUTRAL.tone(), NEUTRAL.blur(), NEUTRAL.grain(), NEUTRAL.light(), 60, 90));
    assertThat(Pictures.psnr(traces, file)).isGreaterThan(38);
  }

  @Test
  void a_flash_is_bright_where_it_is() {
    var image =
        exposed(
            Pictures.filled(100, 100, 0x404040),
            new Exposure(
                NEUTRAL.tone(),
                NEUTRAL.blur(),
                NEUTRAL.grain(),
                new Exposure.Light(0, 1, .3, .6),
                0,
                90));
    assertThat(image.getRGB(30, 60) & 255).isGreaterThan(200);
    assertThat(image.getRGB(90, 10) & 255).isLessThan(80);
  }

  @Test
  void other_kinds_of_images_are_refused() {
    var image = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
    assertThatThrownBy(() -> Camera.expose(image, NEUTRAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("TYPE_INT_RGB");
  }
}
