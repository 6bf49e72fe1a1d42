package dev.wardrobe.evaluation;

import dev.wardrobe.groundtruth.GroundTruthItem;

/** Intersection over union of boxes, bit for bit as maskApi's bbIou. */
final class BoxOverlap {
  private BoxOverlap() {}

  /**
   * The overlap of a detection with an item: over the union, or over the detection's area for a
   * crowd. 0 if they do not meet; may be infinite or not a number for boxes that are none.
   */
  static double of(double x, double y, double width, double height, GroundTruthItem item) {
    return of(x, y, width, height, item.x(), item.y(), item.width(), item.height(), item.crowd());
  }

  static double of(
      double x,
      double y,
      double width,
      double height,
      double itemX,
      double itemY,
      double itemWidth,
      double itemHeight,
      boolean crowd) {
    double w = smaller(width + x, itemWidth + itemX) - larger(x, itemX);
    if (w <= 0) {
      return 0;
    }
    double h = smaller(height + y, itemHeight + itemY) - larger(y, itemY);
    if (h <= 0) {
      return 0;
    }
    double intersection = w * h;
    double area = width * height;
    return intersection / (crowd ? area : area + itemWidth * itemHeight - intersection);
  }

  /** C's fmin: a number wins over one that is none. */
  private static double smaller(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.min(a, b);
  }

  /** C's fmax: a number wins over one that is none. */
  private static double larger(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b);
  }
}
