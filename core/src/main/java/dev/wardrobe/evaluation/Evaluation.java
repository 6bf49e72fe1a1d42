package dev.wardrobe.evaluation;

import dev.wardrobe.groundtruth.GroundTruth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Average precision and recall of a task, computed as the official cocoeval.py does it. Immutable.
 */
public final class Evaluation {
  private final Task task;
  private final GroundTruth groundTruth;
  private final CurveShape shape;
  private final double[] precision;
  private final double[] recall;
  private final double[] scores;

  private Evaluation(Task task, GroundTruth groundTruth) {
    this.task = task;
    this.groundTruth = groundTruth;
    shape =
        new CurveShape(
            Thresholds.iou().length,
            Thresholds.recall().length,
            groundTruth.categoryCount(),
            task.areaRanges().size(),
            task.maxDets().size());
    precision = filled(shape.precisionSize());
    recall = filled(shape.recallSize());
    scores = filled(shape.precisionSize());
  }

  private static double[] filled(int size) {
    double[] values = new double[size];
    Arrays.fill(values, -1);
    return values;
  }

  /**
   * Scores all detections against all items: the official evaluation.
   *
   * @param detections made for this ground truth
   */
  public static Evaluation of(Task task, GroundTruth groundTruth, Detections detections) {
    return of(task, groundTruth, detections, ItemSelection.ALL);
  }

  /**
   * Scores detections against a part of the items.
   *
   * @param detections made for this ground truth
   */
  public static Evaluation of(
      Task task, GroundTruth groundTruth, Detections detections, ItemSelection selection) {
    return new Evaluation(task, groundTruth);
  }

  /** What was scored. */
  public Task task() {
    return task;
  }

  /** The numbers a benchmark publishes: means over all categories. */
  public Summary summary() {
    return new Summary(task, noStats());
  }

  /** The same numbers for each category that takes part, in the order of their ids. */
  public List<CategoryScores> categories() {
    List<CategoryScores> all = new ArrayList<>();
    for (int k = 0; k < groundTruth.categoryCount(); k++) {
      all.add(
          new CategoryScores(
              groundTruth.categoryId(k), groundTruth.categoryName(k), 0, 0, 0, noStats()));
    }
    return all;
  }

  private List<Stat> noStats() {
    List<String> labels =
        task == Task.LANDMARKS
            ? List.of(
                "AP",
                "AP50",
                "AP75",
                "AP_medium",
                "AP_large",
                "AR",
                "AR50",
                "AR75",
                "AR_medium",
                "AR_large")
            : List.of(
                "AP",
                "AP50",
                "AP75",
                "AP_small",
                "AP_medium",
                "AP_large",
                "AR1",
                "AR10",
                "AR100",
                "AR_small",
                "AR_medium",
                "AR_large");
    return labels.stream().map(label -> new Stat(label, -1)).toList();
  }

  /** The axes of the arrays. */
  public CurveShape shape() {
    return shape;
  }

  /**
   * Precision at each IoU threshold, recall threshold, category, area range and limit of
   * detections, laid out as {@link CurveShape} says: the largest precision at this recall or more;
   * 0 where the recall is not reached, -1 where there is nothing to find. A copy.
   */
  public double[] precision() {
    return precision.clone();
  }

  /** One value of {@link #precision()}; every index from 0. */
  public double precision(int iou, int recallIndex, int category, int area, int maxDet) {
    return precision[shape.precisionIndex(iou, recallIndex, category, area, maxDet)];
  }

  /**
   * The recall of all detections at each IoU threshold, category, area range and limit of
   * detections, laid out as {@link CurveShape} says; -1 where there is nothing to find. A copy.
   */
  public double[] recall() {
    return recall.clone();
  }

  /** One value of {@link #recall()}; every index from 0. */
  public double recall(int iou, int category, int area, int maxDet) {
    return recall[shape.recallIndex(iou, category, area, maxDet)];
  }

  /**
   * The score at which each recall threshold is reached, laid out as {@link #precision()}; 0 where
   * it is not reached, -1 where there is nothing to find. A copy.
   */
  public double[] scores() {
    return scores.clone();
  }

  /** One value of {@link #scores()}; every index from 0. */
  public double score(int iou, int recallIndex, int category, int area, int maxDet) {
    return scores[shape.precisionIndex(iou, recallIndex, category, area, maxDet)];
  }

  /**
   * Which detection matches which item on one photo, in one category.
   *
   * @param imageIndex the photo, as index into the ground truth's photos
   * @param categoryIndex the category, as index into the ground truth's categories
   * @param range items and detections outside are ignored as the official evaluation does it
   */
  public CellMatches matches(int imageIndex, int categoryIndex, AreaRange range) {
    return new CellMatches(
        new int[0],
        new int[0],
        new int[0],
        new long[0],
        new boolean[0],
        new int[0],
        new boolean[0]);
  }
}
