package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.figures.Side;
import dev.wardrobe.synthesis.scene.Point;

/**
 * The opening of a neckline: places between its two ends and its lowest point. They keep their
 * order however the figure is turned.
 */
final class Opening {
  /** How near to one of its ends the lowest point may come, as a share of the width. */
  private static final double NEAREST = .12;

  private final Point left;
  private final Point right;
  private final Point low;
  private final Point down;
  private final double half;
  private final double top;
  private final double depth;

  /**
   * An opening, with its measures as seen from the front.
   *
   * @param left its end on the figure's left
   * @param right its other end
   * @param low its lowest point, where it would be
   * @param down the direction down the trunk
   * @param half half its width
   * @param top the height of its ends
   * @param depth the height of its lowest point
   */
  Opening(Point left, Point right, Point low, Point down, double half, double top, double depth) {
    this.left = left;
    this.right = right;
    this.down = down.unit();
    this.half = half;
    this.top = top;
    this.depth = depth;
    this.low = between(low);
  }

  private Point between(Point point) {
    Point width = right.minus(left);
    Point across = width.minus(down.times(dot(width, down)));
    double share = dot(point.minus(left), across) / dot(across, across);
    double kept = Math.max(NEAREST, Math.min(1 - NEAREST, share));
    return point.plus(across.times(kept - share));
  }

  private static double dot(Point one, Point other) {
    return one.x() * other.x() + one.y() * other.y();
  }

  /** The lowest point. */
  Point low() {
    return low;
  }

  /** A place in the opening on one side, with coordinates as seen from the front. */
  Point at(Side side, double x, double y) {
    Point end = side == Side.LEFT ? left : right;
    Point to = low.minus(end);
    Point fall = down.times(dot(to, down));
    double sideways = 1 - Math.abs(x) / half;
    double downwards = (y - top) / (depth - top);
    return end.plus(to.minus(fall).times(sideways)).plus(fall.times(downwards));
  }
}
