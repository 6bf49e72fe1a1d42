package dev.wardrobe.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/** The means of a summary, taken from the arrays of {@link PlainEvaluation} as described. */
final class PlainSummary {
  private final Map<String, double[]> arrays;
  private final CurveShape shape;

  private PlainSummary(Map<String, double[]> arrays, CurveShape shape) {
    this.arrays = arrays;
    this.shape = shape;
  }

  /** Compares a summary, and the same for each category. */
  static void check(Evaluation evaluation, Map<String, double[]> arrays, long seed) {
    PlainSummary plain = new PlainSummary(arrays, evaluation.shape());
    int categories = evaluation.shape().categories();
    plain.compare(evaluation.task(), evaluation.summary().stats(), 0, categories, seed);
    assertThat(evaluation.categories()).hasSize(categories);
    for (int k = 0; k < categories; k++) {
      plain.compare(evaluation.task(), evaluation.categories().get(k).stats(), k, k + 1, seed);
    }
  }

  /** Compares the four numbers of a subset. */
  static void checkSubset(
      SubsetScores scores, Map<String, double[]> arrays, int categories, long seed) {
    PlainSummary plain = new PlainSummary(arrays, new CurveShape(10, 101, categories, 1, 1));
    Summary summary = scores.summary();
    same(summary.get("AP"), plain.precision(0, 10, 0, 0, 0, categories), "AP", seed);
    same(summary.get("AP50"), plain.precision(0, 1, 0, 0, 0, categories), "AP50", seed);
    same(summary.get("AP75"), plain.precision(5, 6, 0, 0, 0, categories), "AP75", seed);
    same(summary.get("AR"), plain.recall(0, 10, 0, 0, 0, categories), "AR", seed);
    assertThat(summary.stats()).hasSize(4);
  }

  private void compare(Task task, List<Stat> stats, int from, int to, long seed) {
    double[] expected =
        task == Task.LANDMARKS
            ? new double[] {
              precision(0, 10, 0, 0, from, to),
              precision(0, 1, 0, 0, from, to),
              precision(5, 6, 0, 0, from, to),
              precision(0, 10, 1, 0, from, to),
              precision(0, 10, 2, 0, from, to),
              recall(0, 10, 0, 0, from, to),
              recall(0, 1, 0, 0, from, to),
              recall(5, 6, 0, 0, from, to),
              recall(0, 10, 1, 0, from, to),
              recall(0, 10, 2, 0, from, to)
            }
            : new double[] {
              precision(0, 10, 0, 2, from, to),
              precision(0, 1, 0, 2, from, to),
              precision(5, 6, 0, 2, from, to),
              precision(0, 10, 1, 2, from, to),
              precision(0, 10, 2, 2, from, to),
              precision(0, 10, 3, 2, from, to),
              recall(0, 10, 0, 0, from, to),
              recall(0, 10, 0, 1, from, to),
              recall(0, 10, 0, 2, from, to),
              recall(0, 10, 1, 2, from, to),
              recall(0, 10, 2, 2, from, to),
              recall(0, 10, 3, 2, from, to)
            };
    assertThat(stats).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      same(stats.get(i).value(), expected[i], stats.get(i).label(), seed);
    }
  }

  private static void same(double found, double expected, String label, long seed) {
    assertThat(found).as("%s, seed %d", label, seed).isCloseTo(expected, GoldenChecks.BAR);
  }

  private double precision(int fromIou, int toIou, int area, int maxDet, int from, int to) {
    double sum = 0;
    int count = 0;
    for (int t = fromIou; t < toIou; t++) {
      for (int r = 0; r < 101; r++) {
        for (int k = from; k < to; k++) {
          double value =
              arrays
                  .getOrDefault("precision", new double[0])[
                  shape.precisionIndex(t, r, k, area, maxDet)];
          sum += value > -1 ? value : 0;
          count += value > -1 ? 1 : 0;
        }
      }
    }
    return count == 0 ? -1 : sum / count;
  }

  private double recall(int fromIou, int toIou, int area, int maxDet, int from, int to) {
    double sum = 0;
    int count = 0;
    for (int t = fromIou; t < toIou; t++) {
      for (int k = from; k < to; k++) {
        double value =
            arrays.getOrDefault("recall", new double[0])[shape.recallIndex(t, k, area, maxDet)];
        sum += value > -1 ? value : 0;
        count += value > -1 ? 1 : 0;
      }
    }
    return count == 0 ? -1 : sum / count;
  }
}
