package dev.wardrobe.synthesis;

import java.awt.geom.Path2D;
import java.util.List;

/** Points as shapes to fill, to draw and to ask whether a point is inside. */
final class SketchPaths {
  private SketchPaths() {}

  /** The union of open polygons x1, y1, x2, y2, ... */
  static Path2D closed(List<double[]> polygons) {
    Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (double[] polygon : polygons) {
      append(path, polygon);
      path.closePath();
    }
    return path;
  }

  /** A line from point to point. */
  static Path2D open(double[] points) {
    Path2D.Double path = new Path2D.Double();
    append(path, points);
    return path;
  }

  private static void append(Path2D.Double path, double[] points) {
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
  }
}
