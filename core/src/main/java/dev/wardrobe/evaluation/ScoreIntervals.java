package dev.wardrobe.evaluation;

import java.util.List;

/**
 * Intervals of AP, AP50, AP75 and AR (with the task's largest number of detections), all in {@link
 * AreaRange#ALL}.
 *
 * @param all of the means over all categories
 * @param categories of each category that takes part, in the order of their ids
 */
public record ScoreIntervals(List<Interval> all, List<List<Interval>> categories) {
  /** Keeps copies. */
  public ScoreIntervals {
    all = List.copyOf(all);
    categories = categories.stream().map(List::copyOf).toList();
  }
}
