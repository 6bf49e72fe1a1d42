package dev.wardrobe.model.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NmsTest {
  @ParameterizedTest
  @ValueSource(doubles = {.3, .5, .7})
  void keeps_what_torchvision_keeps(double threshold) {
    Golden golden = Golden.of("nms");
    String name = "threshold" + threshold;
    float[] boxes = golden.floats("boxes");
    float[] scores = golden.floats("scores");
    assertThat(Nms.keep(boxes, scores, threshold)).isEqualTo(golden.ints(name + ".nms"));
    assertThat(Nms.keepByGroup(boxes, scores, golden.ints("groups"), threshold))
        .isEqualTo(golden.ints(name + ".batched_nms"));
    assertThat(Nms.keep(golden.floats("repeated"), golden.floats("tied"), threshold))
        .isEqualTo(golden.ints(name + ".nms_ties"));
  }

  @Test
  void an_overlap_of_just_the_threshold_suppresses_nothing_as_in_torchvision() {
    Golden golden = Golden.of("nms");
    assertThat(Nms.keep(golden.floats("edge.boxes"), golden.floats("edge.scores"), .5))
        .isEqualTo(golden.ints("edge.nms"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void keeps_what_the_plain_rule_keeps(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int count = 300;
    float[] boxes =
        seed % 2 == 0 ? RandomBoxes.coarse(count, random) : RandomBoxes.of(count, 60, random);
    float[] scores = new float[count];
    int[] groups = new int[count];
    for (int i = 0; i < count; i++) {
      scores[i] = random.nextInt(-20, 20) / 10f; // many ties
      groups[i] = random.nextInt(-2, 3);
    }
    double threshold = random.nextDouble(.2, .8);
    assertThat(Nms.keep(boxes, scores, threshold))
        .isEqualTo(plain(boxes, scores, new int[count], threshold));
    assertThat(Nms.keepByGroup(boxes, scores, groups, threshold))
        .isEqualTo(plain(boxes, scores, groups, threshold));
  }

  @Test
  void groups_may_be_any_numbers() {
    float[] boxes = {0, 0, 9, 9, 0, 0, 9, 9, 0, 0, 9, 9, 0, 0, 9, 9};
    int[] groups = {Integer.MIN_VALUE, Integer.MAX_VALUE, -1, Integer.MAX_VALUE};
    assertThat(Nms.keepByGroup(boxes, new float[] {.1f, .2f, .3f, .4f}, groups, .5))
        .containsExactly(3, 2, 0);
  }

  @Test
  void order_is_by_score_with_both_zeros_equal() {
    float[] scores = {-1, 0, -0f, 2, Float.NEGATIVE_INFINITY, 0};
    assertThat(Nms.byDescendingScore(scores)).containsExactly(3, 1, 2, 5, 0, 4);
  }

  @Test
  void no_boxes_are_fine() {
    assertThat(Nms.keep(new float[0], new float[0], .5)).isEmpty();
  }

  @Test
  void a_score_too_few_is_refused() {
    assertThatThrownBy(() -> Nms.keep(new float[8], new float[1], .5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Each box against all that were kept before it. */
  private static int[] plain(float[] boxes, float[] scores, int[] groups, double threshold) {
    int count = scores.length;
    float[] ious = BoxArrays.iou(boxes, boxes);
    List<Integer> kept = new ArrayList<>();
    IntStream.range(0, count)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -scores[i]))
        .filter(i ->
            kept.stream().noneMatch(k -> groups[k] == groups[i] && ious[k * count + i] > threshold))
        .forEachOrdered(kept::add);
    return kept.stream().mapToInt(i -> i).toArray();
  }
}
