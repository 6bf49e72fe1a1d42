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

  /** A curtain with folds; x1 and x2 are its edges. */
  static void curtain(
      Plane plane, double x1, double x2, double y1, double y2, int colour, Dice dice) {
    double at = x1;
    while (at < x2 - 1e-6) {
      double wide = Math.min(dice.between(.05, .1), x2 - at);
      double crest = at + wide * dice.between(.3, .5);
      double end = x2 - at - wide < .02 ? x2 : at + wide;
      plane.rect(at, y1, crest + .002, y2, Ink.across(Ink.lit(colour, -.2), Ink.lit(colour, .13)));
      plane.rect(crest, y1, end, y2, Ink.across(Ink.lit(colour, .13), Ink.lit(colour, -.22)));
      at = end;
    }
    plane.rect(x1, y1, x2, y1 + .03, Ink.of(Ink.SHADOW).faint(.12));
  }

  /** A window with its curtains and what is seen through it. */
  static void window(
      Plane plane, double x, double half, double low, double high, Scheme scheme, Dice dice) {
    int frame = 0xF3F0EA;
    plane.glow(x, (low + high) / 2, half * 2.6, (high - low) * 1.3, 0xFFFDF4, .4);
    plane.rect(x - half - .03, low - .03, x + half + .03, high + .03, Ink.solid(frame));
    int sky = Ink.mix(0xBFDDEE, 0xFBF3E2, dice.next());
    plane.rect(x - half, low, x + half, high, Ink.of(sky, Ink.mix(sky, 0xFFFFFF, .7)));
    int green = Ink.mix(0x9DB58C, sky, .45);
    for (int i = 0; i < 4; i++) {
      double at = x - half + half * dice.between(.1, 1.9);
      double r = Math.min(half * .3, Math.min(at - x + half, x + half - at));
      double tall = dice.between(.06, .17);
      plane.fill(Shapes.uneven(at, low + 1.15 * tall, r, tall, .2, dice), Ink.solid(green));
    }
    plane.rect(x - half, low - .001, x + half, low + .08, Ink.of(Ink.mix(green, 0xFFFFFF, .2)));
    plane.rect(x - .012, low, x + .012, high, Ink.round(frame));
    plane.rect(
        x - half, (low * .4 + high * .6), x + half, (low * .4 + high * .6) + .02, Ink.solid(frame));
    plane.rect(x - half - .06, low - .07, x + half + .06, low - .03, Ink.solid(Ink.lit(frame, .1)));
    plane.cast(x - half - .06, low - .08, x + half + .06, low - .05, .03, .2);
    if (dice.chance(.75)) {
      int cloth = dice.chance(.5) ? scheme.cloth() : Ink.mix(scheme.wall(), 0xFFFFFF, .5);
      double bottom = dice.chance(.6) ? .05 : low - .12;
      curtain(plane, x - half - .2, x - half + .1, bottom, high + .1, cloth, dice);
      curtain(plane, x + half - .1, x + half + .2, bottom, high + .1, cloth, dice);
      plane.line(x - half - .26, high + .11, x + half + .26, high + .11, .022, Ink.solid(0x6E5F50));
    }
  }

  /** Coat hooks with bags and an umbrella. */
  static void hooks(Plane plane, double x, Scheme scheme, Dice dice) {
    plane.cast(x - .42, 1.16, x + .42, 1.24, .02, .2);
    plane.rounded(x - .42, 1.16, x + .42, 1.24, .015, Ink.solid(scheme.wood()));
    for (int i = 0; i < 4; i++) {
      double at = x - .33 + i * .22;
      plane.line(at, 1.2, at, 1.15, .014, Ink.of(0x4A4642));
      plane.ellipse(at, 1.15, .013, .013, Ink.of(0x4A4642));
      if (dice.chance(.6)) {
        bag(plane, at, 1.15, Scheme.accent(dice), dice);
      }
    }
  }

  /** A bag that hangs from a point. */
  static void bag(Plane plane, double x, double y, int colour, Dice dice) {
    double half = dice.between(.07, .11);
    double drop = dice.between(.12, .22);
    double tall = dice.between(.14, .24);
    double top = y - drop;
    plane.cast(x - half, top - tall, x + half, top, .025, .25);
    plane.line(x - half * .7, top, x, y, .012, Ink.of(Ink.lit(colour, -.2)));
    plane.line(x + half * .7, top, x, y, .012, Ink.of(Ink.lit(colour, -.2)));
    plane.polygon(
        Ink.of(Ink.lit(colour, .1), Ink.lit(colour, -.15)),
        x - half * .85,
        top,
        x + half * .85,
        top,
        x + half,
        top - tall * .92,
        x + half * .85,
        top - tall,
        x - half * .85,
        top - tall,
        x - half,
        top - tall * .92);
    plane.rect(
        x - half * .55,
        top - tall * .7,
        x + half * .55,
        top - tall * .66,
        Ink.of(Ink.lit(colour, -.25)));
    plane.glow(x - half * .3, top - tall * .3, half * .6, tall * .3, Ink.LIGHT, .2);
  }

  /** A towel over a rail. */
  static void towel(Plane plane, double x, double y, int colour, Dice dice) {
    double half = dice.between(.11, .17);
    double tall = dice.between(.32, .5);
    plane.line(x - half - .08, y, x + half + .08, y, .018, Ink.solid(0xB9BBBD));
    plane.cast(x - half, y - tall, x + half, y, .03, .2);
    plane.rect(
        x - half,
        y - tall,
        x + half,
        y + .012,
        Ink.across(Ink.lit(colour, .12), Ink.lit(colour, -.08)));
    plane.rect(x - half, y - tall + .05, x + half, y - tall + .075, Ink.of(Ink.lit(colour, .4)));
    plane.rect(x - half, y - tall + .09, x + half, y - tall + .1, Ink.of(Ink.lit(colour, .4)));
    plane.glow(x + half * .2, y - tall * .5, .025, tall * .5, Ink.SHADOW, .16);
    plane.glow(x - half * .3, y - tall * .5, .03, tall * .5, Ink.LIGHT, .2);
  }
}
