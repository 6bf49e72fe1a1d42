package dev.wardrobe.synthesis.figures;

/** How an arm or a leg is held. */
public sealed interface Gesture {

  /**
   * Both halves of the limb point somewhere.
   *
   * @param upper half: upper arm or thigh
   * @param lower half: forearm or shin
   */
  record Swing(Direction upper, Direction lower) implements Gesture {}

  /**
   * The limb's end is at a place on or before the trunk, and the elbow where it must then be.
   *
   * @param across 0 in the middle of the trunk, 1 at its edge on the limb's side
   * @param y down from the base of the neck, figure units
   * @param front as in {@link Skeleton#trunk}
   * @param upper how much of the upper half's length is seen: 1 all, less if it points to the
   *     viewer
   * @param lower how much of the lower half's length is seen
   */
  record Reach(double across, double y, double front, double upper, double lower)
      implements Gesture {}
}
