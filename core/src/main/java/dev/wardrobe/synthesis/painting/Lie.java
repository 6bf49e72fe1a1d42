package dev.wardrobe.synthesis.painting;

import dev.wardrobe.synthesis.scene.Anchor;
import dev.wardrobe.synthesis.scene.Point;
import java.util.List;

/**
 * Where pixels are in a material: an anchor the other way round.
 *
 * @param origin of the material, in pixels
 * @param right in pixels, a unit to the right in the material
 * @param down in pixels, a unit down in the material
 * @param inverse one over the area of a unit square; negative if mirrored
 * @param unit how many pixels a unit is long
 */
record Lie(Point origin, Point right, Point down, double inverse, double unit) {
  /** Anchors of less area than this lie on edge: the material is then taken as straight. */
  private static final double LEAST_AREA = 1e-6;

  static Lie of(Anchor anchor) {
    Point right = anchor.right();
    Point down = anchor.down();
    double area = right.x() * down.y() - right.y() * down.x();
    if (usable(area, anchor.origin())) {
      return new Lie(anchor.origin(), right, down, 1 / area, Math.sqrt(Math.abs(area)));
    }
    double size = Math.max(right.length(), down.length());
    double unit = size > 1 && size < 1e6 ? size : 1;
    Point origin = usable(1, anchor.origin()) ? anchor.origin() : new Point(0, 0);
    return new Lie(origin, new Point(unit, 0), new Point(0, unit), 1 / (unit * unit), unit);
  }

  private static boolean usable(double area, Point origin) {
    return Math.abs(area) > LEAST_AREA
        && Math.abs(area) < 1e12
        && Math.abs(origin.x()) < 1e7
        && Math.abs(origin.y()) < 1e7;
  }

  /** How far right in the material a pixel's place is. */
  double u(double x, double y) {
    return ((x - origin.x()) * down.y() - (y - origin.y()) * down.x()) * inverse;
  }

  /** How far down in the material a pixel's place is. */
  double v(double x, double y) {
    return ((y - origin.y()) * right.x() - (x - origin.x()) * right.y()) * inverse;
  }

  /** Polygons or lines in the material. */
  List<double[]> inMaterial(List<double[]> places) {
    return places.stream().map(this::inMaterial).toList();
  }

  /** A polygon or a line in the material. */
  double[] inMaterial(double[] places) {
    double[] there = new double[places.length / 2 * 2];
    for (int i = 0; i < there.length; i += 2) {
      there[i] = u(places[i], places[i + 1]);
      there[i + 1] = v(places[i], places[i + 1]);
    }
    return there;
  }
}
