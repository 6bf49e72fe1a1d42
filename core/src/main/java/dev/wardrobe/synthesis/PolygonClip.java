package dev.wardrobe.synthesis;

import dev.wardrobe.structures.Box;
import java.util.Arrays;

/** Cuts polygons off at a box, edge by edge (Sutherland and Hodgman, 1974). */
final class PolygonClip {
  private double[] points;
  private int length;

  private PolygonClip(int capacity) {
    points = new double[capacity];
  }

  /**
   * The part of an open polygon x1, y1, x2, y2, ... inside a box; a part cut in two stays one
   * polygon with a seam along the box's edge. Points that repeat the one before are left out.
   *
   * @return empty if fewer than 3 different points are left
   */
  static double[] clip(double[] polygon, Box box) {
    double[] inside = polygon;
    inside = cut(inside, 0, 1, box.x1());
    inside = cut(inside, 0, -1, -box.x2());
    inside = cut(inside, 1, 1, box.y1());
    inside = cut(inside, 1, -1, -box.y2());
    return withoutRepeats(inside);
  }

  /** The open polygon without points that repeat the one before; empty if under 3 are left. */
  static double[] withoutRepeats(double[] polygon) {
    PolygonClip kept = new PolygonClip(polygon.length);
    for (int i = 0; i < polygon.length; i += 2) {
      int previous = (i == 0 ? polygon.length : i) - 2;
      if (polygon[i] != polygon[previous] || polygon[i + 1] != polygon[previous + 1]) {
        kept.add(polygon[i], polygon[i + 1]);
      }
    }
    return kept.length < 6 ? new double[0] : kept.toArray();
  }

  /** Keeps what has {@code sign * coordinate >= limit} along an axis, 0 for x and 1 for y. */
  private static double[] cut(double[] polygon, int axis, int sign, double limit) {
    PolygonClip kept = new PolygonClip(2 * polygon.length);
    for (int i = 0; i < polygon.length; i += 2) {
      int next = (i + 2) % polygon.length;
      double here = sign * polygon[i + axis] - limit;
      double there = sign * polygon[next + axis] - limit;
      if (here >= 0) {
        kept.add(polygon[i], polygon[i + 1]);
      }
      if (here * there < 0) {
        double t = here / (here - there);
        int other = 1 - axis;
        double across = polygon[i + other] + t * (polygon[next + other] - polygon[i + other]);
        kept.add(axis == 0 ? sign * limit : across, axis == 0 ? across : sign * limit);
      }
    }
    return kept.toArray();
  }

  private void add(double x, double y) {
    points[length++] = x;
    points[length++] = y;
  }

  private double[] toArray() {
    return Arrays.copyOf(points, length);
  }
}
