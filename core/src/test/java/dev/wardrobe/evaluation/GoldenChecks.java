package dev.wardrobe.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.JsonTree;
import java.util.List;
import org.assertj.core.data.Offset;

/** Compares an evaluation with the official numbers. */
final class GoldenChecks {
  static final Offset<Double> BAR = within(1e-12);

  private GoldenChecks() {}

  /** All numbers of the summary and all three arrays, to the last bit. */
  static void check(Evaluation evaluation, JsonTree golden) {
    List<Stat> stats = evaluation.summary().stats();
    assertThat(stats.stream().map(Stat::label).toList()).isEqualTo(texts(golden.get("labels")));
    for (int i = 0; i < stats.size(); i++) {
      assertThat(stats.get(i).value())
          .as(stats.get(i).label())
          .isEqualTo(golden.get("stats").get(i).number());
    }
    CurveShape shape = evaluation.shape();
    assertThat(
            new double[] {
              shape.iouThresholds(),
              shape.recallThresholds(),
              shape.categories(),
              shape.areaRanges(),
              shape.maxDets()
            })
        .isEqualTo(golden.get("counts_TRKAM").numbers());
    JsonTree digests = golden.get("sha256_f64le_c_order");
    assertThat(ArrayDigest.of(evaluation.recall())).isEqualTo(digests.get("recall").text());
    assertThat(ArrayDigest.of(evaluation.scores())).isEqualTo(digests.get("scores").text());
    assertThat(ArrayDigest.of(evaluation.precision())).isEqualTo(digests.get("precision").text());
    checkCategories(evaluation, golden.get("per_category_area_all"));
  }

  private static void checkCategories(Evaluation evaluation, JsonTree golden) {
    for (CategoryScores category : evaluation.categories()) {
      JsonTree expected = golden.get(Long.toString(category.categoryId()));
      List<Stat> stats = category.stats();
      assertThat(stats.getFirst().value()).isCloseTo(expected.get("AP").number(), BAR);
      String ar = evaluation.task() == Task.LANDMARKS ? "AR" : "AR100";
      assertThat(stats)
          .filteredOn(stat -> stat.label().equals(ar))
          .singleElement()
          .satisfies(stat -> assertThat(stat.value()).isCloseTo(expected.get("AR").number(), BAR));
    }
  }

  private static List<String> texts(JsonTree list) {
    return list.value() instanceof List<?> texts
        ? texts.stream().map(String.class::cast).toList()
        : List.of();
  }
}
