package dev.wardrobe.synthesis.photography;

import dev.wardrobe.synthesis.chance.Dice;

/** Fronts of houses and shops; signs have no letters. */
final class Facades {
  private static final double STOREY = 2.15;

  private Facades() {}

  static void paint(
      Plane plane, double x1, double x2, double top, int colour, boolean shop, Dice dice) {
    plane.rect(x1, 0, x2, top, Ink.of(Ink.lit(colour, .08), Ink.lit(colour, -.08)));
    roof(plane, x1, x2, top, colour, dice);
    int columns = (int) Math.max(1, Math.rint((x2 - x1) / .95));
    double step = (x2 - x1) / columns;
    var style = new Dice((long) (dice.next() * 1e15));
    int shutters = style.chance(.4) ? Scheme.accent(style) : -1;
    for (int floor = 1; floor * STOREY + 1.3 < top; floor++) {
      for (int i = 0; i < columns; i++) {
        double x = x1 + (i + .5) * step;
        double low = floor * STOREY + .35;
        shuttered(plane, x, low, shutters, colour, dice);
      }
      plane.rect(x1, floor * STOREY, x2, floor * STOREY + .06, Ink.solid(Ink.lit(colour, .25)));
    }
    if (shop) {
      shop(plane, x1, x2, dice);
    } else {
      house(plane, x1, step, columns, colour, shutters, dice);
    }
    plane.rect(x2 - .025, 0, x2, top, Ink.of(Ink.SHADOW).faint(.25));
    plane.rect(x1, 0, x1 + .015, top, Ink.of(Ink.LIGHT).faint(.25));
  }

  private static void roof(Plane plane, double x1, double x2, double top, int colour, Dice dice) {
    int tiles = Ink.mix(0x9A5B48, 0x6A6F78, dice.next());
    plane.polygon(
        Ink.of(Ink.lit(tiles, .1), Ink.lit(tiles, -.15)),
        x1 - .05,
        top,
        x2 + .05,
        top,
        x2 - .2,
        top + .7,
        x1 + .2,
        top + .7);
    plane.rect(x1 - .05, top - .09, x2 + .05, top, Ink.solid(Ink.lit(colour, .25)));
  }

  private static void shuttered(
      Plane plane, double x, double low, int shutters, int wall, Dice dice) {
    window(plane, x, .24, low, low + .95, wall, dice);
    if (shutters >= 0) {
      for (int side = -1; side <= 1; side += 2) {
        double from = x + side * .28;
        plane.rect(
            Math.min(from, from + side * .16),
            low - .02,
            Math.max(from, from + side * .16),
            low + .97,
            Ink.round(shutters));
        for (int i = 0; i < 7; i++) {
          plane.rect(
              Math.min(from, from + side * .16) + .02,
              low + .05 + i * .13,
              Math.max(from, from + side * .16) - .02,
              low + .075 + i * .13,
              Ink.of(Ink.SHADOW).faint(.2));
        }
      }
    }
  }

  /** A window in an outer wall. */
  static void window(
      Plane plane, double x, double half, double low, double high, int wall, Dice dice) {
    int frame = dice.chance(.75) ? 0xF2EEE6 : 0x5C5148;
    plane.rect(
        x - half - .05, low - .05, x + half + .05, high + .07, Ink.solid(Ink.lit(wall, .22)));
    plane.rect(x - half, low, x + half, high, Ink.solid(frame));
    int glass = Ink.mix(0x5F7480, 0xA9C3D0, dice.next());
    double middle = low + (high - low) * .6;
    for (int side = -1; side <= 1; side += 2) {
      double from = Math.min(x + side * .015, x + side * (half - .03));
      double to = Math.max(x + side * .015, x + side * (half - .03));
      plane.rect(from, low + .03, to, middle - .015, Ink.of(glass, Ink.lit(glass, -.15)));
      plane.rect(from, middle + .015, to, high - .03, Ink.of(Ink.lit(glass, .25), glass));
      if (dice.chance(.4)) {
        plane.rect(
            from, low + .03, from + (to - from) * .6, high - .03, Ink.of(0xF3EEE2).faint(.6));
      }
    }
    plane.cast(x - half, high - .06, x + half, high, .02, .2);
    plane.rect(x - half - .08, low - .1, x + half + .08, low - .05, Ink.solid(Ink.lit(wall, .3)));
    plane.cast(x - half - .08, low - .1, x + half + .08, low - .07, .03, .25);
    if (dice.chance(.3)) {
      plane.rounded(x - half, low - .06, x + half, low + .03, .02, Ink.solid(0x9A6A4C));
      for (int i = 0; i < 9; i++) {
        double at = x - half + (i + .5) * half * 2 / 9;
        plane.ellipse(at, low + .06, .04, .05, Ink.solid(Ink.lit(0x668A4E, dice.between(-.2, .1))));
        plane.ellipse(at, low + .09, .02, .02, Ink.of(Scheme.accent(dice)));
      }
    }
  }

  private static void house(
      Plane plane, double x1, double step, int columns, int colour, int shutters, Dice dice) {
    int entrance = dice.below(columns);
    for (int i = 0; i < columns; i++) {
      double x = x1 + (i + .5) * step;
      if (i == entrance) {
        door(plane, x, colour, dice);
      } else {
        shuttered(plane, x, .65, shutters, colour, dice);
      }
    }
    plane.rect(x1, 0, x1 + step * columns, .22, Ink.solid(Ink.lit(colour, -.22)));
    if (columns > 0) {
      double x = x1 + (entrance + .5) * step;
      plane.rect(x - .42, 0, x + .42, .08, Ink.solid(0xBFB8AC));
      plane.rect(x - .36, .08, x + .36, .22, Ink.solid(0xC9C2B6));
    }
  }

