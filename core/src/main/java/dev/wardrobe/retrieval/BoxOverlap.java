package dev.wardrobe.retrieval;

import dev.wardrobe.structures.Box;

/**
 * Intersection over union as the official script computes it, to the last bit: from upper-left
 * corner, width and height, so that an edge x2 is the rounded {@code (x2 - x1) + x1}. Boxes turned
 * inside out overlap nothing. A number that is not one is passed over where edges are compared (C's
 * fmin and fmax) and makes the overlap not a number through the area.
 */
final class BoxOverlap {
  private BoxOverlap() {}

  /**
   * The overlap of a box in an array with another.
   *
   * @param corners x1, y1, x2, y2 from index {@code at} on; any numbers
   * @return 0 to 1, or not a number
   */
  static double iou(double[] corners, int at, Box box) {
    double x = corners[at];
    double y = corners[at + 1];
    double width = corners[at + 2] - x;
    double height = corners[at + 3] - y;
    double w = smaller(width + x, box.width() + box.x1()) - larger(x, box.x1());
    if (w <= 0) {
      return 0;
    }
    double h = smaller(height + y, box.height() + box.y1()) - larger(y, box.y1());
    if (h <= 0) {
      return 0;
    }
    double shared = w * h;
    return shared / (width * height + box.width() * box.height() - shared);
  }

  private static double smaller(double some, double finite) {
    return some <= finite ? some : finite;
  }

  private static double larger(double some, double finite) {
    return some >= finite ? some : finite;
  }
}
