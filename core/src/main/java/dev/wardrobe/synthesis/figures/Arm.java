package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.chance.Dice;

/**
 * An arm of a pose.
 *
 * @param gesture how it is held
 * @param hand what its hand does
 */
record Arm(Gesture gesture, Hand hand) {

  /** Beside the body, from close to well away. */
  static Arm hanging(Dice dice) {
    double lift = dice.between(.12, .34);
    double swing = dice.between(-.12, .15);
    double lowerLift = lift - dice.between(.04, .24);
    return new Arm(Poses.swing(lift, swing, lowerLift, swing + dice.between(.1, .4)), Hand.RELAXED);
  }

  static Arm onHip(Dice dice) {
    return new Arm(
        new Gesture.Reach(dice.between(1.22, 1.32), dice.between(.32, .36), .1, 1, 1), Hand.ON_HIP);
  }

  /** A hand at the hair or beside the head. */
  static Arm raised(Dice dice) {
    double lift = dice.between(1.75, 2.25);
    Direction upper = Direction.hanging(lift, 0);
    Direction lower = Direction.of(-dice.between(.6, 1.1), -.8, dice.between(0, .3));
    return new Arm(new Gesture.Swing(upper, lower), Hand.RELAXED);
  }

  /** The forearm before the body. */
  static Arm before(Dice dice) {
    return new Arm(
        new Gesture.Reach(dice.between(-.2, .35), dice.between(.2, .34), 1, .97, .9), Hand.FLAT);
  }

  /** The forearm pointing to where the figure looks, as it is seen of an arm behind the body. */
  static Arm forward(Dice dice) {
    Direction upper = Direction.hanging(dice.between(.05, .15), dice.between(-.1, .25));
    Direction lower = Direction.of(-dice.between(0, .3), dice.between(-.2, .6), 1);
    return new Arm(new Gesture.Swing(upper, lower), Hand.RELAXED);
  }

  static Arm inPocket(Dice dice) {
    return new Arm(
        new Gesture.Reach(dice.between(.9, 1.02), dice.between(.385, .41), .45, 1, .97),
        Hand.POCKET);
  }

  /** An arm that carries something before or beside the body. */
  static Arm holding(Prop prop, Dice dice) {
    return switch (prop) {
      case PHONE -> reach(dice, .35, .8, .07, .17, .92, .92);
      case COFFEE -> reach(dice, .55, .95, .11, .2, .92, .9);
      case BOOK -> reach(dice, .1, .5, .24, .32, .95, .85);
      case FLOWERS -> reach(dice, 0, .3, .2, .29, .95, .9);
      case SHOPPING_BAG -> reach(dice, 0, .3, .22, .36, .95, .95);
      case FOREARM_BAG -> reach(dice, .5, .95, .2, .25, .95, .75);
      default -> hanging(dice).holding();
    };
  }

  private static Arm reach(
      Dice dice,
      double inner,
      double outer,
      double top,
      double bottom,
      double upper,
      double lower) {
    double across = dice.between(inner, outer);
    return new Arm(
        new Gesture.Reach(across, dice.between(top, bottom), 1, upper, lower), Hand.HOLDING);
  }

  /** The same arm with its hand closed. */
  Arm holding() {
    return new Arm(gesture, Hand.HOLDING);
  }
}
