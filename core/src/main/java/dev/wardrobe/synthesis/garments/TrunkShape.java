package dev.wardrobe.synthesis.garments;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.synthesis.figures.Limb;
import dev.wardrobe.synthesis.figures.Measures;
import dev.wardrobe.synthesis.figures.Side;
import dev.wardrobe.synthesis.scene.Point;
import java.util.List;

/** Where the trunk of a top, an outwear or a dress lies on a figure: heights, widths, neckline. */
final class TrunkShape {
  /** The least width of a shoulder in the photo. */
  private static final double LEAST_SHOULDER = .014;

  private final Frame frame;
  private final Cut cut;
  private final boolean dress;
  private final boolean tucked;
  private final boolean under;
  private final boolean outwear;
  private final double armpit;
  private final double chest;
  private final double waist;
  private final double hip;
  private final double hem;
  private final double seam;
  private final Shell shell;

  TrunkShape(Bench bench) {
    frame = bench.frame();
    cut = bench.cut();
    dress = isDress(bench.design().category());
    tucked = bench.fit().tucked();
    under = bench.fit().under();
    outwear = isOutwear(bench.design().category());
    Measures measures = frame.measures();
    armpit = measures.armpitY() + cut.sleeve().drop();
    double span = measures.waistY() - armpit;
    seam = measures.waistY() + cut.skirt().rise() * span;
    hem = dress ? skirtHem(measures, cut.skirt().length()) : topHem(measures);
    double shortHem = dress ? measures.waistY() : Math.min(hem, measures.waistY() + .12);
    chest = armpit + .28 * (Math.min(shortHem, measures.waistY()) - armpit);
    waist = dress ? seam : Math.min(measures.waistY(), chest + .6 * (hem - chest));
    hip = Math.min(measures.hipY(), waist + .45 * (hem - waist));
    shell = new Shell(frame, this::half, dress ? .012 : .006 + cut.body().ease() / 2);
  }

  static boolean isDress(Category category) {
    return switch (category) {
      case SHORT_SLEEVE_DRESS, LONG_SLEEVE_DRESS, VEST_DRESS, SLING_DRESS -> true;
      default -> false;
    };
  }

  static boolean isOutwear(Category category) {
    return category == Category.SHORT_SLEEVE_OUTWEAR || category == Category.LONG_SLEEVE_OUTWEAR;
  }

  static double skirtHem(Measures measures, double length) {
    return measures.crotchY() + length * (.985 - measures.crotchY());
  }

  private double topHem(Measures measures) {
    double length = cut.body().length();
    if (tucked) {
      return Math.min(
          measures.hipY(), measures.waistY() + .8 * (measures.hipY() - measures.waistY()));
    }
    double knee = (measures.crotchY() + 1) / 2;
    return length <= 1
        ? measures.waistY() + length * (measures.crotchY() - measures.waistY())
        : measures.crotchY() + (length - 1) * (knee - measures.crotchY());
  }

  private double half(double y) {
    Measures measures = frame.measures();
    double ease = cut.body().ease();
    double body = measures.trunk(y) + ease;
    if (tucked && y > measures.waistY() - .02) {
      double in = Math.min(1, (y - measures.waistY() + .02) / .03);
      return body + (measures.trunk(y) + .002 - body) * in;
    }
    if (dress && y > seam) {
      return skirtHalf(measures, y, body);
    }
    double straight = measures.chest() + ease;
    double below = Math.max(0, y - measures.chestY());
    double boxed = body + cut.body().boxy() * Math.max(0, straight - body);
    return boxed + cut.body().flare() * below;
  }

  private double skirtHalf(Measures measures, double y, double body) {
    double straight = measures.chest() + cut.body().ease();
    double top = body + cut.body().boxy() * Math.max(0, straight - body);
    double below = y - seam;
    double eased = Math.min(1, below / .1) * (cut.skirt().ease() - cut.body().ease());
    return top
        + eased
        + cut.body().flare() * (seam - measures.chestY())
        + cut.skirt().flare() * below;
  }

  Frame frame() {
    return frame;
  }

  Shell shell() {
    return shell;
  }

  double armpit() {
    return armpit;
  }

  double chest() {
    return chest;
  }

  double waist() {
    return waist;
  }

  double hip() {
    return hip;
  }

  double hem() {
    return hem;
  }

  /** Halfway down the skirt of a dress. */
  double skirt() {
    return (hip + hem) / 2;
  }

  /** Half the width of the neckline. */
  double neckHalf() {
    return frame.measures().neck() + cut.neck().width();
  }

  /** The height of the shoulders' upper edge, seen from the front. */
  double shoulderTop(double x) {
    Measures measures = frame.measures();
    double outer = measures.shoulderY() - measures.arm() - .004;
    double share = (x - measures.neck()) / (measures.shoulder() - measures.neck());
    return -.024 + share * (outer + .024);
  }

  /** Where the neckline meets the shoulder. */
  Point neck(Side side) {
    double half = neckHalf();
    if (cut.neck().line() == Cut.Neckline.HIGH) {
      return frame.edge(side, frame.measures().neck() + .004, cut.neck().depth() - .006, .5);
    }
    return frame.edge(side, half, shoulderTop(half), depth(half));
  }

  /** A place on the upper edge of the shoulder. */
  Point onShoulder(Side side, double x) {
    return frame.edge(side, x, shoulderTop(x), depth(x));
  }

