package dev.wardrobe.synthesis.photography;

import dev.wardrobe.synthesis.chance.Dice;

/** Light over a whole finished backdrop. */
final class Daylight {
  private Daylight() {}

  /** Even light with a soft falloff to the lower right and a little grain against banding. */
  static void even(Canvas canvas, double falloff, long seed) {
    apply(canvas, falloff, falloff * .6, 0xFFFFFF, 0, seed);
  }

  /** Light of a window or lamp from the upper left, warm or cool. */
  static void indoors(Canvas canvas, Dice dice) {
    double strength = dice.between(.05, .16);
    int colour = dice.chance(.6) ? 0xFFF1DC : 0xEFF5FF;
    apply(canvas, strength, strength, colour, dice.between(.02, .12), (long) (dice.next() * 1e15));
  }

  /** Open light from the sky. */
  static void outdoors(Canvas canvas, Dice dice) {
    apply(canvas, .04, .06, 0xFFF8EA, dice.between(0, .1), (long) (dice.next() * 1e15));
  }

  /**
   * Darkens towards the lower right and brightens the upper left.
   *
   * @param along how much darker the lower right is
   * @param corners how much darker corners are
   */
  private static void apply(
      Canvas canvas, double along, double corners, int colour, double glow, long seed) {
    int[] across = new int[canvas.width];
    int red = colour >> 16 & 255;
    int green = colour >> 8 & 255;
    int blue = colour & 255;
    for (int y = 0; y < canvas.height; y++) {
      double v = (2 * y + 1.0) / canvas.height - 1;
      for (int x = 0; x < canvas.width; x++) {
        double u = (2 * x + 1.0) / canvas.width - 1;
        double share = 1 - along * .5 * (u * .6 + v * .4 + .4) - corners * .25 * (u * u + v * v);
        double near = Math.max(0, 1 - ((u + .8) * (u + .8) + (v + .9) * (v + .9)) * .3);
        across[x] = (int) (65536 * (share + glow * near * near));
      }
      for (int x = 0; x < canvas.width; x++) {
        int at = y * canvas.width + x;
        int rgb = canvas.pixels[at];
        int dither = (int) (Lattice.mixed(seed + at) >>> 48);
        int light = across[x];
        int r =
            Math.min(255, (int) (((rgb >> 16 & 255) * (long) light * red / 255 + dither) >> 16));
        int g =
            Math.min(255, (int) (((rgb >> 8 & 255) * (long) light * green / 255 + dither) >> 16));
        int b = Math.min(255, (int) (((rgb & 255) * (long) light * blue / 255 + dither) >> 16));
        canvas.pixels[at] = r << 16 | g << 8 | b;
      }
    }
  }
}
