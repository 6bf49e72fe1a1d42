package dev.wardrobe.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.InputConfig;
import dev.wardrobe.model.ops.HeatmapDecoder;
import dev.wardrobe.model.ops.HeatmapTargets;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.PolygonMask;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From annotations to what a network is taught, and from what it says back to the photo. */
class LandmarkRoundTripTest {
  private static final Category SHIRT = Category.SHORT_SLEEVE_TOP;
  private static final int MAP = 28;
  private static final int TRIES = 2000;

  /** A network that says of every landmark the right cell and of all others the opposite. */
  private static float[] taught(long[] cells) {
    float[] logits = new float[cells.length * MAP * MAP];
    for (int i = 0; i < cells.length; i++) {
      logits[i * MAP * MAP + (int) cells[i]] = 9;
    }
    return logits;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void landmarks_come_back_without_bias_and_within_half_a_cell(boolean flip) {
    SplittableRandom random = new SplittableRandom(7);
    double biasX = 0;
    double biasY = 0;
    for (int i = 0; i < TRIES; i++) {
      ImageSize photo = new ImageSize(200 + random.nextInt(400), 200 + random.nextInt(400));
      ImageSize input = InputSize.of(photo, 160, 240);
      double x = random.nextDouble(20, photo.width() - 20);
      double y = random.nextDouble(20, photo.height() - 20);
      double scaleX = (double) input.width() / photo.width();
      double scaleY = (double) input.height() / photo.height();
      ItemTarget target =
          new TargetTransform(photo, input, flip).apply(item(photo, x, y)).orElseThrow();
      double left = random.nextDouble(0, 5);
      double upper = random.nextDouble(0, 5);
      Box region = new Box(left, upper, input.width() - upper, input.height() - left);
      float[] found =
          HeatmapDecoder.decode(
              taught(HeatmapTargets.of(target.landmarks(), region, MAP)),
              SHIRT.landmarks().count(),
              MAP,
              region);
      int index = flip ? SHIRT.landmarks().flipPartner(1) : 1;
      double backX = (flip ? input.width() - found[3 * index] : found[3 * index]) / scaleX;
      double backY = found[3 * index + 1] / scaleY;
      assertThat(backX).isCloseTo(x, within(.501 * region.width() / MAP / scaleX));
      assertThat(backY).isCloseTo(y, within(.501 * region.height() / MAP / scaleY));
      biasX += (backX - x) / (region.width() / MAP / scaleX) / TRIES;
      biasY += (backY - y) / (region.height() / MAP / scaleY) / TRIES;
    }
    // In cells, where the mean of so many even deviations is below .02.
    assertThat(biasX).isCloseTo(0, within(.02));
    assertThat(biasY).isCloseTo(0, within(.02));
  }

  private static Item item(ImageSize photo, double x, double y) {
    double[] xyv = new double[3 * SHIRT.landmarks().count()];
    for (int i = 0; i < xyv.length; i += 3) {
      xyv[i] = photo.width() / 2.0;
      xyv[i + 1] = photo.height() / 2.0;
      xyv[i + 2] = Landmarks.VISIBLE;
    }
    xyv[3] = x;
    xyv[4] = y;
    return new Item(
        1,
        SHIRT,
        0,
        Coordinates.ofReals(0, 0, photo.width(), photo.height()),
        Landmarks.of(xyv),
        new PolygonMask(List.of()),
        Attributes.UNKNOWN);
  }

  @Test
  void pixels_move_as_coordinates_do() throws IOException {
    SplittableRandom random = new SplittableRandom(11);
    InputConfig config = Config.tiny().input();
    for (int i = 0; i < 20; i++) {
      ImageSize photo = new ImageSize(250 + random.nextInt(300), 250 + random.nextInt(300));
      int x = random.nextInt(40, photo.width() - 70);
      int y = random.nextInt(40, photo.height() - 70);
      int side = 12 + random.nextInt(12);
      boolean flip = i % 2 == 1;
      Augmentation change = new Augmentation(flip, 1, ColourJitter.NONE);
      InputImage image = InputImage.of(square(photo, x, y, side), config, change);
      ImageSize input = new ImageSize(image.width(), image.height());
      double centre = .5 * side;
      ItemTarget target =
          new TargetTransform(photo, input, flip)
              .apply(item(photo, x + centre, y + centre))
              .orElseThrow();
      int index = flip ? SHIRT.landmarks().flipPartner(1) : 1;
      double[] seen = brightness(image, config);
      assertThat(seen[0]).isCloseTo(target.landmarks().x(index), within(.05));
      assertThat(seen[1]).isCloseTo(target.landmarks().y(index), within(.05));
      if (!flip) {
        assertThat(image.photoX(seen[0])).isCloseTo(x + centre, within(.1));
        assertThat(image.photoY(seen[1])).isCloseTo(y + centre, within(.1));
      }
    }
  }

  /** A white square of the pixels x to x + side - 1 on black. */
  private static byte[] square(ImageSize photo, int x, int y, int side) throws IOException {
    BufferedImage picture =
        new BufferedImage(photo.width(), photo.height(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < side * side; i++) {
      picture.setRGB(x + i % side, y + i / side, 0xFFFFFF);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", file);
    return file.toByteArray();
  }

  /** The centre of what is bright in the batch that the network gets; pixel i is i to i + 1. */
  private static double[] brightness(InputImage image, InputConfig config) {
    Batch batch = InputImage.batch(List.of(image), config);
    double black = -config.mean().getFirst() / config.deviation().getFirst();
    double sum = 0;
    double atX = 0;
    double atY = 0;
    for (int row = 0; row < image.height(); row++) {
      for (int column = 0; column < image.width(); column++) {
        double light = batch.pixels()[row * batch.width() + column] - black;
        sum += light;
        atX += light * (column + .5);
        atY += light * (row + .5);
      }
    }
    return new double[] {atX / sum, atY / sum};
  }
}
