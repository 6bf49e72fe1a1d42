package dev.wardrobe.synthesis.scene;

/** Moves places, such as from figure units to the pixels of a photo; smooth and without folds. */
@FunctionalInterface
public interface Warp {

  /** Where a point comes to lie. */
  Point apply(Point point);

  /** Where points x1, y1, x2, y2, ... come to lie; a new array. */
  default double[] apply(double[] points) {
    double[] moved = new double[points.length];
    for (int i = 0; i < points.length; i += 2) {
      Point point = apply(new Point(points[i], points[i + 1]));
      moved[i] = point.x();
      moved[i + 1] = point.y();
    }
    return moved;
  }
}
