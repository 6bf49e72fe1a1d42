package dev.wardrobe.synthesis.photography;

import dev.wardrobe.synthesis.chance.Dice;

/** Light over a whole finished backdrop. */
final class Daylight {
  /** All of the light; with levels of 8 bits and a colour of 8 bits it stays within an int. */
  private static final int LEVEL_BITS = 12;

  private static final int LEVEL = 1 << LEVEL_BITS;

  private Daylight() {}

  /** Even light with a soft falloff to the lower right and a little grain against banding. */
  static void even(Canvas canvas, double falloff, long seed) {
    apply(canvas, falloff, falloff * .6, 0xFFFFFF, 0, seed);
  }

  /** Clean and even light of a shop. */
  static void shop(Canvas canvas, Dice dice) {
    apply(
        canvas,
        dice.between(.02, .08),
        .05,
        0xFFFFFF,
        dice.between(0, .05),
        (long) (dice.next() * 1e15));
  }

  /** Light of a window or lamp from the upper left, warm or cool. */
  static void indoors(Canvas canvas, Dice dice) {
    double strength = dice.between(.05, .16);
    int colour = dice.chance(.6) ? 0xFFF8EC : 0xF6F9FF;
    apply(canvas, strength, strength, colour, dice.between(.02, .12), (long) (dice.next() * 1e15));
  }

  /** Open light from the sky. */
  static void outdoors(Canvas canvas, Dice dice) {
    apply(canvas, .04, .06, 0xFFFCF4, dice.between(0, .1), (long) (dice.next() * 1e15));
  }

  /**
   * Darkens towards the lower right and brightens the upper left.
   *
   * @param along how much darker the lower right is
   * @param corners how much darker corners are
   */
  private static void apply(
      Canvas canvas, double along, double corners, int colour, double glow, long seed) {
    int red = ((colour >> 16) & 255) + 1;
    int green = ((colour >> 8) & 255) + 1;
    int blue = (colour & 255) + 1;
    int[] light = new int[canvas.width];
    double[] near = new double[canvas.width];
    for (int x = 0; x < canvas.width; x++) {
      double u = (2 * x + 1.0) / canvas.width - 1;
      light[x] = (int) (LEVEL * (1 - along * .5 * (u * .6 + .4) - corners * .25 * u * u));
      near[x] = 1 - (u + .8) * (u + .8) * .3;
    }
    for (int y = 0; y < canvas.height; y++) {
      double v = (2 * y + 1.0) / canvas.height - 1;
      int share = (int) (LEVEL * (along * .2 * v + corners * .25 * v * v));
      double far = (v + .9) * (v + .9) * .3;
      for (int x = 0; x < canvas.width; x++) {
        int at = y * canvas.width + x;
        double lamp = Math.max(0, near[x] - far);
        int part = light[x] - share + (int) (LEVEL * glow * lamp * lamp);
        canvas.pixels[at] = lit(canvas.pixels[at], part, red, green, blue, seed + at);
      }
    }
  }

  private static int lit(int rgb, int part, int red, int green, int blue, long place) {
    int dither = (int) (Lattice.mixed(place) >>> (64 - LEVEL_BITS - 8));
    int r = Math.min(255, (((rgb >> 16) & 255) * part * red + dither) >> (LEVEL_BITS + 8));
    int g = Math.min(255, (((rgb >> 8) & 255) * part * green + dither) >> (LEVEL_BITS + 8));
    int b = Math.min(255, ((rgb & 255) * part * blue + dither) >> (LEVEL_BITS + 8));
    return (r << 16) | (g << 8) | b;
  }
}
