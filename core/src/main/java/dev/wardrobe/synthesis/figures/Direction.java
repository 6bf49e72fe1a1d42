package dev.wardrobe.synthesis.figures;

/**
 * Where a part of a limb points, seen from the figure itself; length 1.
 *
 * @param out away from the middle of the body, to the limb's own side
 * @param down to the ground
 * @param forward to where the figure looks
 */
public record Direction(double out, double down, double forward) {

  /** The direction of a step of any length but 0. */
  static Direction of(double out, double down, double forward) {
    double length = Math.sqrt(out * out + down * down + forward * forward);
    return new Direction(out / length, down / length, forward / length);
  }

  /** Down, but lifted to the side and swung to the front by angles in radians. */
  static Direction hanging(double lift, double swing) {
    return of(
        StrictMath.sin(lift),
        StrictMath.cos(lift) * StrictMath.cos(swing),
        StrictMath.cos(lift) * StrictMath.sin(swing));
  }
}
