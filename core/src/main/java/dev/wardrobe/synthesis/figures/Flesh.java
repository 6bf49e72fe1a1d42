package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.scene.Point;

/**
 * Outlines of the halves of limbs: straight, rounded at both joints, never beyond a limb's half.
 */
final class Flesh {
  /** Shares of a limb's half thickness, evenly spaced along its upper or lower half. */
  private static final double[] UPPER_ARM = {.95, 1, 1, .98, .95, .92, .91};

  private static final double[] FOREARM = {.91, .98, 1, .96, .91, .86, .84, .86};
  private static final double[] THIGH = {1, 1, 1, .98, .95, .92, .89, .88, .88};
  private static final double[] SHIN_OUT = {.88, .93, .99, 1, .96, .89, .82, .79, .8};
  private static final double[] SHIN_IN = {.88, .88, .96, 1, .99, .92, .84, .8, .82};
  private static final int CAP = 7;

  private Flesh() {}

  static double[] upperArm(Limb arm) {
    return half(arm, 0, UPPER_ARM, UPPER_ARM);
  }

  static double[] foreArm(Limb arm) {
    return half(arm, 1, FOREARM, FOREARM);
  }

  static double[] thigh(Limb leg) {
    return half(leg, 0, THIGH, THIGH);
  }

  static double[] shin(Limb leg) {
    return half(leg, 1, SHIN_OUT, SHIN_IN);
  }

  /**
   * The upper arm without what lies on the trunk: cut from the top of the shoulder to the armpit,
   * so that an arm drawn over a garment does not hide its shoulder.
   *
   * @param top of the shoulder, straight above the joint
   * @param armpit of the trunk
   */
  static double[] armFromShoulder(Limb arm, Point top, Point armpit) {
    Point joint = arm.start();
    Point along = arm.middle().minus(joint);
    Point out = arm.at(0, 1).minus(joint);
    double length = along.length();
    Outline outline = new Outline();
    double radius = top.minus(joint).length();
    Point up = top.minus(joint).unit();
    for (int i = 0; i <= 4; i++) {
      outline.add(joint.plus(up.towards(out, i / 4.).unit().times(radius)));
    }
    for (int i = 1; i < UPPER_ARM.length - 1; i++) {
      outline.add(side(arm, 0, (double) i / (UPPER_ARM.length - 1), UPPER_ARM, 1));
    }
    cap(outline, arm.middle(), out, along.unit(), arm.half(1) * .91);
    Point pit = armpit.minus(joint);
    double below = pit.x() * along.x() / length + pit.y() * along.y() / length;
    double first = Math.max(.12, Math.min(.8, below / length + .05));
    for (int i = 4; i >= 0; i--) {
      outline.add(side(arm, 0, first + (1 - first) * i / 5, UPPER_ARM, -1));
    }
    double inward = -(pit.x() * out.x() + pit.y() * out.y());
    if (inward > arm.startHalf() * .9) {
      outline.add(armpit);
    }
    return outline.corners();
  }

  private static double[] half(Limb limb, int part, double[] outer, double[] inner) {
    Point from = part == 0 ? limb.start() : limb.middle();
    Point to = part == 0 ? limb.middle() : limb.end();
    Point along = to.minus(from).unit();
    Point out = outward(limb, part);
    Outline outline = new Outline();
    cap(outline, from, out.times(-1), along.times(-1), limb.half(part) * inner[0]);
    for (int i = 1; i < outer.length - 1; i++) {
      outline.add(side(limb, part, (double) i / (outer.length - 1), outer, 1));
    }
    cap(outline, to, out, along, limb.half(part + 1) * outer[outer.length - 1]);
    for (int i = inner.length - 2; i > 0; i--) {
      outline.add(side(limb, part, (double) i / (inner.length - 1), inner, -1));
    }
    return outline.corners();
  }

  /** Half a circle from a side over an end to the other side. */
  private static void cap(Outline outline, Point at, Point side, Point end, double radius) {
    for (int i = 0; i <= CAP; i++) {
      double angle = Math.PI * i / CAP;
      Point step =
          side.times(StrictMath.cos(angle)).plus(end.times(StrictMath.sin(angle))).times(radius);
      outline.add(at.plus(step));
    }
  }

  private static Point side(Limb limb, int part, double share, double[] shares, int side) {
    Point from = part == 0 ? limb.start() : limb.middle();
    Point to = part == 0 ? limb.middle() : limb.end();
    double at = share * (shares.length - 1);
    int i = Math.min(shares.length - 2, (int) at);
    double full = shares[i] + (shares[i + 1] - shares[i]) * (at - i);
    Point out = outward(limb, part);
    return from.towards(to, share).plus(out.times(side * full * limb.half(part + share)));
  }

  private static Point outward(Limb limb, int part) {
    return part == 0 ? limb.at(0, 1).minus(limb.start()) : limb.at(2, 1).minus(limb.end());
  }
}
