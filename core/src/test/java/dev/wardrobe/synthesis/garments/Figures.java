package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.figures.Limb;
import dev.wardrobe.synthesis.figures.Measures;
import dev.wardrobe.synthesis.figures.Side;
import dev.wardrobe.synthesis.figures.Skeleton;
import dev.wardrobe.synthesis.figures.View;
import dev.wardrobe.synthesis.scene.Point;
import java.util.List;

/** Skeletons to try garments on. */
final class Figures {

  private Figures() {}

  /**
   * Angles of a limb: of its upper part from straight down, outwards; of its lower part from the
   * upper.
   */
  record Bend(double upper, double lower) {}

  /** A figure of middling measures that stands still. */
  static Skeleton standing(View view) {
    Bend arm = new Bend(.2, .03);
    Bend leg = new Bend(.05, 0);
    return skeleton(Measures.AVERAGE, view, 0, 0, new Bend[] {arm, arm, leg, leg});
  }

  /** Any figure: measures, view, turn, lean and all limbs by chance. */
  static Skeleton any(Dice dice) {
    View view = List.of(View.FRONT, View.SIDE, View.BACK).get(dice.below(3));
    double most = view == View.SIDE ? 1.35 : .35;
    double turn = dice.between(-most, most);
    Bend[] bends = {
      new Bend(dice.between(-.3, 2.8), dice.between(-2.3, 1.2)),
      new Bend(dice.between(-.3, 2.8), dice.between(-2.3, 1.2)),
      new Bend(dice.between(-.35, .45), dice.between(-.5, .2)),
      new Bend(dice.between(-.35, .45), dice.between(-.5, .2))
    };
    return skeleton(varied(dice), view, turn, dice.between(-.15, .15), bends);
  }

  /** A figure that looks the same in a mirror, or, turned, its mirror image. */
  static Skeleton frontal(Measures measures, Bend leftArm, Bend rightArm, Bend left, Bend right) {
    return skeleton(measures, View.FRONT, 0, 0, new Bend[] {leftArm, rightArm, left, right});
  }

  static Measures varied(Dice dice) {
    Measures m = Measures.AVERAGE;
    double wide = dice.between(.84, 1.2);
    double tall = dice.between(.93, 1.07);
    return new Measures(
        m.neck() * dice.between(.9, 1.1),
        m.shoulder() * Math.sqrt(wide) * dice.between(.92, 1.08),
        m.shoulderY() * tall,
        m.armpitY() * tall,
        m.chest() * wide,
        m.chestY() * tall,
        m.waist() * wide * dice.between(.9, 1.1),
        m.waistY() * tall,
        m.hip() * wide,
        m.hipY() * tall,
        m.crotchY() * tall,
        m.upperArm() * dice.between(.9, 1.1),
        m.foreArm() * dice.between(.9, 1.1),
        m.arm() * wide,
        m.wrist() * wide,
        m.thigh() * wide,
        m.calf() * wide,
        m.ankle() * wide,
        m.depth() * wide);
  }

  static Skeleton skeleton(Measures measures, View view, double turn, double lean, Bend[] bends) {
    return new Skeleton(
        measures,
        view,
        turn,
        lean,
        arm(measures, view, turn, lean, Side.LEFT, bends[0]),
        arm(measures, view, turn, lean, Side.RIGHT, bends[1]),
        leg(measures, view, turn, Side.LEFT, bends[2]),
        leg(measures, view, turn, Side.RIGHT, bends[3]));
  }

  private static Limb arm(Measures m, View view, double turn, double lean, Side side, Bend bend) {
    boolean back = view == View.BACK;
    boolean near = (side == Side.LEFT) == (turn > 0 != back);
    Point start = trunk(m, view, turn, lean, side.sign() * m.shoulder(), m.shoulderY());
    Point middle = start.plus(direction(side, back, bend.upper()).times(m.upperArm()));
    Point end = middle.plus(direction(side, back, bend.upper() + bend.lower()).times(m.foreArm()));
    boolean behind = Math.abs(turn) > .5 && !near;
    return new Limb(side, start, middle, end, m.arm(), m.arm() * .85, m.wrist(), back, behind);
  }

  private static Limb leg(Measures m, View view, double turn, Side side, Bend bend) {
    boolean back = view == View.BACK;
    double length = (1 - m.hipY()) / 2;
    Point start = trunk(m, view, turn, 0, side.sign() * (m.hip() - m.thigh()), m.hipY());
    Point middle = start.plus(direction(side, back, bend.upper()).times(length));
    Point end = middle.plus(direction(side, back, bend.upper() + bend.lower()).times(length));
    return new Limb(side, start, middle, end, m.thigh(), m.calf(), m.ankle(), back, false);
  }

  private static Point direction(Side side, boolean back, double angle) {
    double sign = side.sign() * (back ? -1 : 1);
    return new Point(sign * StrictMath.sin(angle), StrictMath.cos(angle));
  }

  /** As {@link Skeleton#trunk}, before there is a skeleton. */
  private static Point trunk(Measures m, View view, double turn, double lean, double x, double y) {
    Point none = new Point(0, 0);
    Limb limb = new Limb(Side.LEFT, none, none, none, 0, 0, 0, false, false);
    return new Skeleton(m, view, turn, lean, limb, limb, limb, limb).trunk(x, y, 0);
  }
}
