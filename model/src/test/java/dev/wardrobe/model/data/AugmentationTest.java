package dev.wardrobe.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.model.config.InputConfig;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.PolygonMask;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Pixels and annotations change together. */
class AugmentationTest {
  private static final int MARK = 12;

  @Test
  void mark_at_a_landmark_stays_at_the_landmark() throws IOException {
    SplittableRandom random = new SplittableRandom(8);
    boolean flipped = false;
    boolean kept = false;
    for (int i = 0; i < 40; i++) {
      Category category = Category.ALL.get(random.nextInt(Category.ALL.size()));
      int landmark = random.nextInt(category.landmarks().count());
      ImageSize photo = new ImageSize(60 + random.nextInt(400), 60 + random.nextInt(400));
      int x = MARK + random.nextInt(photo.width() - 2 * MARK);
      int y = MARK + random.nextInt(photo.height() - 2 * MARK);
      Augmentation change = Augmentation.draw(MadeUpPhotos.JITTERED, 1, 2, i);
      InputImage image = InputImage.of(marked(photo, x, y), MadeUpPhotos.JITTERED, change);
      ItemTarget target =
          new TargetTransform(photo, new ImageSize(image.width(), image.height()), change.flip())
              .apply(item(category, landmark, x, y, photo))
              .orElseThrow();
      Batch batch = InputImage.batch(List.of(image), MadeUpPhotos.JITTERED);
      double[] centre = centreOfMark(batch, image);
      int moved = change.flip() ? category.landmarks().flipPartner(landmark) : landmark;
      assertThat(target.landmarks().labelledCount()).isEqualTo(1);
      assertThat(target.landmarks().visibility(moved)).isEqualTo(Landmarks.VISIBLE);
      assertThat(target.landmarks().x(moved)).isCloseTo(centre[0], within(.3));
      assertThat(target.landmarks().y(moved)).isCloseTo(centre[1], within(.3));
      assertThat(target.box().x1() + target.box().x2()).isCloseTo(2 * centre[0], within(.6));
      assertThat(target.box().y1() + target.box().y2()).isCloseTo(2 * centre[1], within(.6));
      flipped |= change.flip();
      kept |= !change.flip();
    }
    assertThat(flipped && kept).as("both with and without a mirror").isTrue();
  }

  private static Item item(Category category, int landmark, int x, int y, ImageSize photo) {
    double[] xyv = new double[3 * category.landmarks().count()];
    xyv[3 * landmark] = x;
    xyv[3 * landmark + 1] = y;
    xyv[3 * landmark + 2] = Landmarks.VISIBLE;
    int half = MARK / 2;
    assertThat(x + half).isLessThan(photo.width());
    return new Item(
        1,
        category,
        0,
        Coordinates.ofIntegers(x - half, y - half, x + half, y + half),
        Landmarks.of(xyv),
        new PolygonMask(List.of()),
        Attributes.UNKNOWN);
  }

  /** A black photo with a white square around a place. */
  private static byte[] marked(ImageSize photo, int x, int y) throws IOException {
    BufferedImage image =
        new BufferedImage(photo.width(), photo.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(x - MARK / 2, y - MARK / 2, MARK, MARK);
    graphics.dispose();
    return MadeUpPhotos.encoded(image, "png");
  }

  /** The mean place of what is bright, with a pixel's centre at its number and a half. */
  private static double[] centreOfMark(Batch batch, InputImage image) {
    double darkest = Double.POSITIVE_INFINITY;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        darkest = Math.min(darkest, batch.pixels()[y * batch.width() + x]);
      }
    }
    double sum = 0;
    double sumX = 0;
    double sumY = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        double light = batch.pixels()[y * batch.width() + x] - darkest;
        sum += light;
        sumX += light * (x + .5);
        sumY += light * (y + .5);
      }
    }
    return new double[] {sumX / sum, sumY / sum};
  }

  @Test
  void same_numbers_give_the_same_change() {
    for (int id = 1; id < 20; id++) {
      Augmentation one = Augmentation.draw(MadeUpPhotos.JITTERED, 1, 0, id);
      Augmentation again = Augmentation.draw(MadeUpPhotos.JITTERED, 1, 0, id);
      assertThat(again.flip()).isEqualTo(one.flip());
      assertThat(again.scale()).isEqualTo(one.scale());
      assertThat(Augmentation.draw(MadeUpPhotos.JITTERED, 1, 1, id).scale())
          .isNotEqualTo(one.scale());
      assertThat(Augmentation.draw(MadeUpPhotos.JITTERED, 2, 0, id).scale())
          .isNotEqualTo(one.scale());
    }
  }

  @Test
  void choices_have_the_promised_distribution() {
    InputConfig input = MadeUpPhotos.JITTERED;
    int flips = 0;
    double logarithms = 0;
    double least = 9;
    double most = 0;
    int draws = 4000;
    for (int id = 0; id < draws; id++) {
      Augmentation change = Augmentation.draw(input, 3, 0, id);
      flips += change.flip() ? 1 : 0;
      logarithms += Math.log(change.scale());
      least = Math.min(least, change.scale());
      most = Math.max(most, change.scale());
    }
    assertThat(flips).isBetween(1880, 2120);
    assertThat(logarithms / draws).isCloseTo(0, within(.015));
    assertThat(least).isBetween(1 / input.scaleJitter(), .68);
    assertThat(most).isBetween(1.48, input.scaleJitter());
  }

  @Test
  void config_without_augmentation_changes_nothing() throws IOException {
    byte[] file = PhotoDecoderTest.resource("colour.png");
    for (int id = 0; id < 5; id++) {
      Augmentation change = Augmentation.draw(MadeUpPhotos.PLAIN, 3, 0, id);
      InputImage drawn = InputImage.of(file, MadeUpPhotos.PLAIN, change);
      InputImage plain = InputImage.of(file, MadeUpPhotos.PLAIN);
      assertThat(InputImage.batch(List.of(drawn), MadeUpPhotos.PLAIN).pixels())
          .isEqualTo(InputImage.batch(List.of(plain), MadeUpPhotos.PLAIN).pixels());
    }
  }
}
