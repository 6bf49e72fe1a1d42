package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.scene.Detail;
import java.util.List;

/** Outlines of hands at the ends of arms. */
final class Fingers {
  /** Length of a hand per length of the forearm. */
  private static final double LENGTH = .6;

  private Fingers() {}

  /** A frame at the wrist: right is the limb's outer side, down to the finger tips at 1. */
  static Frame frame(Limb arm, Measures measures) {
    Frame wrist = Frame.on(arm, 2);
    double length = LENGTH * measures.foreArm();
    return new Frame(wrist.origin(), wrist.right().times(length), wrist.down().times(length));
  }

  static double[] outline(Hand hand, Frame frame, double wrist) {
    double half = wrist * .86 / frame.down().length();
    return switch (hand) {
      case RELAXED, FLAT, POCKET ->
          frame.smooth(
              half,
              -.06,
              half * 1.1,
              .06,
              .23,
              .25,
              .26,
              .42,
              .25,
              .6,
              .21,
              .82,
              .15,
              .93,
              .1,
              .95,
              .07,
              .98,
              .02,
              1.01,
              -.04,
              .97,
              -.09,
              .94,
              -.14,
              .86,
              -.17,
              .7,
              -.19,
              .52,
              -.22,
              .55,
              -.27,
              .66,
              -.32,
              .66,
              -.34,
              .57,
              -.31,
              .42,
              -.26,
              .24,
              -half * 1.1,
              .06,
              -half,
              -.06);
      case ON_HIP ->
          frame.smooth(
              half,
              -.06,
              half * 1.1,
              .06,
              .21,
              .2,
              .24,
              .36,
              .22,
              .52,
              .16,
              .64,
              .06,
              .68,
              -.05,
              .67,
              -.15,
              .62,
              -.21,
              .5,
              -.22,
              .36,
              -.2,
              .22,
              -half * 1.1,
              .06,
              -half,
              -.06);
      case HOLDING ->
          frame.smooth(
              half,
              -.06,
              half * 1.1,
              .06,
              .24,
              .22,
              .29,
              .36,
              .28,
              .5,
              .22,
              .6,
              .08,
              .64,
              -.06,
              .63,
              -.2,
              .58,
              -.28,
              .48,
              -.28,
              .34,
              -.24,
              .2,
              -half * 1.1,
              .06,
              -half,
              -.06);
    };
  }

  static List<Detail> creases(Hand hand, Frame frame) {
    double width = .016 * frame.down().length();
    return switch (hand) {
      case HOLDING ->
          List.of(
              new Detail.Seam(frame.line(.14, .34, .15, .46, .13, .6), width, false),
              new Detail.Seam(frame.line(0, .33, .01, .46, 0, .62), width, false),
              new Detail.Seam(frame.line(-.13, .34, -.12, .46, -.12, .58), width, false));
      case ON_HIP ->
          List.of(
              new Detail.Seam(frame.line(.1, .4, .11, .5, .09, .64), width, false),
              new Detail.Seam(frame.line(-.01, .4, 0, .5, -.01, .66), width, false),
              new Detail.Seam(frame.line(-.11, .4, -.11, .5, -.11, .62), width, false));
      case RELAXED, FLAT, POCKET ->
          List.of(
              new Detail.Seam(frame.line(.12, .55, .125, .75, .115, .93), width, false),
              new Detail.Seam(frame.line(.02, .54, .03, .75, .04, .96), width, false),
              new Detail.Seam(frame.line(-.08, .55, -.06, .75, -.05, .93), width, false),
              new Detail.Seam(frame.line(-.17, .36, -.19, .45, -.19, .54), width, false));
    };
  }
}
