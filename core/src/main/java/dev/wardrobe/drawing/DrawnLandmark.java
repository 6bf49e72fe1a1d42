package dev.wardrobe.drawing;

/**
 * A landmark to be drawn.
 *
 * @param x in photo pixels
 * @param y in photo pixels
 * @param hidden whether it is known to be covered: a ring rather than a dot
 * @param strength 1 full colour, less is paler, 0 is not drawn
 */
public record DrawnLandmark(double x, double y, boolean hidden, double strength) {
  /** Landmarks of a lower score are paler, in this proportion; a pale one can still be seen. */
  private static final double SURE = .5;

  private static final double PALEST = .25;

  /** A landmark that is not drawn. */
  static final DrawnLandmark ABSENT = new DrawnLandmark(0, 0, false, 0);

  /** How strongly a landmark of a score, 0 to 1, is drawn. */
  static double strength(double score) {
    return score == 0 ? 0 : Math.clamp(score / SURE, PALEST, 1);
  }
}
