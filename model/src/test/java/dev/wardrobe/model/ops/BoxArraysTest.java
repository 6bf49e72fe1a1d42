package dev.wardrobe.model.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.structures.Box;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BoxArraysTest {
  private static final Golden GOLDEN = Golden.of("boxes");

  @Test
  void overlaps_as_torchvision() {
    assertThat(BoxArrays.iou(GOLDEN.floats("first"), GOLDEN.floats("second")))
        .containsExactly(GOLDEN.floats("iou"), within(1e-6f));
  }

  @Test
  void clips_as_torchvision() {
    int[] size = GOLDEN.ints("image_size");
    assertThat(BoxArrays.clip(GOLDEN.floats("overhanging"), size[1], size[0]))
        .isEqualTo(GOLDEN.floats("clipped"));
  }

  @Test
  void leaves_small_ones_out_as_torchvision() {
    float[] clipped = GOLDEN.floats("clipped");
    assertThat(BoxArrays.notSmall(clipped, .01)).isEqualTo(GOLDEN.ints("kept_of_clipped_size0.01"));
    assertThat(BoxArrays.notSmall(clipped, 10)).isEqualTo(GOLDEN.ints("kept_of_clipped_size10"));
  }

  @Test
  void overlaps_as_those_of_single_boxes() {
    SplittableRandom random = new SplittableRandom(2);
    float[] first = RandomBoxes.coarse(40, random);
    float[] second = RandomBoxes.coarse(30, random);
    float[] ious = BoxArrays.iou(first, second);
    for (int i = 0; i < 40; i++) {
      for (int j = 0; j < 30; j++) {
        assertThat((double) ious[i * 30 + j])
            .isCloseTo(box(first, i).iou(box(second, j)), within(1e-6));
      }
    }
  }

  @Test
  void empty_boxes_overlap_nothing_not_even_each_other() {
    float[] empty = {5, 5, 5, 5};
    assertThat(BoxArrays.iou(empty, new float[] {5, 5, 5, 5, 0, 0, 9, 9})).containsOnly(0);
  }

  @Test
  void a_box_as_large_as_the_limit_is_not_small_and_one_without_numbers_is() {
    float nan = Float.NaN;
    float[] boxes = {0, 0, 2, 2, 0, 0, 2, 1, 3, 3, 0, 0, nan, 0, 9, 9};
    assertThat(BoxArrays.notSmall(boxes, 2)).containsExactly(0);
  }

  @Test
  void areas_and_selections_keep_the_order() {
    float[] boxes = {0, 0, 2, 3, 1, 1, 5, 2};
    assertThat(BoxArrays.areas(boxes)).containsExactly(6, 4);
    assertThat(BoxArrays.select(boxes, new int[] {1, 0, 1}))
        .containsExactly(1, 1, 5, 2, 0, 0, 2, 3, 1, 1, 5, 2);
  }

  @Test
  void no_boxes_are_fine() {
    float[] none = {};
    assertThat(BoxArrays.iou(none, new float[4])).isEmpty();
    assertThat(BoxArrays.iou(new float[4], none)).isEmpty();
    assertThat(BoxArrays.clip(none, 3, 3)).isEmpty();
    assertThat(BoxArrays.notSmall(none, 1)).isEmpty();
  }

  private static Box box(float[] boxes, int index) {
    int at = 4 * index;
    return new Box(boxes[at], boxes[at + 1], boxes[at + 2], boxes[at + 3]);
  }
}
