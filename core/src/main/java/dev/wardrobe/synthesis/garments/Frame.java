package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.figures.Measures;
import dev.wardrobe.synthesis.figures.Side;
import dev.wardrobe.synthesis.figures.Skeleton;
import dev.wardrobe.synthesis.figures.View;
import dev.wardrobe.synthesis.scene.Point;

/**
 * Where places of the trunk lie in the photo, as {@link Skeleton#trunk} says, but quick to ask
 * often, and with a lean that fades out below the hip instead of breaking off.
 */
final class Frame {
  private static final double FADE = .07;

  private final Skeleton skeleton;
  private final Point origin;
  private final Point down;
  private final Point right;
  private final Point front;
  private final Point hip;
  private final Point straightRight;
  private final Point straightFront;
  private final double hipY;

  Frame(Skeleton skeleton) {
    this.skeleton = skeleton;
    hipY = skeleton.measures().hipY();
    double probe = hipY / 2;
    origin = skeleton.trunk(0, 0, 0);
    down = skeleton.trunk(0, probe, 0).minus(origin).times(1 / probe);
    right = skeleton.trunk(1, 0, 0).minus(origin);
    front = skeleton.trunk(0, 0, 1).minus(origin);
    hip = skeleton.trunk(0, hipY, 0);
    straightRight = skeleton.trunk(1, hipY, 0).minus(hip);
    straightFront = skeleton.trunk(0, hipY, 1).minus(hip);
  }

  Skeleton skeleton() {
    return skeleton;
  }

  Measures measures() {
    return skeleton.measures();
  }

  boolean fromBehind() {
    return skeleton.view() == View.BACK;
  }

  /** 1 where the front is seen, -1 where the back is. */
  double seen() {
    return fromBehind() ? -1 : 1;
  }

  /** A place of the trunk: as {@link Skeleton#trunk}. */
  Point at(double x, double y, double depth) {
    if (y <= hipY) {
      return origin.plus(down.times(y)).plus(right.times(x)).plus(front.times(depth));
    }
    double straight = Math.min(1, (y - hipY) / FADE);
    Point across = right.towards(straightRight, straight).times(x);
    Point deep = front.towards(straightFront, straight).times(depth);
    return new Point(hip.x(), hip.y() + y - hipY).plus(across).plus(deep);
  }

  /** The direction down the trunk above the hip. */
  Point down() {
    return down;
  }

  /** The direction in the photo away from the body on a side; of length 1. */
  Point outward(Side side) {
    return new Point(-down.y(), down.x()).times(fromBehind() ? side.sign() : -side.sign());
  }

  /**
   * The edge of something round about the trunk.
   *
   * @param half its half width seen from the front
   * @param depth its half width seen from the side, as a share of the trunk's
   */
  Point edge(Side side, double half, double y, double depth) {
    // The tangent point of the ellipse with these half axes after the turn.
    double across = right.length() * half;
    double deep = front.length() * depth;
    double reach = Math.sqrt(across * across + deep * deep);
    double toward = right.x() * front.x() + right.y() * front.y() < 0 ? -1 : 1;
    double x = side.sign() * half * across / reach;
    return at(x, y, side.sign() * toward * depth * deep / reach);
  }
}
