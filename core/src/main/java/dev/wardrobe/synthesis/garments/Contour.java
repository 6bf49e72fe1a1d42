package dev.wardrobe.synthesis.garments;

import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.synthesis.scene.Mark;
import dev.wardrobe.synthesis.scene.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines through knots, smooth but at corners, as points. Between two knots runs a cubic whose
 * tangents are as long as the gap, so that near and far knots can follow each other without loops.
 */
final class Contour {
  private static final int STEPS = 5;

  /** Gaps shorter than this, in figure units, need no points between. */
  private static final double SHORT = .012;

  private Contour() {}

  /** The closed polygon through knots, x1, y1, x2, y2, ..., without the first point again. */
  static double[] polygon(List<Knot> knots) {
    return flattened(knots, true);
  }

  /** The open line through knots; its first and last point are corners. */
  static double[] line(List<Knot> knots) {
    return flattened(knots, false);
  }

  /** The open smooth line through points. */
  static double[] curve(Point... points) {
    List<Knot> knots = new ArrayList<>();
    for (Point point : points) {
      knots.add(Knot.smooth(point));
    }
    return line(knots);
  }

  /** The straight lines through points. */
  static double[] straight(Point... points) {
    double[] line = new double[points.length * 2];
    for (int i = 0; i < points.length; i++) {
      line[2 * i] = points[i].x();
      line[2 * i + 1] = points[i].y();
    }
    return line;
  }

  /** The landmarks among knots. */
  static List<Mark> marks(List<Knot> knots, LandmarkSchema schema) {
    List<Mark> marks = new ArrayList<>();
    for (Knot knot : knots) {
      if (!knot.name().isEmpty()) {
        marks.add(new Mark(schema.names().indexOf(knot.name()), knot.at()));
      }
    }
    return marks;
  }

  private static double[] flattened(List<Knot> knots, boolean closed) {
    int count = knots.size();
    int gaps = closed ? count : count - 1;
    double[] points = new double[2 * (gaps * STEPS + 1)];
    int length = 0;
    for (int i = 0; i < gaps; i++) {
      Knot from = knots.get(i);
      Knot to = knots.get((i + 1) % count);
      boolean fromCorner = from.corner() || (!closed && i == 0);
      boolean toCorner = to.corner() || (!closed && i == gaps - 1);
      points[length++] = from.at().x();
      points[length++] = from.at().y();
      double gap = to.at().minus(from.at()).length();
      if ((fromCorner && toCorner) || gap < SHORT) {
        continue;
      }
      Point before = knots.get((i + count - 1) % count).at();
      Point after = knots.get((i + 2) % count).at();
      Point start = fromCorner ? null : to.at().minus(before).unit().times(gap);
      Point end = toCorner ? null : after.minus(from.at()).unit().times(gap);
      length = addCubic(points, length, from.at(), to.at(), start, end);
    }
    if (!closed) {
      points[length++] = knots.getLast().at().x();
      points[length++] = knots.getLast().at().y();
    }
    return Arrays.copyOf(points, length);
  }

  private static int addCubic(
      double[] points,
      int length,
      Point from,
      Point to,
      @Nullable Point start,
      @Nullable Point end) {
    Point chord = to.minus(from);
    // A free end leans the other way than the bound one: the gap becomes a part of an arc.
    Point leave = start != null ? start : end != null ? freeEnd(chord, end) : chord;
    Point arrive = end != null ? end : freeEnd(chord, leave);
    int next = length;
    for (int step = 1; step < STEPS; step++) {
      double t = step / (double) STEPS;
      double u = 1 - t;
      double a = u * u * (1 + 2 * t);
      double b = t * t * (1 + 2 * u);
      double c = t * u * u;
      double d = -t * t * u;
      points[next++] = a * from.x() + b * to.x() + c * leave.x() + d * arrive.x();
      points[next++] = a * from.y() + b * to.y() + c * leave.y() + d * arrive.y();
    }
    return next;
  }

  private static Point freeEnd(Point chord, Point bound) {
    return chord.times(1.5).minus(bound.times(.5));
  }
}
