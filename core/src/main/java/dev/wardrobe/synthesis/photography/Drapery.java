package dev.wardrobe.synthesis.photography;

import dev.wardrobe.synthesis.chance.Dice;

/** Cloth and bags that hang in rooms, and windows with their curtains; no clothes. */
final class Drapery {
  private Drapery() {}

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