  private double depth(double half) {
    return Math.min(.7, .85 * half / frame.measures().depth());
  }

  /** The armpit of a garment without sleeves. */
  Point bareArmpit(Side side) {
    double skin = frame.skeleton().arm(side).half(.4);
    // Seen from the side there is little trunk to spare between armpit and neckline.
    double frontal = Math.max(0, 1.6 * StrictMath.cos(frame.skeleton().turn()) - .6);
    return armpit(side, skin + .002, .016 * frontal);
  }

  /** The tip of the shoulder, where a sleeve begins: it goes up and inwards with the arm. */
  Point shoulder(Side side) {
    Limb arm = frame.skeleton().arm(side);
    Tube tube = new Tube(arm);
    Point down = frame.down();
    double lift = (1 - tube.upper().x() * down.x() - tube.upper().y() * down.y()) / 2;
    double loose = under ? .6 : Math.min(outwear ? .3 : .6, cut.body().ease() * 12);
    double out = (loose - .35) * (1 - 2 * lift) - .95 * lift;
    Point direction = down.times(.6 * lift - 1).plus(frame.outward(side).times(out)).unit();
    double radius = (arm.startHalf() + .0095 + cut.body().ease() * .2) * (1 + .15 * lift);
    Point tip = arm.behind() ? farTip(side) : arm.start().plus(direction.times(radius));
    // A raised arm, or one seen from the side, must not push the tip into the neckline.
    Point away = frame.outward(side);
    Point from = tip.minus(neck(side));
    double missing = LEAST_SHOULDER - from.x() * away.x() - from.y() * away.y();
    return missing > 0 ? tip.plus(away.times(missing)) : tip;
  }

  /**
   * The armpit: at the edge of the trunk, or further in where an arm before it hides that edge.
   *
   * @param thick half the thickness of what is around the arm
   * @param most how far in at most
   */
  Point armpit(Side side, double thick, double most) {
    Limb arm = frame.skeleton().arm(side);
    Tube tube = new Tube(arm);
    Point edge = shell.side(side, armpit);
    Point from = edge.minus(arm.start());
    double along = from.x() * tube.upper().x() + from.y() * tube.upper().y();
    double across = from.x() * tube.out().x() + from.y() * tube.out().y();
    double hanging = Math.max(0, Math.min(1, along / (.15 * tube.upperLength())));
    double kept = across + hanging * (Math.min(across, -thick) - across);
    Point in = edge.plus(tube.out().times(Math.max(-most, kept - across)));
    return tube.beforeBend(in);
  }

  /** The tip of a shoulder whose arm is behind the trunk: at the edge of what is seen. */
  private Point farTip(Side side) {
    Measures measures = frame.measures();
    double y = measures.shoulderY() - measures.arm() - .002;
    return frame.edge(side, measures.shoulder() + .002, y, .75);
  }

  /** The edge of the trunk halfway between the tip of the shoulder and the armpit. */
  Point armhole(Side side) {
    Measures measures = frame.measures();
    if (frame.skeleton().arm(side).behind()) {
      double y = measures.shoulderY() + measures.arm() * .5;
      return frame.edge(side, measures.shoulder() + .005 + cut.body().ease() * .5, y, 1);
    }
    return shell.side(side, (armpit + measures.shoulderY()) / 2);
  }

  /** The front neckline between the sides of the neck: landmarks 3, 4, 5. */
  List<Knot> frontNeckline() {
    Cut.Neck neck = cut.neck();
    double half = neckHalf();
    double depth = neck.depth();
    double top = shoulderTop(half);
    return switch (neck.line()) {
      case ROUND -> arch(.8 * half, top + .62 * (depth - top), depth, false, false);
      case V -> arch(.52 * half, top + .5 * (depth - top), depth, true, false);
      case SQUARE -> arch(.86 * half, depth - .004, depth, false, true);
      case HEART -> arch(.5 * half, depth - .014, depth, true, false);
      case HIGH -> arch(.6 * frame.measures().neck(), depth + .004, depth + .007, false, false);
    };
  }

  private List<Knot> arch(
      double x, double y, double depth, boolean middleCorner, boolean sideCorner) {
    Opening opening = opening(depth);
    return List.of(
        new Knot("left_neckline_front", opening.at(Side.LEFT, x, y), sideCorner),
        new Knot("neckline_front", opening.low(), middleCorner),
        new Knot("right_neckline_front", opening.at(Side.RIGHT, x, y), sideCorner));
  }

  private Opening opening(double depth) {
    boolean high = cut.neck().line() == Cut.Neckline.HIGH;
    double half = high ? frame.measures().neck() : neckHalf();
    double top = high ? depth - .006 : shoulderTop(half);
    double low = high ? depth + .007 : depth;
    return new Opening(
        neck(Side.LEFT), neck(Side.RIGHT), onFront(0, low), frame.down(), half, top, low);
  }

  /** A place on the front, also when it is seen from behind. */
  Point onFront(double x, double y) {
    return shell.onFront(x, y);
  }

  /** The middle of the back neckline. */
  Point backNeckline() {
    boolean high = cut.neck().line() == Cut.Neckline.HIGH;
    double y = high ? cut.neck().depth() - .004 : cut.neck().back();
    Point low = frame.at(0, y, -.4);
    return new Opening(neck(Side.LEFT), neck(Side.RIGHT), low, frame.down(), 1, 0, 1).low();
  }
}
