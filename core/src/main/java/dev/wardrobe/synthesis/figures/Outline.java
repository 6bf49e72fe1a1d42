package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.scene.Point;
import java.util.Arrays;

/** Collects the corners of an outline or line, and makes smooth ones of few knots. */
final class Outline {
  /** Steps from one knot of a smooth line to the next. */
  private static final int STEPS = 5;

  /** Knots nearer to each other are one: no spline goes through two equal knots. */
  private static final double SAME = 1e-6;

  private double[] places = new double[64];
  private int size;

  /** Appends a corner. */
  Outline add(Point point) {
    return add(point.x(), point.y());
  }

  /** Appends a corner. */
  Outline add(double x, double y) {
    if (size == places.length) {
      places = Arrays.copyOf(places, 2 * size);
    }
    places[size++] = x;
    places[size++] = y;
    return this;
  }

  /** Appends all corners of a line x1, y1, x2, y2, .... */
  Outline add(double[] line) {
    for (int i = 0; i < line.length; i += 2) {
      add(line[i], line[i + 1]);
    }
    return this;
  }

  /** Appends an arc around a centre, from an angle over a sweep, both in radians. */
  Outline arc(Point centre, double radius, double from, double sweep, int steps) {
    for (int i = 0; i <= steps; i++) {
      double angle = from + sweep * i / steps;
      add(centre.x() + radius * StrictMath.cos(angle), centre.y() + radius * StrictMath.sin(angle));
    }
    return this;
  }

  /** The corners x1, y1, x2, y2, .... */
  double[] corners() {
    return Arrays.copyOf(places, size);
  }

  /** A smooth closed outline through the corners. */
  double[] closed() {
    return smooth(corners(), true);
  }

  /** A smooth line through the corners. */
  double[] open() {
    return smooth(corners(), false);
  }

  /** An ellipse with upright axes as a polygon. */
  static double[] ellipse(double x, double y, double halfWidth, double halfHeight, int count) {
    double[] polygon = new double[2 * count];
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * i / count;
      polygon[2 * i] = x + halfWidth * StrictMath.cos(angle);
      polygon[2 * i + 1] = y + halfHeight * StrictMath.sin(angle);
    }
    return polygon;
  }

  /** A band of even breadth along a gently bent line, with blunt ends. */
  static double[] band(double[] line, double half) {
    int count = line.length / 2;
    double[] polygon = new double[4 * count];
    for (int i = 0; i < count; i++) {
      int before = 2 * Math.max(0, i - 1);
      int after = 2 * Math.min(count - 1, i + 1);
      Point along = new Point(line[after] - line[before], line[after + 1] - line[before + 1]);
      Point out = along.unit().turned().times(half);
      int other = polygon.length - 2 - 2 * i;
      polygon[2 * i] = line[2 * i] + out.x();
      polygon[2 * i + 1] = line[2 * i + 1] + out.y();
      polygon[other] = line[2 * i] - out.x();
      polygon[other + 1] = line[2 * i + 1] - out.y();
    }
    return polygon;
  }

  /**
   * A centripetal Catmull-Rom spline through knots, flattened: unlike the uniform one it makes no
   * loops where knots lie unevenly.
   */
  static double[] smooth(double[] knots, boolean closed) {
    double[] apart = distinct(knots, closed);
    int count = apart.length / 2;
    if (count < 3) {
      return apart;
    }
    int spans = closed ? count : count - 1;
    Outline flat = new Outline();
    for (int i = 0; i < spans; i++) {
      Point from = knot(apart, i, closed);
      Point to = knot(apart, i + 1, closed);
      Point before = !closed && i == 0 ? from.times(2).minus(to) : knot(apart, i - 1, closed);
      Point after =
          !closed && i == spans - 1 ? to.times(2).minus(from) : knot(apart, i + 2, closed);
      flat.span(before, from, to, after);
    }
    return closed ? flat.corners() : flat.add(knot(apart, count - 1, false)).corners();
  }

  private void span(Point before, Point from, Point to, Point after) {
    double t1 = Math.sqrt(from.minus(before).length());
    double t2 = t1 + Math.sqrt(to.minus(from).length());
    double t3 = t2 + Math.sqrt(after.minus(to).length());
    for (int i = 0; i < STEPS; i++) {
      double t = t1 + (t2 - t1) * i / STEPS;
      double s1 = t / t1;
      double s2 = (t - t1) / (t2 - t1);
      double s3 = (t - t2) / (t3 - t2);
      double s12 = t / t2;
      double s23 = (t - t1) / (t3 - t1);
      add(
          mixed(before.x(), from.x(), to.x(), after.x(), s1, s2, s3, s12, s23),
          mixed(before.y(), from.y(), to.y(), after.y(), s1, s2, s3, s12, s23));
    }
  }

  /** Barry and Goldman's pyramid of the spline, in one coordinate. */
  private static double mixed(
      double p0,
      double p1,
      double p2,
      double p3,
      double s1,
      double s2,
      double s3,
      double s12,
      double s23) {
    double a1 = p0 + (p1 - p0) * s1;
    double a2 = p1 + (p2 - p1) * s2;
    double a3 = p2 + (p3 - p2) * s3;
    double b1 = a1 + (a2 - a1) * s12;
    double b2 = a2 + (a3 - a2) * s23;
    return b1 + (b2 - b1) * s2;
  }

  private static Point knot(double[] knots, int index, boolean closed) {
    int count = knots.length / 2;
    int i = closed ? Math.floorMod(index, count) : index;
    return new Point(knots[2 * i], knots[2 * i + 1]);
  }

  private static double[] distinct(double[] knots, boolean closed) {
    double[] kept = new double[knots.length];
    int length = 0;
    for (int i = 0; i < knots.length; i += 2) {
      if (length == 0 || far(kept, length - 2, knots, i)) {
        kept[length++] = knots[i];
        kept[length++] = knots[i + 1];
      }
    }
    if (closed && length > 2 && !far(kept, 0, kept, length - 2)) {
      length -= 2;
    }
    return Arrays.copyOf(kept, length);
  }

  private static boolean far(double[] one, int i, double[] other, int j) {
    return Math.abs(one[i] - other[j]) + Math.abs(one[i + 1] - other[j + 1]) > SAME;
  }
}
