package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.scene.Anchor;
import dev.wardrobe.synthesis.scene.Point;

/**
 * A coordinate system of its own for a head, a hand or a bag.
 *
 * @param origin of it
 * @param right what one unit to the right becomes
 * @param down what one unit down becomes
 */
record Frame(Point origin, Point right, Point down) {

  /** A frame of unit directions turned clockwise by an angle in radians. */
  static Frame turned(Point origin, double angle) {
    Point right = new Point(StrictMath.cos(angle), StrictMath.sin(angle));
    return new Frame(origin, right, right.turned());
  }

  /**
   * A frame whose down direction goes on from a limb, and whose right is the limb's outer side: 0
   * is its end, or another place along it as in {@link Limb#at}.
   */
  static Frame on(Limb limb, double along) {
    Point origin = limb.at(along, 0);
    Point out = limb.at(along, 1).minus(origin);
    Point down = (along <= 1 ? limb.middle().minus(limb.start()) : limb.end().minus(limb.middle()));
    return new Frame(origin, out, down.unit());
  }

  /** Where a place of this frame is. */
  Point at(double x, double y) {
    return origin.plus(right.times(x)).plus(down.times(y));
  }

  /** Where places x1, y1, x2, y2, ... of this frame are. */
  double[] at(double... places) {
    double[] moved = new double[places.length];
    for (int i = 0; i < places.length; i += 2) {
      Point point = at(places[i], places[i + 1]);
      moved[i] = point.x();
      moved[i + 1] = point.y();
    }
    return moved;
  }

  /** A smooth closed outline through places x1, y1, x2, y2, ... of this frame. */
  double[] smooth(double... places) {
    return Outline.smooth(at(places), true);
  }

  /** A smooth line through places x1, y1, x2, y2, ... of this frame. */
  double[] line(double... places) {
    return Outline.smooth(at(places), false);
  }

  /** An ellipse around a place of this frame. */
  double[] disc(double x, double y, double halfWidth, double halfHeight) {
    return at(Outline.ellipse(x, y, halfWidth, halfHeight, 20));
  }

  /** A material that lies as this frame. */
  Anchor anchor() {
    return new Anchor(origin, right.unit(), down.unit());
  }

  /** This frame about another origin, given in places of this one. */
  Frame movedTo(double x, double y) {
    return new Frame(at(x, y), right, down);
  }
}
