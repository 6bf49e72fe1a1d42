package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.chance.Dice;

/**
 * Legs and trunk of a pose.
 *
 * @param turn of the trunk
 * @param lean of the trunk
 * @param left leg
 * @param right leg
 */
record Stance(double turn, double lean, Gesture left, Gesture right) {

  static Stance of(View view, Dice dice) {
    double turn =
        switch (view) {
          case FRONT -> dice.between(-.16, .16);
          case SIDE -> dice.between(.8, 1.35) * (dice.chance(.5) ? 1 : -1);
          case BACK -> dice.between(-.3, .3);
        };
    return switch (dice.weighted(2, 2, 3, 1.6, view == View.SIDE ? 0 : .7)) {
      case 0 -> together(turn, dice);
      case 1 -> apart(turn, dice);
      case 2 -> contrapposto(turn, dice);
      case 3 -> walking(turn, dice);
      default -> crossed(turn, dice);
    };
  }

  private static Stance together(double turn, Dice dice) {
    double out = dice.between(.01, .05);
    Gesture leg = Poses.swing(out, 0, out - .01, -.02);
    return new Stance(turn, dice.between(-.02, .02), leg, leg);
  }

  private static Stance apart(double turn, Dice dice) {
    double out = dice.between(.07, .17);
    Gesture leg = Poses.swing(out, .03, out - .03, -.03);
    return new Stance(turn, dice.between(-.02, .02), leg, leg);
  }

  /** The weight on one leg, the other bent a little. */
  private static Stance contrapposto(double turn, Dice dice) {
    Gesture straight = Poses.swing(-dice.between(.02, .07), -.01, -.04, -.03);
    double out = dice.between(.08, .18);
    Gesture bent = Poses.swing(out, dice.between(.1, .25), out - dice.between(.06, .2), -.12);
    double lean = dice.between(.01, .05);
    return dice.chance(.5)
        ? new Stance(turn, lean, straight, bent)
        : new Stance(turn, -lean, bent, straight);
  }

  private static Stance walking(double turn, Dice dice) {
    double step = dice.between(.18, .34);
    Gesture ahead = Poses.swing(-.01, step, -.05, step * .75);
    Gesture behind = Poses.swing(-.01, -step * .45, -.03, -step * 1.5);
    double lean = dice.between(-.03, .03);
    return dice.chance(.5)
        ? new Stance(turn, lean, ahead, behind)
        : new Stance(turn, lean, behind, ahead);
  }

  private static Stance crossed(double turn, Dice dice) {
    Gesture straight = Poses.swing(-.03, 0, -.03, -.02);
    Gesture over = Poses.swing(-dice.between(.1, .16), .12, -dice.between(.14, .22), -.05);
    return dice.chance(.5)
        ? new Stance(turn, 0, straight, over)
        : new Stance(turn, 0, over, straight);
  }
}
