package dev.wardrobe.synthesis.annotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** Exact questions to open rings x1, y1, x2, y2, ... in whole units. */
final class GridRing {
  private GridRing() {}

  /** The outer ring of a polygon without the corners that lie on a straight line. */
  static long[] of(Polygon polygon) {
    Coordinate[] closed = polygon.getExteriorRing().getCoordinates();
    int count = closed.length - 1;
    long[] ring = new long[2 * count];
    int length = 0;
    for (int i = 0; i < count; i++) {
      Coordinate before = closed[(i + count - 1) % count];
      Coordinate after = closed[i + 1];
      long x = (long) closed[i].x;
      long y = (long) closed[i].y;
      if (side((long) before.x, (long) before.y, (long) after.x, (long) after.y, x, y) != 0) {
        ring[length++] = x;
        ring[length++] = y;
      }
    }
    return Arrays.copyOf(ring, length);
  }

  /** Positive on one side of the line from 1 to 2, negative on the other, 0 on it. */
  private static long side(long x1, long y1, long x2, long y2, long x, long y) {
    return (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1);
  }

  /** Whether a point lies inside a ring or on it. */
  static boolean contains(long[] ring, GridPoint point) {
    long x = point.x();
    long y = point.y();
    boolean inside = false;
    long x1 = ring[ring.length - 2];
    long y1 = ring[ring.length - 1];
    for (int i = 0; i < ring.length; i += 2) {
      long x2 = ring[i];
      long y2 = ring[i + 1];
      long side = side(x1, y1, x2, y2, x, y);
      if (side == 0
          && Math.min(x1, x2) <= x
          && x <= Math.max(x1, x2)
          && Math.min(y1, y2) <= y
          && y <= Math.max(y1, y2)) {
        return true;
      }
      if (y1 <= y != y2 <= y && side > 0 == y1 <= y) {
        inside = !inside;
      }
      x1 = x2;
      y1 = y2;
    }
    return inside;
  }

  /**
   * The 9 whole places around where the edge that begins at a corner is closest to a place.
   *
   * @param from index of the corner's x
   * @param reach how far the edge may be, squared
   * @return empty if it is farther
   */
  static List<GridPoint> around(long[] ring, int from, double x, double y, double reach) {
    int to = (from + 2) % ring.length;
    double dx = ring[to] - ring[from];
    double dy = ring[to + 1] - ring[from + 1];
    double along = (x - ring[from]) * dx + (y - ring[from + 1]) * dy;
    double t = Math.clamp(along / (dx * dx + dy * dy), 0, 1);
    double footX = ring[from] + t * dx;
    double footY = ring[from + 1] + t * dy;
    if ((x - footX) * (x - footX) + (y - footY) * (y - footY) > reach) {
      return List.of();
    }
    GridPoint middle = GridPoint.nearest(footX, footY);
    List<GridPoint> places = new ArrayList<>(9);
    for (int i = 0; i < 9; i++) {
      places.add(new GridPoint(middle.x() + i % 3 - 1, middle.y() + i / 3 - 1));
    }
    return places;
  }
}
