package dev.wardrobe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.evaluation.Detections;
import dev.wardrobe.evaluation.Evaluation;
import dev.wardrobe.evaluation.ItemSelection;
import dev.wardrobe.evaluation.Task;
import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.groundtruth.GroundTruthItem;
import dev.wardrobe.groundtruth.LabelledLandmarks;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.RleMask;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CurveTest {
  private static final GroundTruth TWO_SKIRTS =
      new GroundTruth(
          new long[] {1, 2},
          new long[] {5, 9},
          new String[] {"vest", "skirt"},
          List.of(skirt(1, 0), skirt(2, 1)));

  private static GroundTruthItem skirt(long id, int image) {
    return new GroundTruthItem(
        id,
        image,
        1,
        0,
        0,
        100,
        100,
        10_000,
        false,
        0,
        LabelledLandmarks.NONE,
        () -> RleMask.empty(new ImageSize(1, 1)),
        Attributes.UNKNOWN,
        Optional.empty());
  }

  /** One skirt is found with an overlap of .6, and then a place where there is none. */
  private static Detections oneFound() {
    return new Detections.Builder()
        .add(1, 0, 1, .75, 10_000, 0, 0, 100, 100)
        .overlap(.6)
        .add(2, 1, 1, .5, 10_000, 0, 0, 100, 100)
        .overlap(0)
        .build();
  }

  @Test
  void categories_with_items_have_three_curves_each() {
    List<Curve> curves =
        Curve.of(Evaluation.of(Task.DETECTION, TWO_SKIRTS, oneFound()), TWO_SKIRTS);
    assertThat(curves).extracting(Curve::category).containsOnly("skirt");
    assertThat(curves).extracting(Curve::iou).containsExactly("0.50", "0.75", "0.50:0.95");
  }

  @Test
  void curve_falls_to_zero_after_the_recall_that_is_reached() {
    Curve at50 =
        Curve.of(Evaluation.of(Task.DETECTION, TWO_SKIRTS, oneFound()), TWO_SKIRTS).getFirst();
    assertThat(at50.recall()).isEqualTo(.5);
    assertThat(at50.precision()).hasSize(101);
    assertThat(at50.precision().subList(0, 51)).allMatch(p -> Math.abs(p - 1) < 1e-12);
    assertThat(at50.precision().subList(51, 101)).containsOnly(0.0);
    assertThat(at50.scores().subList(0, 51)).containsOnly(.75);
    assertThat(at50.scores().subList(51, 101)).containsOnly(0.0);
  }

  @Test
  void mean_curve_averages_the_ten_thresholds() {
    Curve mean =
        Curve.of(Evaluation.of(Task.DETECTION, TWO_SKIRTS, oneFound()), TWO_SKIRTS).getLast();
    // Found at .50, .55 and .60.
    assertThat(mean.recall()).isCloseTo(.15, within(1e-12));
    assertThat(mean.precision().getFirst()).isCloseTo(.3, within(1e-12));
    assertThat(mean.scores()).isEmpty();
  }

  @Test
  void left_out_categories_do_not_shift_the_others() {
    ItemSelection skirtsOnly = ItemSelection.ALL.withCategories(k -> k == 1);
    Evaluation evaluation = Evaluation.of(Task.DETECTION, TWO_SKIRTS, oneFound(), skirtsOnly);
    assertThat(Curve.of(evaluation, TWO_SKIRTS).getFirst().recall()).isEqualTo(.5);
  }
}
