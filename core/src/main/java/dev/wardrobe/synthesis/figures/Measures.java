package dev.wardrobe.synthesis.figures;

/**
 * The measures of a body, in figure units: the base of the neck is at (0, 0), the ankles of a
 * standing figure are at y = 1, about 1.36 m below. Widths are halves, seen from the front.
 *
 * @param neck half width of the neck
 * @param shoulder half distance of the shoulder joints
 * @param shoulderY of the shoulder joints
 * @param armpitY of the armpits
 * @param chest half width at the chest
 * @param chestY of the chest
 * @param waist half width at the waist
 * @param waistY of the waist
 * @param hip half width at the hip
 * @param hipY of the widest place of the hip
 * @param crotchY of the crotch
 * @param upperArm length from shoulder to elbow
 * @param foreArm length from elbow to wrist
 * @param arm half thickness of the upper arm
 * @param wrist half thickness of the wrist
 * @param thigh half thickness of the upper leg
 * @param calf half thickness of the knee
 * @param ankle half thickness of the ankle
 * @param depth how far the trunk's front is before its middle, for figures seen from the side
 */
public record Measures(
    double neck,
    double shoulder,
    double shoulderY,
    double armpitY,
    double chest,
    double chestY,
    double waist,
    double waistY,
    double hip,
    double hipY,
    double crotchY,
    double upperArm,
    double foreArm,
    double arm,
    double wrist,
    double thigh,
    double calf,
    double ankle,
    double depth) {

  /** A body of middling measures. */
  public static final Measures AVERAGE =
      new Measures(
          .045, .135, .045, .135, .122, .165, .1, .295, .13, .43, .5, .215, .185, .036, .022, .068,
          .046, .032, .085);

  /** Half the width of the trunk at a height, seen from the front; of the hip below it. */
  public double trunk(double y) {
    if (y <= chestY) {
      return chest;
    }
    if (y <= waistY) {
      return smooth(chest, waist, (y - chestY) / (waistY - chestY));
    }
    return y >= hipY ? hip : smooth(waist, hip, (y - waistY) / (hipY - waistY));
  }

  private static double smooth(double from, double to, double share) {
    return from + (to - from) * share * share * (3 - 2 * share);
  }
}
