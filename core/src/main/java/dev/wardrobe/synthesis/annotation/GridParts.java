package dev.wardrobe.synthesis.annotation;

import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Coordinates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** A mask as simple polygons without holes, all corners at whole units. */
final class GridParts {
  /** In square pixels; smaller parts are left out. */
  private static final double SMALLEST = 4;

  /** In pixels: twice the area over the perimeter, the width of a strip. */
  private static final double THINNEST = .75;

  /** How far a landmark may be moved to lie on the mask, in pixels. */
  private static final double REACH = 1.5;

  private final int unit;
  private final List<long[]> rings;
  private final double area;

  private GridParts(int unit, List<long[]> rings, double area) {
    this.unit = unit;
    this.rings = rings;
    this.area = area;
  }

  /**
   * The parts of an area, the largest first, less those too small or thin to be seen.
   *
   * @param area valid, corners at whole units
   * @param unit how many units a pixel is long
   */
  static GridParts of(Geometry area, int unit) {
    List<Polygon> kept = new ArrayList<>();
    for (Polygon part : HoleCutter.withoutHoles(area)) {
      double size = part.getArea();
      if (size >= SMALLEST * unit * unit && 2 * size >= THINNEST * unit * part.getLength()) {
        kept.add(part);
      }
    }
    kept.sort(Comparator.comparingDouble(Polygon::getArea).reversed());
    double total = 0;
    List<long[]> rings = new ArrayList<>();
    for (Polygon part : kept) {
      total += part.getArea();
      rings.add(GridRing.of(part));
    }
    return new GridParts(unit, rings, total / unit / unit);
  }

  /** In square pixels. */
  double area() {
    return area;
  }

  /** The smallest box of whole pixels around all parts; there must be one. */
  Box box() {
    long x1 = Long.MAX_VALUE;
    long y1 = Long.MAX_VALUE;
    long x2 = Long.MIN_VALUE;
    long y2 = Long.MIN_VALUE;
    for (long[] ring : rings) {
      for (int i = 0; i < ring.length; i += 2) {
        x1 = Math.min(x1, ring[i]);
        x2 = Math.max(x2, ring[i]);
        y1 = Math.min(y1, ring[i + 1]);
        y2 = Math.max(y2, ring[i + 1]);
      }
    }
    return new Box(
        Math.floorDiv(x1, unit),
        Math.floorDiv(y1, unit),
        Math.ceilDiv(x2, unit),
        Math.ceilDiv(y2, unit));
  }

  /** The parts in pixels: integers if a unit is one, else with a fraction. */
  List<Coordinates> coordinates() {
    List<Coordinates> parts = new ArrayList<>();
    for (long[] ring : rings) {
      Coordinates.Builder part = Coordinates.builder();
      for (long value : ring) {
        if (unit == 1) {
          part.addInteger(value);
        } else {
          part.addReal(value / (double) unit);
        }
      }
      parts.add(part.build());
    }
    return parts;
  }

  /**
   * The whole place in or on the mask for a place in units: the nearest one if that is in or on the
   * mask; else the nearest of those around the closest place of an edge.
   *
   * @return empty if there is none within 1.5 pixels
   */
  Optional<GridPoint> nearest(double x, double y) {
    GridPoint at = GridPoint.nearest(x, y);
    if (contains(at)) {
      return Optional.of(at);
    }
    double closest = REACH * REACH * unit * unit;
    Optional<GridPoint> found = Optional.empty();
    for (long[] ring : rings) {
      for (int i = 0; i < ring.length; i += 2) {
        for (GridPoint candidate : GridRing.around(ring, i, x, y, closest)) {
          double distance = candidate.squaredDistance(x, y);
          if (distance < closest && contains(candidate)) {
            closest = distance;
            found = Optional.of(candidate);
          }
        }
      }
    }
    return found;
  }

  private boolean contains(GridPoint point) {
    for (long[] ring : rings) {
      if (GridRing.contains(ring, point)) {
        return true;
      }
    }
    return false;
  }
}
