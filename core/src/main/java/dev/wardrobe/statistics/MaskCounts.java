package dev.wardrobe.statistics;

/**
 * Masks of all items.
 *
 * @param items how many items have a mask: at least one polygon, or run lengths
 * @param runLengthItems those whose mask is run lengths; annotation files never have them
 * @param polygons parts of all polygon masks
 * @param points of all polygons
 * @param parts how many polygons an item has, over the items without run lengths
 */
public record MaskCounts(
    long items, long runLengthItems, long polygons, long points, Histogram parts) {

  MaskCounts plus(MaskCounts other) {
    return new MaskCounts(
        items + other.items,
        runLengthItems + other.runLengthItems,
        polygons + other.polygons,
        points + other.points,
        parts.plus(other.parts));
  }
}
