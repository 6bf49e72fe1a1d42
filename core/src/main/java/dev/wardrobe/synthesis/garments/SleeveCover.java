package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.figures.Limb;
import dev.wardrobe.synthesis.scene.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * The cloth right around an arm, from its shoulder to the cuff: what a sleeve covers at least,
 * however far its arm is bent.
 */
final class SleeveCover {
  /** The cuffs of the sleeve's own outline are a little further out. */
  private static final double BEFORE_CUFF = .01;

  /** An armpit further in than this share of the arm's half is beside the arm: it is raised. */
  private static final double BESIDE = .9;

  /** Two round ends at one place differ a little, so that they do not nearly coincide. */
  private static final double NARROWER = .98;

  private static final double FROM_NECK = .006;
  private static final double LEAST_BALL = .008;
  private static final int CORNERS = 6;

  private final SleevePattern sleeve;
  private final Limb limb;
  private final double room;
  private final Tube arm;

  /**
   * The cover inside a sleeve.
   *
   * @param room how far it stands off the skin; another one for each garment of an outfit, whose
   *     covers else had edges in common
   */
  SleeveCover(SleevePattern sleeve, double room) {
    this.room = room;
    this.sleeve = sleeve;
    arm = sleeve.arm();
    limb = arm.limb();
  }

  /**
   * Polygons that overlap.
   *
   * @param up the direction from the joint to the top of the shoulder
   * @param armpit of the wearer
   * @param neck where the neckline meets the shoulder: nothing of the round shoulder reaches it
   */
  List<double[]> polygons(Point up, Point armpit, Point neck) {
    List<double[]> polygons = new ArrayList<>();
    if (!limb.behind()) {
      polygons.add(shoulder(up));
      double free = Math.min(half(0), neck.minus(limb.start()).length() - FROM_NECK);
      if (free > LEAST_BALL) {
        polygons.add(ball(free * NARROWER));
      }
    }
    double inner = inner(armpit);
    polygons.add(upper(inner));
    Point pit = armpit.minus(limb.start());
    double inward = -pit.x() * arm.out().x() - pit.y() * arm.out().y();
    if (!limb.behind() && inward > limb.startHalf() * BESIDE) {
      Point under = armpit.plus(pit.unit().times(room));
      polygons.add(Contour.straight(apex(), beside(inner, -half(inner)), under));
    }
    if (sleeve.isLong()) {
      polygons.add(fore());
    }
    return polygons;
  }

  private double half(double along) {
    return limb.half(along) + room;
  }

  /** Near the joint. */
  private Point apex() {
    return limb.start().plus(arm.upper().minus(arm.out()).times(room));
  }

  private Point beside(double along, double across) {
    return along <= 1
        ? limb.start().towards(limb.middle(), along).plus(arm.out().times(across))
        : limb.middle().towards(limb.end(), along - 1).plus(arm.lowerOut().times(across));
  }

  /** From the top of the shoulder to its outer side. */
  private double[] shoulder(Point up) {
    List<Point> corners = new ArrayList<>();
    corners.add(apex());
    for (int i = 0; i < CORNERS; i++) {
      Point way = up.towards(arm.out(), (double) i / CORNERS).unit();
      corners.add(limb.start().plus(way.times(half(0))));
    }
    corners.add(beside(0, half(0)));
    return Contour.straight(corners.toArray(Point[]::new));
  }

  private double[] ball(double radius) {
    List<Point> corners = new ArrayList<>();
    // No corner of it lies on an edge of the others, where rounding would decide.
    Point side = arm.out().plus(arm.upper().times(.3)).unit();
    Point end = arm.upper().minus(arm.out().times(.3)).unit();
    arc(corners, limb.start(), side, end, radius);
    corners.removeLast();
    arc(corners, limb.start(), side.times(-1), end.times(-1), radius);
    corners.removeLast();
    return Contour.straight(corners.toArray(Point[]::new));
  }

  /** Down the outer side, and back up to where the inner side begins. */
  private double[] upper(double inner) {
    double end = Math.min(1, sleeve.end() - BEFORE_CUFF);
    List<Point> corners = new ArrayList<>();
    if (limb.behind()) {
      arc(corners, limb.start(), arm.out().times(-1), arm.upper().times(-1), half(0));
    } else {
      corners.add(beside(0, half(0)));
    }
    if (sleeve.isLong()) {
      arc(corners, limb.middle(), arm.out(), arm.upper(), half(1));
    } else {
      double last = last();
      corners.add(beside(end, half(end)));
      corners.add(beside(last, -half(last)));
    }
    if (!limb.behind()) {
      corners.add(beside(inner, -half(inner)));
      corners.add(apex());
    }
    return Contour.straight(corners.toArray(Point[]::new));
  }

  /** Where along the upper arm its inner side ends. */
  private double last() {
    return Math.min(1, Math.max(sleeve.end(), sleeve.innerEnd()) - BEFORE_CUFF);
  }

  /** Where along the arm its inner side begins. */
  private double inner(Point armpit) {
    Point pit = armpit.minus(limb.start());
    double below = (pit.x() * arm.upper().x() + pit.y() * arm.upper().y()) / arm.upperLength();
    return Math.min(Math.max(.12, Math.min(.8, below + .05)), last() - .02);
  }

  private double[] fore() {
    double end = Math.min(2, sleeve.end() - BEFORE_CUFF);
    List<Point> corners = new ArrayList<>();
    Point back = limb.end().minus(limb.middle()).unit().times(-1);
    arc(corners, limb.middle(), arm.lowerOut().times(-1), back, half(1) * NARROWER);
    corners.add(beside(end, half(end)));
    corners.add(beside(end, -half(end)));
    return Contour.straight(corners.toArray(Point[]::new));
  }

  /** Half a circle from a side over an end to the other side. */
  private static void arc(List<Point> corners, Point middle, Point side, Point end, double radius) {
    for (int i = 0; i <= CORNERS; i++) {
      double angle = Math.PI * i / CORNERS;
      Point way = side.times(StrictMath.cos(angle)).plus(end.times(StrictMath.sin(angle)));
      corners.add(middle.plus(way.times(radius)));
    }
  }
}
