package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.figures.Limb;
import dev.wardrobe.synthesis.figures.Side;
import dev.wardrobe.synthesis.scene.Point;
import java.util.function.DoubleUnaryOperator;

/**
 * The cloth around the trunk, and below the hip around both legs: its edges in the photo and where
 * places on its seen side lie.
 */
final class Shell {
  /** How near to an edge the seen middle may turn. */
  private static final double MOST_TURN = .75;

  private final Frame frame;
  private final DoubleUnaryOperator half;
  private final double room;

  /**
   * Cloth of a shape.
   *
   * @param half its half width at each height, seen from the front
   * @param room that it leaves beside legs
   */
  Shell(Frame frame, DoubleUnaryOperator half, double room) {
    this.frame = frame;
    this.half = half;
    this.room = room;
  }

  Frame frame() {
    return frame;
  }

  /** Half the width at a height, seen from the front. */
  double half(double y) {
    return half.applyAsDouble(y);
  }

  /** The edge on a side. */
  Point side(Side side, double y) {
    double width = half(y);
    double ease = width / frame.measures().trunk(y);
    Point edge = frame.edge(side, width, y, Math.max(.8, Math.min(ease, 1.5)));
    double below = y - frame.measures().hipY();
    if (below <= 0) {
      return edge;
    }
    // Nothing that hangs is narrower than the legs in it.
    Point out = frame.outward(side);
    Point moved = edge;
    for (Side other : Side.values()) {
      Limb leg = frame.skeleton().leg(other);
      double more = reach(leg, y, side).minus(edge).x() * Math.signum(out.x());
      if (more > 0) {
        moved = new Point(edge.x() + more * Math.signum(out.x()), edge.y());
        edge = moved;
      }
    }
    return moved;
  }

  private Point reach(Limb leg, double y, Side side) {
    double along = along(leg, y);
    Point middle = leg.at(along, 0);
    double blend = Math.min(1, (y - frame.measures().hipY()) / .08);
    double thick = (leg.half(along) + room) * blend;
    return new Point(middle.x() + Math.signum(frame.outward(side).x()) * thick, y);
  }

  /** How far along a leg a height is. */
  static double along(Limb leg, double y) {
    if (y <= leg.middle().y()) {
      double drop = Math.max(1e-3, leg.middle().y() - leg.start().y());
      return Math.max(0, (y - leg.start().y()) / drop);
    }
    double drop = Math.max(1e-3, leg.end().y() - leg.middle().y());
    return Math.min(2, 1 + (y - leg.middle().y()) / drop);
  }

  /** The middle of the seen side. */
  Point middle(double y) {
    return at(0, y);
  }

  /**
   * A place on the seen side.
   *
   * @param share -1 at the edge of {@link Side#LEFT}, 0 in the middle, 1 at the other edge
   */
  Point at(double share, double y) {
    return at(share, y, frame.seen());
  }

  /** A place on the front, whether it is seen or not, with x as in {@link #on}. */
  Point onFront(double x, double y) {
    return at(Math.max(-1, Math.min(1, x / half(y))), y, 1);
  }

  private Point at(double share, double y, double facing) {
    Point left = side(Side.LEFT, y);
    Point right = side(Side.RIGHT, y);
    Point width = right.minus(left);
    double depth = Math.max(.45, Math.min(1, .45 + y / frame.measures().chestY() * .55));
    Point middle = frame.at(0, y, facing * depth).minus(left.towards(right, .5));
    double square = width.x() * width.x() + width.y() * width.y();
    double turned = 2 * (middle.x() * width.x() + middle.y() * width.y()) / square;
    double turn = Math.max(-MOST_TURN, Math.min(MOST_TURN, turned));
    // A projective map keeps the order of places from edge to edge, and is straight without turn.
    double seen = (share + turn) / (1 + turn * share);
    return left.towards(right, (1 + seen) / 2);
  }

  /** A place on the seen side, with x from the middle in figure units as seen from the front. */
  Point on(double x, double y) {
    return at(Math.max(-1, Math.min(1, x / half(y))), y);
  }
}
