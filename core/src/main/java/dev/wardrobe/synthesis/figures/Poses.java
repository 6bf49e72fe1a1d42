package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.chance.Dice;

/** Makes poses by chance, out of arms, legs and a view that go together. */
final class Poses {
  /** The furthest turn of a head that still shows the face. */
  private static final double PROFILE = 1.4;

  private Poses() {}

  static Pose of(View view, Dice dice) {
    Stance stance = Stance.of(view, dice);
    return switch (view) {
      case FRONT -> front(stance, dice);
      case SIDE -> side(stance, dice);
      case BACK -> back(stance, dice);
    };
  }

  private static Pose front(Stance stance, Dice dice) {
    Arm left = Arm.hanging(dice);
    Arm right = dice.chance(.4) ? left : Arm.hanging(dice);
    switch (dice.weighted(5, 2.2, 1, 1, 1.2, 1.6, .7)) {
      case 1 -> right = Arm.onHip(dice);
      case 2 -> {
        left = Arm.onHip(dice);
        right = left;
      }
      case 3 -> right = Arm.raised(dice);
      case 4 -> right = Arm.before(dice);
      case 5 -> right = Arm.inPocket(dice);
      case 6 -> {
        left = Arm.inPocket(dice);
        right = Arm.inPocket(dice);
      }
      default -> {}
    }
    return posed(View.FRONT, stance, left, right, dice);
  }

  private static Pose side(Stance stance, Dice dice) {
    Arm near = Arm.hanging(dice);
    Arm far = Arm.hanging(dice);
    switch (dice.weighted(5, 1.5, 1.5, 1, .5)) {
      case 1 -> near = Arm.onHip(dice);
      case 2 -> near = Arm.inPocket(dice);
      case 3 -> far = Arm.forward(dice);
      case 4 -> near = Arm.forward(dice);
      default -> {}
    }
    return sided(stance, near, far, dice);
  }

  private static Pose sided(Stance stance, Arm near, Arm far, Dice dice) {
    // A positive turn shows the front to the right, and the left side is the near one.
    return stance.turn() > 0
        ? posed(View.SIDE, stance, near, far, dice)
        : straight(View.SIDE, stance, far, near, dice);
  }

  private static Pose back(Stance stance, Dice dice) {
    Arm left = Arm.hanging(dice);
    Arm right = dice.chance(.4) ? left : Arm.hanging(dice);
    switch (dice.weighted(5, 1.5, 1)) {
      case 1 -> right = Arm.onHip(dice);
      case 2 -> right = Arm.raised(dice);
      default -> {}
    }
    return posed(View.BACK, stance, left, right, dice);
  }

  /** A pose or, as often, its mirror image where no side is given by the view. */
  private static Pose posed(View view, Stance stance, Arm left, Arm right, Dice dice) {
    Pose pose = straight(view, stance, left, right, dice);
    return view != View.SIDE && dice.chance(.5) ? pose.mirrored() : pose;
  }

  private static Pose straight(View view, Stance stance, Arm left, Arm right, Dice dice) {
    double turn = stance.turn();
    double gaze = view == View.BACK ? 0 : dice.between(-.28, .28);
    // From behind the cheek no face would be seen.
    gaze = Math.max(-PROFILE - turn, Math.min(PROFILE - turn, gaze));
    return new Pose(
        view,
        turn,
        stance.lean(),
        gaze,
        dice.between(-.07, .07),
        left.gesture(),
        right.gesture(),
        stance.left(),
        stance.right(),
        left.hand(),
        right.hand());
  }

  static Pose holding(Prop prop, View view, Dice dice) {
    if (!prop.held()) {
      return of(view, dice);
    }
    Stance stance = Stance.of(view, dice);
    Arm free =
        switch (dice.weighted(4, 1, 1)) {
          case 1 -> Arm.onHip(dice);
          case 2 -> Arm.inPocket(dice);
          default -> Arm.hanging(dice);
        };
    // Behind the back nothing is held before the body.
    Arm holder = view == View.BACK ? Arm.hanging(dice).holding() : Arm.holding(prop, dice);
    return view == View.SIDE
        ? sided(stance, holder, Arm.hanging(dice), dice)
        : posed(view, stance, free, holder, dice);
  }

  static Pose flatLay(Dice dice) {
    double lift = dice.between(.35, 1);
    Arm arm = new Arm(swing(lift, 0, lift * dice.between(.9, 1), 0), Hand.RELAXED);
    double apart = dice.between(.1, .19);
    Gesture leg = swing(apart, 0, apart * dice.between(.8, 1), 0);
    return alike(arm, leg);
  }

  static Pose hanging(Dice dice) {
    double lift = dice.between(.07, .2);
    Arm arm = new Arm(swing(lift, 0, lift * dice.between(.2, .8), 0), Hand.RELAXED);
    return alike(arm, swing(dice.between(.04, .08), 0, dice.between(.03, .07), 0));
  }

  static Pose mannequin(Dice dice) {
    double lift = dice.between(.14, .3);
    double lower = lift * dice.between(.3, .9);
    Arm arm = new Arm(swing(lift, .05, lower, .2), Hand.RELAXED);
    return alike(arm, swing(dice.between(.01, .06), 0, dice.between(0, .04), 0));
  }

  private static Pose alike(Arm arm, Gesture leg) {
    return new Pose(
        View.FRONT, 0, 0, 0, 0, arm.gesture(), arm.gesture(), leg, leg, arm.hand(), arm.hand());
  }

  static Gesture swing(double lift, double swing, double lowerLift, double lowerSwing) {
    return new Gesture.Swing(
        Direction.hanging(lift, swing), Direction.hanging(lowerLift, lowerSwing));
  }
}
