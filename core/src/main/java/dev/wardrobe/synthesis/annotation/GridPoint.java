package dev.wardrobe.synthesis.annotation;

/**
 * A place that annotations can name: whole pixels, or whole hundredths of them.
 *
 * @param x in units, to the right
 * @param y in units, down
 */
record GridPoint(long x, long y) {

  /** The one nearest to a place in units; of two, the even one. */
  static GridPoint nearest(double x, double y) {
    return new GridPoint((long) Math.rint(x), (long) Math.rint(y));
  }

  /** The squared distance to a place in units. */
  double squaredDistance(double otherX, double otherY) {
    double dx = x - otherX;
    double dy = y - otherY;
    return dx * dx + dy * dy;
  }
}
