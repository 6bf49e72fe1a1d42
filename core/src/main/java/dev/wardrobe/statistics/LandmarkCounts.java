package dev.wardrobe.statistics;

import dev.wardrobe.dataset.Category;

/**
 * Landmarks of all items.
 *
 * @param items how many items have at least one labelled landmark
 * @param visible labelled and seen
 * @param occluded labelled although hidden
 * @param notLabelled the rest of the landmarks that the items' categories have
 * @param labelledByCategory visible and occluded ones, by the item's category
 */
public record LandmarkCounts(
    long items,
    long visible,
    long occluded,
    long notLabelled,
    EnumCounts<Category> labelledByCategory) {

  /** Visible and occluded ones. */
  public long labelled() {
    return visible + occluded;
  }

  LandmarkCounts plus(LandmarkCounts other) {
    return new LandmarkCounts(
        items + other.items,
        visible + other.visible,
        occluded + other.occluded,
        notLabelled + other.notLabelled,
        labelledByCategory.plus(other.labelledByCategory));
  }
}
