package dev.wardrobe.synthesis.photography;

import dev.wardrobe.synthesis.chance.Dice;

/** A tall mirror: what was painted becomes what is seen in it, with a wall and a frame around. */
final class MirrorFrame {
  private static final int[] FRAMES = {0x2F2D2B, 0xC7A15C, 0xF3F0EA, 0x8A6440, 0xB9BDC0, 0xD8BC94};

  private MirrorFrame() {}

  static void paint(Stage stage, Dice dice) {
    Plane plane = stage.plane(0);
    double left = -dice.between(.4, .6);
    double right = dice.between(.4, .6);
    double low = -dice.between(.03, .14);
    double high = dice.between(1.36, 1.55);
    double thick = dice.between(.02, .06);
    streaks(plane, left, right, low, high, dice);
    around(stage, plane, left, right, low, high, dice);
    int colour = Scheme.pick(FRAMES, dice);
    plane.cast(right, low, right + thick * .5, high, .03, .3);
    plane.rect(left - thick, low, left, high + thick, Ink.round(colour));
    plane.rect(
        right,
        low,
        right + thick,
        high + thick,
        Ink.across(Ink.lit(colour, .18), Ink.lit(colour, -.12)));
    plane.rect(
        left - thick,
        high,
        right + thick,
        high + thick,
        Ink.of(Ink.lit(colour, .25), Ink.lit(colour, -.1)));
    plane.rect(
        left - thick,
        low - thick,
        right + thick,
        low,
        Ink.of(Ink.lit(colour, .05), Ink.lit(colour, -.25)));
    Ink inner = Ink.of(Ink.SHADOW).faint(.35);
    plane.rect(left, low, left + .008, high, inner);
    plane.rect(left, high - .008, right, high, inner);
  }

  private static void streaks(
      Plane plane, double left, double right, double low, double high, Dice dice) {
    double x = left + dice.between(0, .3) * (right - left);
    for (int i = 0; i < 2; i++) {
      double wide = dice.between(.04, .14);
      plane.polygon(
          Ink.of(0xFFFFFF).faint(dice.between(.05, .13)),
          x + .3,
          high,
          x + .3 + wide,
          high,
          x + wide - .25,
          low,
          x - .25,
          low);
      x += wide + dice.between(.1, .4);
    }
  }

  /** The wall that the mirror is at, and the floor before it. */
  private static void around(
      Stage stage, Plane plane, double left, double right, double low, double high, Dice dice) {
    var scheme = Scheme.of(dice);
    int wall = scheme.wall();
    Ink ink = Ink.of(Ink.lit(wall, .05), Ink.lit(wall, -.1));
    double far = 1e4;
    double top = Math.max(high, plane.ground() / plane.unit());
    double foot = low - .05;
    plane.rect(Math.min(left, plane.left()), foot, left, top, ink);
    plane.rect(right, foot, Math.max(right, plane.right()), top, ink);
    plane.rect(left, high, right, top, Ink.of(Ink.lit(wall, .05)));
    int floor = Ink.lit(scheme.wood(), -.05);
    double bottom = (plane.ground() - stage.canvas.height) / plane.unit();
    plane.rect(-far, Math.min(bottom, foot), far, low, Ink.of(floor, Ink.lit(floor, .1)));
    if (dice.chance(.5)) {
      double x = right + dice.between(.2, .3);
      Decor.plant(plane, x, foot, dice.between(.5, .9), dice);
    }
    if (dice.chance(.5)) {
      Decor.picture(plane, left - dice.between(.25, .35), dice.between(.9, 1.2), .12, .16, dice);
    }
  }
}
