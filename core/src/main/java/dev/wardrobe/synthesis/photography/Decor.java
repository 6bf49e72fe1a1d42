package dev.wardrobe.synthesis.photography;

import dev.wardrobe.synthesis.chance.Dice;

/** Small and slender things in rooms. */
final class Decor {
  private Decor() {}

  /**
   * Things that stand in a row on a board: books, boxes, vases, frames.
   *
   * @param y of the board
   * @param tall height there is for them
   */
  static void row(Plane plane, double x1, double x2, double y, double tall, Dice dice) {
    double x = x1 + dice.between(0, .05);
    while (x < x2 - .04) {
      switch (dice.weighted(.4, .18, .16, .12, .14)) {
        case 0 -> x = books(plane, x, Math.min(x2, x + dice.between(.1, .3)), y, tall, dice);
        case 1 -> x = vase(plane, x, x2, y, tall, dice);
        case 2 -> x = crate(plane, x, x2, y, tall, dice);
        case 3 -> {
          plant(plane, x + .07, y, Math.min(tall, .26), dice);
          x += .14;
        }
        default -> x += dice.between(.03, .16);
      }
      x += dice.between(.01, .05);
    }
  }

  private static double books(
      Plane plane, double from, double to, double y, double tall, Dice dice) {
    double x = from;
    while (x < to) {
      double wide = dice.between(.014, .032);
      double high = Math.min(tall, dice.between(.13, .2));
      int colour = Ink.mix(Scheme.accent(dice), 0xB0A89C, .25);
      plane.rect(x, y, x + wide, y + high, Ink.round(colour));
      plane.rect(x, y + high * .75, x + wide, y + high * .82, Ink.of(Ink.lit(colour, .4)));
      x += wide + .001;
    }
    return x;
  }

  private static double vase(
      Plane plane, double x, double limit, double y, double tall, Dice dice) {
    double half = Math.min(dice.between(.03, .06), (limit - x) / 2);
    double high = Math.min(tall * .8, dice.between(.1, .2));
    int colour = dice.chance(.5) ? Scheme.accent(dice) : 0xE9E2D6;
    double middle = x + half;
    plane.rect(middle - half * .4, y + high * .7, middle + half * .4, y + high, Ink.round(colour));
    plane.ellipse(middle, y + high * .42, half, high * .42, Ink.round(colour));
    plane.glow(middle - half * .35, y + high * .5, half * .35, high * .25, Ink.LIGHT, .5);
    if (tall > high + .1) {
      for (int i = 0; i < 4; i++) {
        double tip = middle + dice.between(-.07, .07);
        double top = y + high + dice.between(.05, Math.min(.17, tall - high));
        plane.line(middle, y + high, tip, top, .005, Ink.of(0x8A8A5E));
        plane.ellipse(tip, top, .016, .02, Ink.solid(Scheme.accent(dice)));
      }
    }
    return x + 2 * half;
  }

  private static double crate(
      Plane plane, double x, double limit, double y, double tall, Dice dice) {
    double wide = Math.min(dice.between(.1, .2), limit - x);
    double high = Math.min(tall, dice.between(.08, .16));
    int colour = Ink.mix(Scheme.cloth(dice), 0xD8C4A4, .4);
    plane.rounded(x, y, x + wide, y + high, .012, Ink.solid(colour));
    plane.rect(x, y + high * .8, x + wide, y + high * .83, Ink.of(Ink.lit(colour, -.2)));
    plane.rounded(
        x + wide * .38,
        y + high * .5,
        x + wide * .62,
        y + high * .64,
        .01,
        Ink.of(Ink.lit(colour, .35)));
    return x + wide;
  }

  /** A plant in a pot. */
  static void plant(Plane plane, double x, double y, double tall, Dice dice) {
    int leaf = Ink.mix(0x4F7A4C, 0x8DA562, dice.next());
    int pot = dice.chance(.5) ? 0xC98B66 : Ink.mix(Scheme.accent(dice), 0xEEE6DA, .5);
    double potTall = tall * .3;
    double half = tall * .15;
    int count = 9 + dice.below(6);
    double broad = dice.between(.045, .1);
    for (int i = 0; i < count; i++) {
      double angle = (i + dice.next()) / count * 2.2 - 1.1;
      double length = tall * dice.between(.5, .76) * (1 - .25 * Math.abs(angle));
      double tipX = x + length * StrictMath.sin(angle);
      double tipY = y + potTall + length * StrictMath.cos(angle) * .95;
      int tone = Ink.lit(leaf, dice.between(-.22, .16) - angle * .08);
      plane.line(
          x,
          y + potTall * .9,
          (x + tipX) / 2,
          (y + potTall + tipY) / 2,
          tall * .012,
          Ink.of(Ink.lit(leaf, -.2)));
      plane.fill(
          Shapes.leaf(
              x + (tipX - x) * .25,
              y + potTall + (tipY - y - potTall) * .25,
              tipX,
              tipY,
              tall * broad),
          Ink.of(Ink.lit(tone, .08), Ink.lit(tone, -.12)));
    }
    plane.polygon(
        Ink.round(pot),
        x - half,
        y + potTall,
        x + half,
        y + potTall,
        x + half * .75,
        y,
        x - half * .75,
        y);
    plane.rect(
        x - half * 1.08,
        y + potTall * .8,
        x + half * 1.08,
        y + potTall,
        Ink.round(Ink.lit(pot, .08)));
  }

