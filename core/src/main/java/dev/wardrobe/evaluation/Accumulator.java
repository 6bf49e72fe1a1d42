package dev.wardrobe.evaluation;

/**
 * Counts the detections of one category and area range, best score first, for one limit of
 * detections a photo, and makes precision and recall of the counts. Precision is highest, between
 * two recall thresholds, at one of the correct detections, so only the best of those is kept.
 */
final class Accumulator {
  private static final double[] RECALL_THRESHOLDS = Thresholds.recall();

  private static final int RECALLS = Thresholds.RECALL_COUNT;
  private static final int THRESHOLDS = Thresholds.IOU_COUNT;
  private static final double SPACING = Math.ulp(1.0);

  private final int items;
  private final int maxDet;
  private boolean any;
  private int wrongEverywhere;
  private final int[] correct = new int[THRESHOLDS];
  private final int[] wrong = new int[THRESHOLDS];
  private final int[] reached = new int[THRESHOLDS];
  private final double[] precision = new double[THRESHOLDS * RECALLS];
  private final double[] scores = new double[THRESHOLDS * RECALLS];

  /**
   * Nothing counted yet.
   *
   * @param items how many items must be found, at least 1
   * @param maxDet how many detections of a photo count, the best first
   */
  Accumulator(int items, int maxDet) {
    this.items = items;
    this.maxDet = maxDet;
  }

  /**
   * Counts the next detection of the category.
   *
   * @param rank its rank on its photo, from 0
   * @param outcome its {@link Outcome}
   * @param times how often, as if its photo were there so often
   */
  void add(int rank, int outcome, double score, int times) {
    if (rank >= maxDet || times == 0) {
      return;
    }
    if (!any) {
      any = true;
      beginWith(score);
    }
    if (outcome == Outcome.WRONG) {
      wrongEverywhere += times;
    } else if (outcome != Outcome.IGNORED) {
      addMixed(outcome, score, times);
    }
  }

  private void addMixed(int outcome, double score, int times) {
    for (int t = 0; t < THRESHOLDS; t++) {
      if (Outcome.isCorrect(outcome, t)) {
        addCorrect(t, score, times);
      } else if (Outcome.isWrong(outcome, t)) {
        wrong[t] += times;
      }
    }
  }

  /** Recall 0 is reached by the first detection, even by one that is ignored. */
  private void beginWith(double score) {
    for (int t = 0; t < THRESHOLDS; t++) {
      scores[t * RECALLS] = score;
      reached[t] = 1;
    }
  }

  /** Of several at once the last one counts: precision is the higher, the more there are. */
  private void addCorrect(int t, double score, int times) {
    correct[t] += times;
    int found = correct[t];
    double recall = (double) found / items;
    while (reached[t] < RECALLS && recall >= RECALL_THRESHOLDS[reached[t]]) {
      scores[t * RECALLS + reached[t]] = score;
      reached[t]++;
    }
    double now = found / ((double) (wrongEverywhere + wrong[t] + found) + SPACING);
    int last = t * RECALLS + reached[t] - 1;
    precision[last] = Math.max(precision[last], now);
  }

  /** Writes the result; indices of its place in the arrays. */
  void writeTo(Curves curves, int category, int area, int maxDetIndex) {
    for (int t = 0; t < THRESHOLDS; t++) {
      double best = 0;
      for (int r = RECALLS - 1; r >= 0; r--) {
        best = Math.max(best, precision[t * RECALLS + r]);
        int at = curves.shape.precisionIndex(t, r, category, area, maxDetIndex);
        curves.precision[at] = best;
        curves.scores[at] = scores[t * RECALLS + r];
      }
      curves.recall[curves.shape.recallIndex(t, category, area, maxDetIndex)] =
          (double) correct[t] / items;
    }
  }
}
