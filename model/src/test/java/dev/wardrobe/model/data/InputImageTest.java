package dev.wardrobe.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.model.config.InputConfig;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.ImageSize;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Photos as inputs, and the way back. */
class InputImageTest {
  private static BufferedImage noise(int width, int height, SplittableRandom random) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    return image;
  }

  private static Pixels resized(byte[] file, ImageSize to) throws IOException {
    try (DecodedPhoto photo = PhotoDecoder.decode(file)) {
      return photo.resized(to);
    }
  }

  private static int channel(int colour, int channel) {
    return colour >> (16 - 8 * channel) & 255;
  }

  @Test
  void shrunk_pixel_is_the_mean_of_the_area_it_covers() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 12; i++) {
      BufferedImage image = noise(20 + random.nextInt(60), 20 + random.nextInt(60), random);
      ImageSize to =
          new ImageSize(
              1 + random.nextInt(image.getWidth()), 1 + random.nextInt(image.getHeight()));
      Pixels found = resized(MadeUpPhotos.encoded(image, "png"), to);
      for (int y = 0; y < to.height(); y++) {
        for (int x = 0; x < to.width(); x++) {
          for (int c = 0; c < 3; c++) {
            assertThat((double) found.at(x, y, c)).isCloseTo(mean(image, to, x, y, c), within(1.1));
          }
        }
      }
    }
  }

  private static double mean(BufferedImage image, ImageSize to, int x, int y, int channel) {
    double left = (double) x * image.getWidth() / to.width();
    double right = (x + 1.0) * image.getWidth() / to.width();
    double top = (double) y * image.getHeight() / to.height();
    double bottom = (y + 1.0) * image.getHeight() / to.height();
    double sum = 0;
    for (int row = (int) top; row < Math.min(bottom, image.getHeight()); row++) {
      double high = Math.min(bottom, row + 1) - Math.max(top, row);
      for (int column = (int) left; column < Math.min(right, image.getWidth()); column++) {
        double wide = Math.min(right, column + 1) - Math.max(left, column);
        sum += high * wide * channel(image.getRGB(column, row), channel);
      }
    }
    return sum / ((right - left) * (bottom - top));
  }

  @Test
  void enlarged_pixel_is_bilinear_between_pixel_centres() throws IOException {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 6; i++) {
      BufferedImage image = noise(5 + random.nextInt(20), 5 + random.nextInt(20), random);
      ImageSize to =
          new ImageSize(
              image.getWidth() + 1 + random.nextInt(40), image.getHeight() + random.nextInt(40));
      Pixels found = resized(MadeUpPhotos.encoded(image, "png"), to);
      for (int y = 0; y < to.height(); y++) {
        for (int x = 0; x < to.width(); x++) {
          for (int c = 0; c < 3; c++) {
            assertThat((double) found.at(x, y, c))
                .isCloseTo(between(image, to, x, y, c), within(1.1));
          }
        }
      }
    }
  }

  private static double between(BufferedImage image, ImageSize to, int x, int y, int channel) {
    double column =
        Math.clamp((x + .5) * image.getWidth() / to.width() - .5, 0, image.getWidth() - 1);
    double row =
        Math.clamp((y + .5) * image.getHeight() / to.height() - .5, 0, image.getHeight() - 1);
    double value = 0;
    for (int i = 0; i < 2; i++) {
      for (int k = 0; k < 2; k++) {
        int px = Math.min((int) column + i, image.getWidth() - 1);
        int py = Math.min((int) row + k, image.getHeight() - 1);
        double weight = (i == 0 ? 1 - column % 1 : column % 1) * (k == 0 ? 1 - row % 1 : row % 1);
        value += weight * channel(image.getRGB(px, py), channel);
      }
    }
    return value;
  }

  @Test
  void boxes_go_back_to_the_photo() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 20; i++) {
      byte[] file =
          MadeUpPhotos.encoded(
              noise(1 + random.nextInt(200), 1 + random.nextInt(200), random), "png");
      InputImage image = InputImage.of(file, MadeUpPhotos.PLAIN);
      assertThat(new ImageSize(image.width(), image.height()))
          .isEqualTo(InputSize.of(image.photoSize(), 96, 128));
      assertThat(image.toPhoto(new Box(0, 0, image.width(), image.height())))
          .isEqualTo(Box.of(image.photoSize()));
      Box box = new Box(.25 * image.width(), .5 * image.height(), image.width(), image.height());
      Box back = image.toPhoto(box);
      assertThat(back.x1()).isCloseTo(.25 * image.photoSize().width(), within(1e-9));
      assertThat(back.y1()).isCloseTo(.5 * image.photoSize().height(), within(1e-9));
    }
  }

  @Test
  void batch_is_padded_with_zeros_to_a_multiple_of_the_stride() throws IOException {
    SplittableRandom random = new SplittableRandom(4);
    InputImage wide =
        InputImage.of(MadeUpPhotos.encoded(noise(130, 100, random), "png"), MadeUpPhotos.PLAIN);
    InputImage high =
        InputImage.of(MadeUpPhotos.encoded(noise(100, 120, random), "jpg"), MadeUpPhotos.PLAIN);
    Batch batch = InputImage.batch(List.of(wide, high), MadeUpPhotos.PLAIN);
    assertThat(batch.size()).isEqualTo(2);
    assertThat(batch.width()).isEqualTo(128).isGreaterThan(wide.width());
    assertThat(batch.height() % InputConfig.STRIDE).isZero();
    assertThat(batch.height()).isGreaterThanOrEqualTo(high.height());
    ImageTargets targets = batch.targets().get(1);
    assertThat(targets.width()).isEqualTo(high.width());
    assertThat(targets.items()).isEmpty();
    int zeros = 0;
    for (float number : batch.pixels()) {
      zeros += number == 0 ? 1 : 0;
    }
    int covered = wide.width() * wide.height() + high.width() * high.height();
    assertThat(zeros).isEqualTo(3 * (2 * batch.width() * batch.height() - covered));
  }

  @Test
  void broken_file_is_refused() {
    assertThatIOException()
        .isThrownBy(() -> InputImage.of(new byte[] {1, 2, 3}, MadeUpPhotos.PLAIN))
        .withMessageContaining("01 02");
  }
}