  static void floorLamp(Plane plane, double x, Scheme scheme, Dice dice) {
    int shade = Ink.mix(scheme.accent(), 0xFFEFD2, dice.between(.5, .95));
    double top = dice.between(1.15, 1.32);
    plane.line(x, 0, x, top - .1, .016, Ink.of(0x6B6258));
    plane.ellipse(x, .012, .11, .018, Ink.solid(0x6B6258));
    plane.polygon(
        Ink.round(shade),
        x - .09,
        top + .06,
        x + .09,
        top + .06,
        x + .15,
        top - .14,
        x - .15,
        top - .14);
    if (dice.chance(.6)) {
      plane.glow(x, top - .05, .5, .5, 0xFFE3AE, .45);
      plane.glow(x, top - .03, .14, .12, 0xFFF7E2, .7);
    }
  }

  static void pendant(Plane plane, double x, double y, int colour) {
    plane.line(x, y + .1, x, y + 1.5, .008, Ink.of(0x4A4440));
    plane.polygon(
        Ink.round(colour), x - .04, y + .1, x + .04, y + .1, x + .13, y - .04, x - .13, y - .04);
    plane.ellipse(x, y - .04, .12, .016, Ink.of(0xFFF2CF));
    plane.glow(x, y - .06, .4, .36, 0xFFE6B4, .4);
  }

  /** Pictures of shapes, landscapes and plants; no letters. */
  static void picture(Plane plane, double x, double y, double half, double tall, Dice dice) {
    int frame = dice.chance(.5) ? Scheme.wood(dice) : dice.chance(.5) ? 0x35322F : 0xF4F1EC;
    plane.cast(x - half, y - tall, x + half, y + tall, .02, .22);
    plane.rect(x - half, y - tall, x + half, y + tall, Ink.solid(frame));
    double inX = half - .016;
    double inY = tall - .016;
    int paper = Ink.mix(0xF6F0E4, Scheme.accent(dice), dice.between(0, .35));
    plane.rect(x - inX, y - inY, x + inX, y + inY, Ink.of(paper, Ink.lit(paper, -.05)));
    int first = Scheme.accent(dice);
    int second = Scheme.accent(dice);
    switch (dice.below(4)) {
      case 0 -> {
        plane.ellipse(x + inX * .25, y + inY * .35, inX * .35, inX * .35, Ink.solid(first));
        plane.polygon(
            Ink.solid(second),
            x - inX,
            y - inY,
            x - inX,
            y - inY * .3,
            x - inX * .3,
            y + inY * .05,
            x + inX * .3,
            y - inY * .4,
            x + inX,
            y - inY * .1,
            x + inX,
            y - inY);
      }
      case 1 -> {
        plane.ellipse(x - inX * .2, y + inY * .2, inX * .5, inY * .45, Ink.of(first));
        plane.ellipse(x + inX * .25, y - inY * .25, inX * .45, inY * .4, Ink.of(second).faint(.8));
      }
      case 2 -> {
        plane.line(x, y - inY * .8, x, y + inY * .7, .008, Ink.of(first));
        for (int i = 0; i < 8; i++) {
          int pair = i / 2;
          double at = y - inY * .6 + pair * inY * .36;
          double side = i % 2 == 0 ? -1 : 1;
          plane.fill(
              Shapes.leaf(x, at, x + side * inX * .6, at + inY * .3, inY * .1), Ink.of(first));
        }
      }
      default -> {
        for (int i = 0; i < 4; i++) {
          double low = y - inY * .8 + i * inY * .4;
          plane.rect(
              x - inX * .75,
              low,
              x + inX * .75,
              low + inY * .25,
              Ink.of(i % 2 == 0 ? first : second));
        }
      }
    }
    plane.polygon(
        Ink.of(0xFFFFFF).faint(.12),
        x - inX,
        y + inY,
        x - inX * .2,
        y + inY,
        x - inX,
        y - inY * .3);
  }

  static void clock(Plane plane, double x, double y) {
    plane.cast(x - .1, y - .1, x + .1, y + .1, .02, .2);
    plane.ellipse(x, y, .11, .11, Ink.solid(0x4A4744));
    plane.ellipse(x, y, .095, .095, Ink.solid(0xF6F3EC));
    plane.line(x, y, x + .03, y + .05, .008, Ink.of(0x3A3734));
    plane.line(x, y, x - .06, y + .03, .006, Ink.of(0x3A3734));
  }
}
