package dev.wardrobe.model.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.model.data.InputImage;
import dev.wardrobe.predictions.PredictedItem;
import dev.wardrobe.predictions.PredictedPhoto;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.ImageSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PhotoMapperTest {
  /** 192 x 128 becomes 96 x 64. */
  private static InputImage input() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(192, 128, BufferedImage.TYPE_INT_RGB), "png", png);
    return InputImage.of(png.toByteArray(), NarrowModel.CONFIG.input());
  }

  private static PredictedPhoto map(ImageDetection... detections) throws IOException {
    PendingPhoto photo =
        new PendingPhoto(5, "a.png", Optional.of(Source.SHOP), List.of(), () -> new byte[0]);
    return PhotoMapper.map(photo, input(), List.of(detections));
  }

  private static float[] filled(int count, float value) {
    float[] all = new float[count];
    Arrays.fill(all, value);
    return all;
  }

  @Test
  void boxes_landmarks_and_masks_are_in_photo_pixels() throws IOException {
    float[] landmarks = filled(3 * Category.SKIRT.landmarks().count(), .25f);
    landmarks[0] = 20;
    landmarks[1] = 30;
    PredictedPhoto photo =
        map(
            new ImageDetection(
                new Box(10, 20, 30, 40), 9, .1f, filled(28 * 28, 1), landmarks, filled(4, .5f)));
    assertThat(photo.imageId()).isEqualTo(5);
    assertThat(photo.size()).isEqualTo(new ImageSize(192, 128));
    assertThat(photo.source()).contains(Source.SHOP);
    PredictedItem item = photo.items().getFirst();
    assertThat(item.category()).contains(Category.SKIRT);
    assertThat(item.score()).isEqualTo(.1);
    assertThat(item.box()).isEqualTo(new Box(20, 40, 60, 80));
    assertThat(item.landmarks().orElseThrow().x(0)).isEqualTo(40);
    assertThat(item.landmarks().orElseThrow().y(0)).isEqualTo(60);
    assertThat(item.landmarks().orElseThrow().score(1)).isEqualTo(.25);
    Box drawn = item.mask().orElseThrow().bounds().orElseThrow();
    assertThat(drawn.iou(item.box())).isGreaterThan(.9);
    assertThat(item.embedding().length()).isEqualTo(4);
  }

  @Test
  void a_mask_that_covers_more_than_the_box_is_drawn_as_far_as_the_photo_goes() throws IOException {
    float[] mask = new float[28 * 28];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = i % 28 < 14 ? 1 : 0;
    }
    ImageDetection found =
        new ImageDetection(
            new Box(0, 20, 30, 40),
            new Box(-10, 15, 40, 45),
            9,
            1,
            mask,
            0,
            new float[0],
            new float[0]);
    PredictedItem item = map(found).items().getFirst();
    assertThat(item.box()).isEqualTo(new Box(0, 40, 60, 80));
    Box drawn = item.mask().orElseThrow().bounds().orElseThrow();
    // The left half of -20 to 80, from 30 to 90.
    assertThat(drawn.x1()).isZero();
    assertThat(drawn.x2()).isBetween(28., 32.);
    assertThat(drawn.y1()).isBetween(28., 32.);
    assertThat(drawn.y2()).isBetween(88., 92.);
  }

  @Test
  void heads_that_are_not_there_leave_nothing() throws IOException {
    PredictedItem item =
        map(new ImageDetection(
                new Box(0, 0, 96, 64), 0, 1, new float[0], new float[0], new float[0]))
            .items()
            .getFirst();
    assertThat(item.category()).isEmpty();
    assertThat(item.mask()).isEmpty();
    assertThat(item.landmarks()).isEmpty();
    assertThat(item.embedding().length()).isZero();
    assertThat(item.box()).isEqualTo(new Box(0, 0, 192, 128));
  }
}