  private static void door(Plane plane, double x, int wall, Dice dice) {
    int colour = Scheme.accent(dice);
    plane.rect(x - .36, .1, x + .36, 1.78, Ink.solid(Ink.lit(wall, .28)));
    plane.rect(x - .3, .1, x + .3, 1.7, Ink.of(Ink.lit(colour, .06), Ink.lit(colour, -.14)));
    for (int side = -1; side <= 1; side += 2) {
      Furniture.inset(plane, x + side * .14 - .1, .3, x + side * .14 + .1, .8, colour);
      Furniture.inset(plane, x + side * .14 - .1, .88, x + side * .14 + .1, 1.3, colour);
    }
    plane.rect(x - .24, 1.4, x + .24, 1.62, Ink.of(0x8FA3AE, 0x6C7F8A));
    plane.ellipse(x + .24, .85, .022, .022, Ink.round(0xD8BE84));
  }

  private static void shop(Plane plane, double x1, double x2, Dice dice) {
    int paint = Scheme.accent(dice);
    double inner1 = x1 + .1;
    double inner2 = x2 - .1;
    plane.rect(inner1, 0, inner2, 1.92, Ink.of(Ink.lit(paint, .04), Ink.lit(paint, -.12)));
    plane.rect(inner1, 1.66, inner2, 1.94, Ink.solid(Ink.lit(paint, .08)));
    sign(plane, (x1 + x2) / 2, 1.8, Ink.lit(paint, .6), dice);
    boolean left = dice.chance(.5);
    double edge = left ? inner1 + .72 : inner2 - .72;
    shopDoor(plane, left ? inner1 + .36 : inner2 - .36, paint);
    double from = left ? edge + .04 : inner1 + .08;
    double to = left ? inner2 - .08 : edge - .04;
    plane.rect(from - .025, .37, to + .025, 1.63, Ink.solid(Ink.lit(paint, -.3)));
    int glow = Ink.mix(0xF3E3C4, 0x9FB4BE, dice.next());
    plane.rect(from, .4, to, 1.6, Ink.of(Ink.lit(glow, .1), Ink.lit(glow, -.3)));
    plane.rect(from, .4, to, .52, Ink.solid(0xB79A78));
    Decor.row(plane, from + .05, to - .05, .52, .4, dice);
    plane.rect(from, 1.06, to, 1.08, Ink.of(0xC9B493).faint(.8));
    Decor.row(plane, from + .1, to - .1, 1.08, .26, dice);
    plane.polygon(
        Ink.of(0xFFFFFF).faint(.16),
        from + .1,
        1.6,
        from + .4,
        1.6,
        from + .1,
        .4,
        from,
        .4,
        from,
        1.2);
    plane.polygon(
        Ink.of(0xFFFFFF).faint(.12), to - .5, 1.6, to - .38, 1.6, to - .78, .4, to - .9, .4);
    if (dice.chance(.65)) {
      awning(plane, from - .1, to + .1, Scheme.accent(dice));
    }
  }

  private static void shopDoor(Plane plane, double x, int paint) {
    plane.rect(x - .3, .04, x + .3, 1.6, Ink.solid(Ink.lit(paint, -.25)));
    plane.rect(x - .23, .3, x + .23, 1.53, Ink.of(0x9DB0B8, 0x6E7F88));
    plane.polygon(Ink.of(0xFFFFFF).faint(.2), x - .2, 1.5, x, 1.5, x - .2, .8);
    plane.rect(x + .2, .7, x + .225, .95, Ink.round(0xD9C08A));
  }

  /** Emblems instead of letters. */
  private static void sign(Plane plane, double x, double y, int colour, Dice dice) {
    int count = 3 + 2 * dice.below(2);
    int shape = dice.below(3);
    for (int i = 0; i < count; i++) {
      double at = x + (i - (count - 1) / 2.0) * .13;
      double r = i == count / 2 ? .05 : .028;
      switch (shape) {
        case 0 -> plane.ellipse(at, y, r, r, Ink.of(colour));
        case 1 -> plane.polygon(Ink.of(colour), at - r, y, at, y + r, at + r, y, at, y - r);
        default -> plane.fill(Shapes.leaf(at - r, y - r, at + r, y + r, r * .5), Ink.of(colour));
      }
    }
  }

  private static void awning(Plane plane, double x1, double x2, int colour) {
    int stripes = (int) Math.max(3, Math.rint((x2 - x1) / .16));
    double step = (x2 - x1) / stripes;
    plane.cast(x1, 1.2, x2, 1.4, .08, .3);
    for (int i = 0; i < stripes; i++) {
      int tone = i % 2 == 0 ? colour : 0xF5EFE4;
      double a = x1 + i * step;
      double lean = ((i + .5) / stripes - .5) * .12;
      plane.polygon(
          Ink.of(Ink.lit(tone, .15), Ink.lit(tone, -.08)),
          a,
          1.7,
          a + step,
          1.7,
          a + step + lean,
          1.4,
          a + lean,
          1.4);
      plane.rounded(a + lean, 1.33, a + step + lean, 1.42, .035, Ink.of(Ink.lit(tone, -.12)));
    }
  }
}
