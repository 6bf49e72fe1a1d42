package dev.wardrobe.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.groundtruth.GroundTruthItem;
import dev.wardrobe.groundtruth.LabelledLandmarks;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.RleMask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final long[] IMAGES = {5, 8, 13};
  private static final long[] CATEGORIES = {1, 4};
  private static final String[] NAMES = {"vest", "sling"};

  private static GroundTruthItem item(long id, int image, int category, double area) {
    return item(id, image, category, area, false);
  }

  private static GroundTruthItem item(
      long id, int image, int category, double area, boolean crowd) {
    return new GroundTruthItem(
        id,
        image,
        category,
        0,
        0,
        1,
        1,
        area,
        crowd,
        1,
        LabelledLandmarks.NONE,
        () -> RleMask.empty(new ImageSize(1, 1)),
        Attributes.UNKNOWN,
        Optional.empty());
  }

  /** Two vests and a crowd of vests on the first photo, a vest and a sling on the second. */
  private static final GroundTruth GROUND_TRUTH =
      new GroundTruth(
          IMAGES,
          CATEGORIES,
          NAMES,
          List.of(
              item(11, 0, 0, 100),
              item(12, 0, 0, 5000),
              item(13, 0, 0, 5000, true),
              item(14, 1, 0, 100),
              item(15, 1, 1, 20000)));

  private static Detections.Builder found() {
    return new Detections.Builder()
        .add(1, 0, 0, .9, 100, 0, 0, 1, 1)
        .overlap(.8)
        .overlap(.2)
        .overlap(0)
        .add(2, 0, 0, .7, 100, 0, 0, 1, 1)
        .overlap(.2)
        .overlap(.1)
        .overlap(0)
        .add(3, 1, 0, .8, 100, 0, 0, 1, 1)
        .overlap(.52)
        .add(4, 2, 1, .6, 100, 0, 0, 1, 1);
  }

  private static Evaluation evaluate(ItemSelection selection) {
    return Evaluation.of(Task.DETECTION, GROUND_TRUTH, found().build(), selection);
  }

  @Test
  void each_category_is_counted_and_scored_by_itself() {
    Evaluation evaluation = Evaluation.of(Task.DETECTION, GROUND_TRUTH, found().build());
    assertThat(evaluation.task()).isEqualTo(Task.DETECTION);
    List<CategoryScores> categories = evaluation.categories();
    assertThat(categories).hasSize(2);
    CategoryScores vest = categories.getFirst();
    assertThat(vest.categoryId()).isEqualTo(1);
    assertThat(vest.name()).isEqualTo("vest");
    assertThat(vest.items()).isEqualTo(3);
    assertThat(vest.ignored()).isEqualTo(1);
    assertThat(vest.detections()).isEqualTo(3);
    CategoryScores sling = categories.getLast();
    assertThat(sling.categoryId()).isEqualTo(4);
    assertThat(sling.items()).isEqualTo(1);
    assertThat(sling.ignored()).isZero();
    assertThat(sling.detections()).isEqualTo(1);
    assertThat(sling.stats())
        .extracting(Stat::value)
        .containsExactly(0., 0., 0., -1., -1., 0., 0., 0., 0., -1., -1., 0.);
    double ap50 = 67 / 101.0; // two of three vests before the first wrong detection
    assertThat(vest.stats().get(1)).isEqualTo(new Stat("AP50", vest.stats().get(1).value()));
    assertThat(vest.stats().get(1).value()).isCloseTo(ap50, GoldenChecks.BAR);
    assertThat(evaluation.summary().get("AP50")).isCloseTo(ap50 / 2, GoldenChecks.BAR);
  }

  @Test
  void photos_outside_the_selection_have_neither_items_nor_detections() {
    Evaluation evaluation = evaluate(ItemSelection.ALL.withPhotos(photo -> photo == 0));
    CategoryScores vest = evaluation.categories().getFirst();
    assertThat(vest.items()).isEqualTo(2);
    assertThat(vest.detections()).isEqualTo(2);
    assertThat(vest.stats().get(1).value()).isCloseTo(51 / 101.0, GoldenChecks.BAR);
    assertThat(evaluation.categories().getLast().stats())
        .allSatisfy(stat -> assertThat(stat.value()).isEqualTo(-1));
    CellMatches outside = evaluation.matches(1, 0, AreaRange.ALL);
    assertThat(outside.detectionCount()).isZero();
    assertThat(outside.itemCount()).isZero();
  }

  @Test
  void categories_outside_the_selection_are_not_listed_and_not_averaged() {
    Evaluation evaluation = evaluate(ItemSelection.ALL.withCategories(k -> k == 0));
    assertThat(evaluation.categories()).extracting(CategoryScores::name).containsExactly("vest");
    assertThat(evaluation.summary().stats()).isEqualTo(evaluation.categories().getFirst().stats());
    assertThat(evaluation.recall(0, 1, 0, 2)).isEqualTo(-1);
    assertThat(evaluation.matches(1, 1, AreaRange.ALL).itemCount()).isZero();
    assertThat(evaluation.matches(2, 1, AreaRange.ALL).detectionCount()).isZero();
  }

  @Test
  void items_of_categories_outside_the_selection_do_not_choose_photos() {
    ItemSelection slings =
        ItemSelection.of((item, index) -> item.categoryIndex() == 1, SubsetRule.IMAGES_ANY);
    assertThat(evaluate(slings).matches(1, 0, AreaRange.ALL).itemCount()).isEqualTo(1);
    assertThat(
            evaluate(slings.withCategories(k -> k == 0)).matches(1, 0, AreaRange.ALL).itemCount())
        .isZero();
  }

  @Test
  void the_filter_gets_each_item_with_its_index() {
    List<String> seen = new ArrayList<>();
    evaluate(
        ItemSelection.of(
            (item, index) -> {
              seen.add(index + ":" + item.id());
              return true;
            },
            SubsetRule.IGNORE));
    assertThat(seen).containsExactly("0:11", "1:12", "2:13", "3:14", "4:15");
  }

  @Test
  void single_values_are_those_of_the_arrays() {
    Evaluation evaluation = Evaluation.of(Task.DETECTION, GROUND_TRUTH, found().build());
    CurveShape shape = evaluation.shape();
    assertThat(shape).isEqualTo(new CurveShape(10, 101, 2, 4, 3));
    assertThat(evaluation.precision()).hasSize(10 * 101 * 2 * 4 * 3);
    assertThat(evaluation.scores()).hasSize(10 * 101 * 2 * 4 * 3);
    assertThat(evaluation.recall()).hasSize(10 * 2 * 4 * 3);
    assertThat(evaluation.recall(0, 0, 0, 2)).isEqualTo(2 / 3.0);
    assertThat(evaluation.recall(1, 0, 0, 2)).isEqualTo(1 / 3.0);
    assertThat(evaluation.precision(0, 66, 0, 0, 2)).isCloseTo(1, GoldenChecks.BAR);
    assertThat(evaluation.precision(0, 67, 0, 0, 2)).isZero();
    assertThat(evaluation.score(0, 33, 0, 0, 2)).isEqualTo(.9);
    assertThat(evaluation.score(0, 34, 0, 0, 2)).isEqualTo(.8);
    assertThat(evaluation.score(0, 67, 0, 0, 2)).isZero();
  }

  @Test
  void arrays_are_copies() {
    Evaluation evaluation = Evaluation.of(Task.DETECTION, GROUND_TRUTH, found().build());
    evaluation.precision()[0] = 7;
    evaluation.recall()[0] = 7;
    evaluation.scores()[0] = 7;
    assertThat(evaluation.precision()[0]).isNotEqualTo(7);
    assertThat(evaluation.recall()[0]).isNotEqualTo(7);
    assertThat(evaluation.scores()[0]).isNotEqualTo(7);
  }

  @Test
  void matches_tell_index_and_id() {
    Evaluation evaluation = Evaluation.of(Task.DETECTION, GROUND_TRUTH, found().build());
    CellMatches cell = evaluation.matches(0, 0, AreaRange.MEDIUM);
    assertThat(cell.detectionCount()).isEqualTo(2);
    assertThat(cell.detection(0)).isZero();
    assertThat(cell.detectionId(1)).isEqualTo(2);
    assertThat(cell.itemCount()).isEqualTo(3);
    assertThat(cell.itemId(0)).isEqualTo(12);
    assertThat(cell.itemIgnored(0)).isFalse();
    assertThat(cell.item(1)).isZero();
    assertThat(cell.itemIgnored(1)).isTrue();
    assertThat(cell.match(0, 0)).isEqualTo(1);
    assertThat(cell.matchedId(0, 0)).isEqualTo(11);
    assertThat(cell.detectionIgnored(0, 0)).isTrue();
    assertThat(cell.match(9, 0)).isEqualTo(-1);
    assertThat(cell.match(0, 1)).isEqualTo(-1);
    assertThat(cell.matchedId(0, 1)).isZero();
    assertThat(cell.detectionIgnored(0, 1)).isTrue();
    assertThat(evaluation.matches(0, 0, AreaRange.ALL).detectionIgnored(0, 1)).isFalse();
  }

  @Test
  void no_detections_is_recall_0() {
    Evaluation evaluation =
        Evaluation.of(Task.DETECTION, GROUND_TRUTH, new Detections.Builder().build());
    assertThat(evaluation.summary().get("AP")).isZero();
    assertThat(evaluation.summary().get("AR100")).isZero();
    assertThat(evaluation.matches(0, 0, AreaRange.ALL).itemCount()).isEqualTo(3);
  }

  @Test
  void an_empty_ground_truth_has_nothing_to_average() {
    GroundTruth empty = new GroundTruth(new long[0], new long[0], new String[0], List.of());
    Evaluation evaluation = Evaluation.of(Task.LANDMARKS, empty, new Detections.Builder().build());
    assertThat(evaluation.summary().stats())
        .hasSize(10)
        .allSatisfy(stat -> assertThat(stat.value()).isEqualTo(-1));
    assertThat(evaluation.categories()).isEmpty();
  }
}
