package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.scene.Point;

/**
 * How a figure of any measures stands.
 *
 * @param view from where it is seen
 * @param turn as in {@link Skeleton}
 * @param lean as in {@link Skeleton}
 * @param gaze how far the head is turned beyond the trunk, radians, positive to the right of the
 *     photo
 * @param tilt of the head against the trunk, radians, positive to the right of the photo
 * @param leftArm gesture of the arm on the left of Figure 2
 * @param rightArm of the other
 * @param leftLeg gesture of the leg on the left of Figure 2
 * @param rightLeg of the other
 * @param leftHand what the left hand does
 * @param rightHand what the right hand does
 */
public record Pose(
    View view,
    double turn,
    double lean,
    double gaze,
    double tilt,
    Gesture leftArm,
    Gesture rightArm,
    Gesture leftLeg,
    Gesture rightLeg,
    Hand leftHand,
    Hand rightHand) {
  /** How far the knee is from hip to ankle. */
  private static final double KNEE = .485;

  /** How much thinner an elbow is than the upper arm. */
  private static final double ELBOW = .86;

  /** A person's pose for a view. */
  public static Pose of(View view, Dice dice) {
    return Poses.of(view, dice);
  }

  /**
   * A person's pose that suits what is carried.
   *
   * @param prop what is carried
   */
  public static Pose holding(Prop prop, View view, Dice dice) {
    return Poses.holding(prop, view, dice);
  }

  /** How garments laid flat lie: sleeves spread alike, legs a little apart. */
  public static Pose flatLay(Dice dice) {
    return Poses.flatLay(dice);
  }

  /** How garments on a hanger hang. */
  public static Pose hanging(Dice dice) {
    return Poses.hanging(dice);
  }

  /** How a mannequin stands. */
  public static Pose mannequin(Dice dice) {
    return Poses.mannequin(dice);
  }

  /** What the hand of a side does. */
  Hand hand(Side side) {
    return side == Side.LEFT ? leftHand : rightHand;
  }

  /** The same pose in a mirror: left and right changed. */
  public Pose mirrored() {
    return new Pose(
        view,
        -turn,
        -lean,
        -gaze,
        -tilt,
        /* leftArm= */ rightArm,
        /* rightArm= */ leftArm,
        /* leftLeg= */ rightLeg,
        /* rightLeg= */ leftLeg,
        /* leftHand= */ rightHand,
        /* rightHand= */ leftHand);
  }

  /** A body of some measures in this pose. */
  public Skeleton skeleton(Measures measures) {
    return new Skeleton(
        measures,
        view,
        turn,
        lean,
        arm(measures, Side.LEFT, leftArm),
        arm(measures, Side.RIGHT, rightArm),
        leg(measures, Side.LEFT, leftLeg),
        leg(measures, Side.RIGHT, rightLeg));
  }

  private Limb arm(Measures m, Side side, Gesture gesture) {
    Point start = on(m, side.sign() * m.shoulder(), m.shoulderY(), 0);
    Point[] joints = joints(m, side, gesture, start, m.upperArm(), m.foreArm());
    return new Limb(
        side,
        start,
        joints[0],
        joints[1],
        m.arm(),
        m.arm() * ELBOW,
        m.wrist(),
        view == View.BACK,
        isFar(side));
  }

  private Limb leg(Measures m, Side side, Gesture gesture) {
    Point start = on(m, side.sign() * (m.hip() - m.thigh()), m.hipY(), 0);
    double length = 1 - m.hipY();
    Point[] joints = joints(m, side, gesture, start, length * KNEE, length * (1 - KNEE));
    return new Limb(
        side,
        start,
        joints[0],
        joints[1],
        m.thigh(),
        m.calf(),
        m.ankle(),
        view == View.BACK,
        isFar(side));
  }

  /** Whether a limb of a side is behind the trunk: only seen from the side one of each two is. */
  boolean isFar(Side side) {
    return view == View.SIDE && side.sign() * turn > 0;
  }

  private Point on(Measures m, double x, double y, double front) {
    return Skeleton.trunk(m, view, turn, lean, x, y, front);
  }

  private Point[] joints(
      Measures m, Side side, Gesture gesture, Point start, double upper, double lower) {
    return switch (gesture) {
      case Gesture.Swing swing -> {
        Point middle = start.plus(seen(swing.upper(), side).times(upper));
        yield new Point[] {middle, middle.plus(seen(swing.lower(), side).times(lower))};
      }
      case Gesture.Reach reach -> {
        double x = side.sign() * reach.across() * m.trunk(reach.y());
        Point target = on(m, x, reach.y(), reach.front());
        yield bent(side, start, target, upper * reach.upper(), lower * reach.lower());
      }
    };
  }

  /** The step that a direction is in the photo. */
  private Point seen(Direction direction, Side side) {
    int facing = view == View.BACK ? -1 : 1;
    return new Point(
        facing
            * (direction.out() * side.sign() * StrictMath.cos(turn)
                + direction.forward() * StrictMath.sin(turn)),
        direction.down());
  }

  /** Elbow and wrist of an arm that reaches a target, or the place nearest to it. */
  private Point[] bent(Side side, Point start, Point target, double upper, double lower) {
    Point way = target.minus(start);
    double longest = (upper + lower) * .998;
    double shortest = Math.abs(upper - lower) + (upper + lower) * .12;
    double distance = Math.max(shortest, Math.min(longest, way.length()));
    Point ahead = way.unit();
    double along = (distance * distance + upper * upper - lower * lower) / (2 * distance);
    double aside = Math.sqrt(Math.max(0, upper * upper - along * along));
    // Seen from the side elbows point to the back, else away from the body.
    boolean toLeft = view == View.SIDE ? turn > 0 : (side == Side.LEFT) != (view == View.BACK);
    Point outward = ahead.turned().times(toLeft ? 1 : -1);
    return new Point[] {
      start.plus(ahead.times(along)).plus(outward.times(aside)), start.plus(ahead.times(distance))
    };
  }
}
