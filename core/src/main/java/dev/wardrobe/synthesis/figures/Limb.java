package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.scene.Point;

/**
 * An arm or a leg: three joints, and how thick it is at each.
 *
 * @param side of the figure
 * @param start shoulder or hip joint
 * @param middle elbow or knee
 * @param end wrist or ankle
 * @param startHalf half thickness at the start
 * @param middleHalf half thickness at the middle
 * @param endHalf half thickness at the end
 * @param mirrored whether the figure is seen from the back, so that its left is to the right
 * @param behind whether the limb is behind the trunk
 */
public record Limb(
    Side side,
    Point start,
    Point middle,
    Point end,
    double startHalf,
    double middleHalf,
    double endHalf,
    boolean mirrored,
    boolean behind) {

  /**
   * A place on or beside the limb.
   *
   * @param along 0 at the start, 1 at the middle, 2 at the end; may lie before or beyond
   * @param across in figure units from the limb's middle line: positive is the outer side, away
   *     from the body for a limb that hangs down; negative is the inner side
   */
  public Point at(double along, double across) {
    Point line = along <= 1 ? start.towards(middle, along) : middle.towards(end, along - 1);
    return line.plus(outward(along).times(across));
  }

  /** Half the limb's thickness at a place along it, as in {@link #at}; constant beyond its ends. */
  public double half(double along) {
    double share = Math.max(0, Math.min(2, along));
    return share <= 1
        ? startHalf + (middleHalf - startHalf) * share
        : middleHalf + (endHalf - middleHalf) * (share - 1);
  }

  /** The direction to the outer side; it turns gradually around the middle joint. */
  private Point outward(double along) {
    double bend = Math.max(0, Math.min(1, (along - .75) / .5));
    Point direction = middle.minus(start).unit().towards(end.minus(middle).unit(), bend).unit();
    boolean toLeft = (side == Side.LEFT) != mirrored;
    return direction.turned().times(toLeft ? 1 : -1);
  }
}
