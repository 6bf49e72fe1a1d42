package dev.wardrobe.evaluation;

import dev.wardrobe.groundtruth.GroundTruth;
import java.util.ArrayList;
import java.util.List;

/**
 * Average precision and recall of a task, computed as the official cocoeval.py does it. Immutable.
 */
public final class Evaluation {
  private final Task task;
  private final GroundTruth groundTruth;
  private final Detections detections;
  private final Roles roles;
  private final DetectionCells cells;
  private final Curves curves;

  private Evaluation(
      Task task, GroundTruth groundTruth, Detections detections, ItemSelection selection) {
    this.task = task;
    this.groundTruth = groundTruth;
    this.detections = detections;
    roles = new Roles(task, groundTruth, selection);
    cells = new DetectionCells(groundTruth, detections);
    curves = new Curves(groundTruth.categoryCount(), task.areaRanges(), task.maxDets());
    Scorer.score(groundTruth, detections, roles, cells, curves);
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
    return new Evaluation(task, groundTruth, detections, selection);
  }

  /** What was scored. */
  public Task task() {
    return task;
  }

  /** The numbers a benchmark publishes: means over all categories. */
  public Summary summary() {
    return new Summary(task, stats(0, groundTruth.categoryCount()));
  }

  /** The same numbers for each category that takes part, in the order of their ids. */
  public List<CategoryScores> categories() {
    List<CategoryScores> all = new ArrayList<>();
    for (int k = 0; k < groundTruth.categoryCount(); k++) {
      if (roles.hasCategory(k)) {
        all.add(categoryScores(k));
      }
    }
    return List.copyOf(all);
  }

  private CategoryScores categoryScores(int category) {
    int items = 0;
    int ignored = 0;
    int found = 0;
    for (int image = 0; image < groundTruth.imageCount(); image++) {
      found += roles.hasPhoto(image) ? cells.size(image, category) : 0;
      for (int i = 0; i < groundTruth.cellSize(image, category); i++) {
        int item = groundTruth.cellItem(image, category, i);
        if (roles.hasItem(item)) {
          boolean ignores = roles.ignores(item, AreaRange.ALL);
          items += ignores ? 0 : 1;
          ignored += ignores ? 1 : 0;
        }
      }
    }
    return new CategoryScores(
        groundTruth.categoryId(category),
        groundTruth.categoryName(category),
        items,
        ignored,
        found,
        stats(category, category + 1));
  }

  private List<Stat> stats(int fromCategory, int toCategory) {
    return Measure.stats(Measure.of(task), curves, fromCategory, toCategory);
  }

  /** The axes of the arrays. */
  public CurveShape shape() {
    return curves.shape;
  }

  /**
   * Precision at each IoU threshold, recall threshold, category, area range and limit of
   * detections, laid out as {@link CurveShape} says: the largest precision at this recall or more;
   * 0 where the recall is not reached, -1 where there is nothing to find. A copy.
   */
  public double[] precision() {
    return curves.precision.clone();
  }

  /** One value of {@link #precision()}; every index from 0. */
  public double precision(int iou, int recallIndex, int category, int area, int maxDet) {
    return curves.precision[curves.shape.precisionIndex(iou, recallIndex, category, area, maxDet)];
  }

  /**
   * The recall of all detections at each IoU threshold, category, area range and limit of
   * detections, laid out as {@link CurveShape} says; -1 where there is nothing to find. A copy.
   */
  public double[] recall() {
    return curves.recall.clone();
  }

  /** One value of {@link #recall()}; every index from 0. */
  public double recall(int iou, int category, int area, int maxDet) {
    return curves.recall[curves.shape.recallIndex(iou, category, area, maxDet)];
  }

  /**
   * The score at which each recall threshold is reached, laid out as {@link #precision()}; 0 where
   * it is not reached, -1 where there is nothing to find. A copy.
   */
  public double[] scores() {
    return curves.scores.clone();
  }

  /** One value of {@link #scores()}; every index from 0. */
  public double score(int iou, int recallIndex, int category, int area, int maxDet) {
    return curves.scores[curves.shape.precisionIndex(iou, recallIndex, category, area, maxDet)];
  }

  /**
   * Which detection matches which item on one photo, in one category. Empty if one of the two does
   * not take part.
   *
   * @param imageIndex the photo, as index into the ground truth's photos
   * @param categoryIndex the category, as index into the ground truth's categories
   * @param range items and detections outside are ignored as the official evaluation does it
   */
  public CellMatches matches(int imageIndex, int categoryIndex, AreaRange range) {
    int maxDets =
        roles.hasPhoto(imageIndex) && roles.hasCategory(categoryIndex)
            ? task.maxDets().getLast()
            : 0;
    CellMatcher matcher = new CellMatcher(groundTruth, detections, roles, cells, maxDets);
    matcher.open(imageIndex, categoryIndex);
    matcher.match(range);
    return matcher.toMatches();
  }
}
