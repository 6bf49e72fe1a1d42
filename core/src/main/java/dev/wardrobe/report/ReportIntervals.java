package dev.wardrobe.report;

import dev.wardrobe.evaluation.ScoreIntervals;
import java.util.List;

/**
 * How far the scores of a report would move with other photos of the same kind.
 *
 * @param samples how many were drawn
 * @param seed of the drawing
 * @param scores of all categories and of each one
 * @param subsets of the report's subsets, in their order
 */
public record ReportIntervals(
    int samples, long seed, ScoreIntervals scores, List<ScoreIntervals> subsets) {
  /** Keeps a copy. */
  public ReportIntervals {
    subsets = List.copyOf(subsets);
  }
}
