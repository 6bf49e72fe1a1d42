package dev.wardrobe.statistics;

import dev.wardrobe.structures.Mask;
import dev.wardrobe.structures.PolygonMask;
import dev.wardrobe.structures.RleMask;

/** Counts masks. */
final class MaskTally {
  private final Histogram.Tally parts = new Histogram.Tally();
  private long items;
  private long runLengthItems;
  private long polygons;
  private long points;

  void add(Mask mask) {
    switch (mask) {
      case PolygonMask polygon -> {
        parts.add(polygon.parts().size());
        polygons += polygon.parts().size();
        points += polygon.pointCount();
        if (!polygon.parts().isEmpty()) {
          items++;
        }
      }
      case RleMask _ -> {
        items++;
        runLengthItems++;
      }
    }
  }

  void merge(MaskTally other) {
    parts.merge(other.parts);
    items += other.items;
    runLengthItems += other.runLengthItems;
    polygons += other.polygons;
    points += other.points;
  }

  MaskCounts toCounts() {
    return new MaskCounts(items, runLengthItems, polygons, points, parts.toHistogram());
  }
}
