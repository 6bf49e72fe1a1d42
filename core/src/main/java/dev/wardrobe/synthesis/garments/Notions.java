package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.scene.Anchor;
import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Material;
import dev.wardrobe.synthesis.scene.Point;
import java.util.ArrayList;
import java.util.List;

/** Seams, creases, bands and buttons: the small things that every pattern sews on. */
final class Notions {
  private static final double SEAM = .0026;
  private static final double STITCH = .0018;
  private static final int BUTTON_CORNERS = 10;

  private final Anchor anchor;
  private final List<Detail> details = new ArrayList<>();

  /** Details of one piece, on which fabric lies as an anchor says. */
  Notions(Anchor anchor) {
    this.anchor = anchor;
  }

  List<Detail> details() {
    return details;
  }

  void add(Detail detail) {
    details.add(detail);
  }

  void seam(Point... through) {
    details.add(new Detail.Seam(Contour.curve(through), SEAM, false));
  }

  void seam(double[] line) {
    details.add(new Detail.Seam(line, SEAM, false));
  }

  void thinSeam(double[] line) {
    details.add(new Detail.Seam(line, SEAM * .6, false));
  }

  void stitches(Point... through) {
    details.add(new Detail.Seam(Contour.curve(through), STITCH, true));
  }

  void stitches(double[] line) {
    details.add(new Detail.Seam(line, STITCH, true));
  }

  void fold(double width, double strength, Point... through) {
    details.add(new Detail.Fold(Contour.curve(through), width, strength));
  }

  void patch(Material material, double light, double[] polygon) {
    details.add(new Detail.Patch(polygon, material, light, true, anchor));
  }

  void flatPatch(Material material, double light, double[] polygon) {
    details.add(new Detail.Patch(polygon, material, light, false, anchor));
  }

  /** A round button. */
  void button(Material material, Point at, double radius) {
    double[] circle = new double[2 * BUTTON_CORNERS];
    for (int i = 0; i < BUTTON_CORNERS; i++) {
      double angle = 2 * Math.PI * i / BUTTON_CORNERS;
      circle[2 * i] = at.x() + radius * StrictMath.cos(angle);
      circle[2 * i + 1] = at.y() + radius * StrictMath.sin(angle);
    }
    details.add(new Detail.Patch(circle, material, 1, true, Anchor.at(at)));
  }

  /** The strip between a line and the line beside it. */
  static double[] strip(double[] line, double width) {
    double[] other = beside(line, width);
    double[] polygon = new double[line.length * 2];
    System.arraycopy(line, 0, polygon, 0, line.length);
    int next = line.length;
    for (int i = other.length - 2; i >= 0; i -= 2) {
      polygon[next++] = other[i];
      polygon[next++] = other[i + 1];
    }
    return polygon;
  }

  /** A line moved sideways: to the right of its direction as seen in the photo if positive. */
  static double[] beside(double[] line, double width) {
    int count = line.length / 2;
    double[] moved = new double[line.length];
    for (int i = 0; i < count; i++) {
      int from = Math.max(0, i - 1);
      int to = Math.min(count - 1, i + 1);
      Point direction =
          new Point(line[2 * to] - line[2 * from], line[2 * to + 1] - line[2 * from + 1]).unit();
      moved[2 * i] = line[2 * i] - direction.y() * width;
      moved[2 * i + 1] = line[2 * i + 1] + direction.x() * width;
    }
    return moved;
  }

  /** A line from edge to edge of a shell. */
  static double[] across(Shell shell, double y, double sag) {
    double[] shares = {-1.02, -.66, -.33, 0, .33, .66, 1.02};
    Point[] points = new Point[shares.length];
    for (int i = 0; i < shares.length; i++) {
      points[i] = shell.at(shares[i], y + sag * (1 - shares[i] * shares[i]));
    }
    return Contour.curve(points);
  }

  /** A band around a shell between two heights. */
  static double[] band(Shell shell, double from, double to, double sag) {
    double[] upper = across(shell, from, sag);
    double[] lower = across(shell, to, sag);
    double[] polygon = new double[upper.length + lower.length];
    System.arraycopy(upper, 0, polygon, 0, upper.length);
    int next = upper.length;
    for (int i = lower.length - 2; i >= 0; i -= 2) {
      polygon[next++] = lower[i];
      polygon[next++] = lower[i + 1];
    }
    return polygon;
  }

  /** A closed polygon with straight sides. */
  static double[] straight(Point... corners) {
    return Contour.straight(corners);
  }
}
