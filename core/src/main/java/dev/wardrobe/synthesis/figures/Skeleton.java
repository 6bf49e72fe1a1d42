package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.scene.Point;

/**
 * How a figure stands: garments and body are shaped by it alike. In figure units, see {@link
 * Measures}.
 *
 * @param measures of the body
 * @param view from where it is seen
 * @param turn how far it is turned from the front or the back, in radians: positive turns its front
 *     (seen from the back: its back) to the right of the photo; 0 to about 1.2 either way
 * @param lean of the trunk, in radians around the hip: positive to the right of the photo
 * @param leftArm the arm on the left of Figure 2
 * @param rightArm the other
 * @param leftLeg the leg on the left of Figure 2
 * @param rightLeg the other
 */
public record Skeleton(
    Measures measures,
    View view,
    double turn,
    double lean,
    Limb leftArm,
    Limb rightArm,
    Limb leftLeg,
    Limb rightLeg) {

  /** The arm of a side. */
  public Limb arm(Side side) {
    return side == Side.LEFT ? leftArm : rightArm;
  }

  /** The leg of a side. */
  public Limb leg(Side side) {
    return side == Side.LEFT ? leftLeg : rightLeg;
  }

  /**
   * A place on or around the trunk.
   *
   * @param x from its middle: negative on the figure's {@link Side#LEFT}
   * @param y down from the base of the neck
   * @param front 1 on the middle of its front, 0 at its side, -1 on the middle of its back
   */
  public Point trunk(double x, double y, double front) {
    return trunk(measures, view, turn, lean, x, y, front);
  }

  static Point trunk(
      Measures measures, View view, double turn, double lean, double x, double y, double front) {
    boolean back = view == View.BACK;
    double across = (back ? -x : x) * StrictMath.cos(turn);
    double depth = measures.depth() * (back ? -front : front) * StrictMath.sin(turn);
    double fromHip = y - measures.hipY();
    // Below the hip the legs carry what is worn: the lean fades out.
    double leaning = fromHip < 0 ? lean : 0;
    return new Point(
        (across + depth) * StrictMath.cos(leaning) - fromHip * StrictMath.sin(leaning),
        measures.hipY()
            + fromHip * StrictMath.cos(leaning)
            + (across + depth) * StrictMath.sin(leaning));
  }
}
