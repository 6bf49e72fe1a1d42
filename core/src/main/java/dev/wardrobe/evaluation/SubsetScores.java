package dev.wardrobe.evaluation;

import dev.wardrobe.groundtruth.GroundTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * What is found of one subset of the items: a column of the paper's Tables 3, 5 and 7.
 *
 * @param subset the subset
 * @param items how many items of the whole ground truth belong to it; with {@link
 *     SubsetRule#IMAGES_ALL} some may be on photos that do not take part
 * @param counted how many of them are to be found, so that the numbers rest on them: on photos that
 *     take part, and not ignored as crowds or, for landmarks, as items without a labelled one
 * @param images how many photos take part
 * @param summary AP, AP50, AP75 and AR (the average recall with the task's largest number of
 *     detections), all in {@link AreaRange#ALL}
 */
public record SubsetScores(Subset subset, int items, int counted, int images, Summary summary) {

  /**
   * Scores each subset by itself.
   *
   * @param subsets in the order of the result
   */
  public static List<SubsetScores> of(
      Task task,
      GroundTruth groundTruth,
      Detections detections,
      SubsetRule rule,
      List<Subset> subsets) {
    return of(task, groundTruth, detections, ItemSelection.ALL, rule, subsets, done -> {});
  }

  /**
   * Scores each subset of a part of the ground truth by itself.
   *
   * @param slice which photos, categories and items subsets are taken from; its rule does not
   *     matter
   * @param rule what becomes of the items outside a subset
   * @param subsets in the order of the result
   * @param progress gets the number of subsets scored so far
   */
  public static List<SubsetScores> of(
      Task task,
      GroundTruth groundTruth,
      Detections detections,
      ItemSelection slice,
      SubsetRule rule,
      List<Subset> subsets,
      IntConsumer progress) {
    DetectionCells cells = new DetectionCells(groundTruth, detections);
    List<SubsetScores> scores = new ArrayList<>(subsets.size());
    for (Subset subset : subsets) {
      ItemSelection selection = slice.within(subset, rule);
      Roles roles = new Roles(task, groundTruth, selection);
      int categories = groundTruth.categoryCount();
      Curves curves =
          new Curves(categories, List.of(AreaRange.ALL), List.of(task.maxDets().getLast()));
      Scorer.score(groundTruth, detections, roles, cells, curves);
      List<Stat> stats = Measure.stats(Measure.ofSubset(task), curves, 0, categories);
      scores.add(
          new SubsetScores(
              subset,
              roles.subsetSize(),
              roles.countedSize(),
              roles.photoCount(),
              new Summary(task, stats)));
      progress.accept(scores.size());
    }
    return List.copyOf(scores);
  }
}
