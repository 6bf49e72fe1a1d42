package dev.wardrobe.evaluation;

import java.util.List;

/**
 * The scores of one category alone.
 *
 * @param categoryId the category's id
 * @param name the category's name
 * @param items how many items must be found: those that take part and are not ignored in {@link
 *     AreaRange#ALL}
 * @param ignored how many items are ignored there: detections on them count neither way
 * @param detections how many detections there are on the photos that take part, those beyond the
 *     best {@link Task#maxDets} of a photo included
 * @param stats the numbers of {@link Summary}, labelled and ordered as there; -1 where no item must
 *     be found
 */
public record CategoryScores(
    long categoryId, String name, int items, int ignored, int detections, List<Stat> stats) {
  /** Keeps a copy. */
  public CategoryScores {
    stats = List.copyOf(stats);
  }
}
