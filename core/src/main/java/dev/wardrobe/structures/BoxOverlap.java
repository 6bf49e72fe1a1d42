package dev.wardrobe.structures;

/**
 * Intersection over union of boxes, bit for bit as maskApi's bbIou: from upper-left corner, width
 * and height in pixels, so that an edge is the rounded x + width. Boxes turned inside out overlap
 * nothing. A number that is none is passed over where edges are compared (C's fmin and fmax) and
 * makes the overlap not a number through the area.
 */
public final class BoxOverlap {
  private BoxOverlap() {}

  /**
   * The overlap of a box with another.
   *
   * @param crowd whether the other is a crowd, so that the overlap is the intersection over the
   *     first box's area
   * @return 0 to 1, 0 if they do not meet; any number, infinity or NaN for boxes that are none
   */
  public static double of(
      double x,
      double y,
      double width,
      double height,
      double otherX,
      double otherY,
      double otherWidth,
      double otherHeight,
      boolean crowd) {
    double w = smaller(width + x, otherWidth + otherX) - larger(x, otherX);
    if (w <= 0) {
      return 0;
    }
    double h = smaller(height + y, otherHeight + otherY) - larger(y, otherY);
    if (h <= 0) {
      return 0;
    }
    double intersection = w * h;
    double area = width * height;
    return intersection / (crowd ? area : area + otherWidth * otherHeight - intersection);
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
