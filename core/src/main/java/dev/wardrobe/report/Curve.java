package dev.wardrobe.report;

import dev.wardrobe.evaluation.CategoryScores;
import dev.wardrobe.evaluation.Evaluation;
import dev.wardrobe.evaluation.Thresholds;
import dev.wardrobe.groundtruth.GroundTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Precision by recall of one category, over all areas and with the most detections a photo may
 * have.
 *
 * @param category the category's name
 * @param iou the threshold of IoU or OKS as "0.50" or "0.75", or "0.50:0.95" for the mean over all
 * @param recall the largest recall reached, 0 to 1
 * @param precision the largest precision at 101 recalls (0, 0.01 to 1) or beyond; 0 where the
 *     recall is not reached
 * @param scores the score at which each recall is reached, 0 where it is not; none for the mean
 */
public record Curve(
    String category, String iou, double recall, List<Double> precision, List<Double> scores) {
  private static final int IOU_50 = 0;
  private static final int IOU_75 = 5;

  /** Keeps copies. */
  public Curve {
    precision = List.copyOf(precision);
    scores = List.copyOf(scores);
  }

  /**
   * Three curves for each category that has items to find.
   *
   * @param groundTruth what was scored against
   */
  public static List<Curve> of(Evaluation evaluation, GroundTruth groundTruth) {
    List<Curve> curves = new ArrayList<>();
    for (CategoryScores category : evaluation.categories()) {
      if (category.items() > 0) {
        int index = groundTruth.categoryIndex(category.categoryId());
        Reading reading = new Reading(evaluation, index, category.name());
        curves.add(reading.at(IOU_50, "0.50"));
        curves.add(reading.at(IOU_75, "0.75"));
        curves.add(reading.mean());
      }
    }
    return List.copyOf(curves);
  }

  /** One category of the official arrays. */
  private record Reading(Evaluation evaluation, int category, String name) {
    Curve at(int iou, String label) {
      return new Curve(
          name,
          label,
          evaluation.recall(iou, category, 0, last()),
          sampled(r -> evaluation.precision(iou, r, category, 0, last())),
          sampled(r -> evaluation.score(iou, r, category, 0, last())));
    }

    Curve mean() {
      return new Curve(
          name,
          "0.50:0.95",
          overThresholds(t -> evaluation.recall(t, category, 0, last())),
          sampled(r -> overThresholds(t -> evaluation.precision(t, r, category, 0, last()))),
          List.of());
    }

    private int last() {
      return evaluation.shape().maxDets() - 1;
    }

    private static double overThresholds(IntToDoubleFunction value) {
      double sum = 0;
      int count = Thresholds.iou().length;
      for (int t = 0; t < count; t++) {
        sum += value.applyAsDouble(t);
      }
      return sum / count;
    }

    private static List<Double> sampled(IntToDoubleFunction value) {
      List<Double> values = new ArrayList<>();
      for (int r = 0; r < Thresholds.recall().length; r++) {
        values.add(value.applyAsDouble(r));
      }
      return values;
    }
  }
}
