package dev.wardrobe.report;

import dev.wardrobe.coco.CocoOptions.LandmarkChoice;
import dev.wardrobe.evaluation.SubsetRule;
import dev.wardrobe.results.BadResults;
import java.util.List;

/**
 * What was chosen for an evaluation; all else follows from the task.
 *
 * @param version of Wardrobe
 * @param badResults what was done with bad records
 * @param subsetRule what became of items outside a subset
 * @param landmarks which landmarks of the ground truth count
 * @param slices what it was confined to; none for the whole ground truth
 */
public record EvaluationRules(
    String version,
    BadResults badResults,
    SubsetRule subsetRule,
    LandmarkChoice landmarks,
    List<Slice> slices) {

  /** Keeps a copy. */
  public EvaluationRules {
    slices = List.copyOf(slices);
  }
}
