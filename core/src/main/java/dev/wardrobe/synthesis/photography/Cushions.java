package dev.wardrobe.synthesis.photography;

import dev.wardrobe.synthesis.chance.Dice;

/** Cushions with the same kinds of prints as clothes have. */
final class Cushions {
  private Cushions() {}

  static void paint(
      Plane plane, double x, double y, double half, int colour, int second, Dice dice) {
    plane.cast(x - half, y - half, x + half, y + half * .5, half * .3, .2);
    double[] rim = rim(x, y, half);
    plane.fill(rim, Ink.of(Ink.lit(colour, .1), Ink.lit(colour, -.16)));
    int pattern = dice.weighted(.35, .25, .2, .2);
    int count = 3 + dice.below(3);
    double inner = half * .8;
    double step = 2 * inner / count;
    Ink ink = Ink.of(second).faint(.75);
    for (int i = 0; i < count && pattern > 0; i++) {
      double at = -inner + (i + .5) * step;
      if (pattern != 3) {
        plane.rect(x - inner, y + at - step * .22, x + inner, y + at + step * .22, ink);
      }
      if (pattern == 2) {
        plane.rect(x + at - step * .22, y - inner, x + at + step * .22, y + inner, ink.faint(.5));
      }
      for (int k = 0; k < count && pattern == 3; k++) {
        plane.ellipse(x + at, y - inner + (k + .5) * step, step * .24, step * .24, ink);
      }
    }
    plane.glow(x - half * .3, y + half * .35, half * .8, half * .7, Ink.LIGHT, .28);
  }

  /** Four points with sides that curve in a little. */
  private static double[] rim(double x, double y, double half) {
    double[] rim = new double[32];
    double[] cornerX = {-1, 1, 1, -1};
    double[] cornerY = {1, 1, -1, -1};
    for (int i = 0; i < 16; i++) {
      int side = i / 4;
      double share = i % 4 / 4.0;
      double bend = 1 - .28 * share * (1 - share);
      int next = (side + 1) % 4;
      rim[2 * i] = x + half * bend * (cornerX[side] + (cornerX[next] - cornerX[side]) * share);
      rim[2 * i + 1] = y + half * bend * (cornerY[side] + (cornerY[next] - cornerY[side]) * share);
    }
    return rim;
  }
}
