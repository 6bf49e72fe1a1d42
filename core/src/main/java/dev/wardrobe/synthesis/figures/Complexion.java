package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.chance.Dice;

/**
 * Colours of a person that go together, 0xRRGGBB.
 *
 * @param skin from very fair to very deep
 * @param hair colour
 * @param eyes colour of the irises
 */
record Complexion(int skin, int hair, int eyes) {
  /** From fair to deep, about evenly bright steps. */
  private static final int[] SKIN = {
    0xf6dccb, 0xf0cdb4, 0xe8bd9e, 0xdcaa86, 0xcb9470, 0xb67d5a, 0x9c6747, 0x805138, 0x663f2c,
    0x4d3024
  };

  /** Black to blond, then red, grey, white, and dyed. */
  private static final int[] HAIR = {
    0x1d1a1b, 0x2d211d, 0x43302a, 0x5d4132, 0x7c573b, 0xa67c4f, 0xcfa86c, 0x9a4a27, 0x8b8783,
    0xd6d2cb, 0xb96f86
  };

  private static final int[] EYES = {0x2b1c16, 0x3f2a1c, 0x5b4028, 0x52673f, 0x47698a};

  static Complexion of(Dice dice) {
    double depth = dice.next();
    double step = depth * (SKIN.length - 1);
    int skin = Shade.mixed(SKIN[(int) step], SKIN[(int) step + 1], step - (int) step);
    double fair = Math.max(0, 1 - 1.7 * depth);
    int hair =
        HAIR[
            dice.weighted(
                4, 3, 2, 1.5 * fair + .4, 2 * fair, 2 * fair, 1.5 * fair, fair, .7, .5, .15)];
    int eyes = EYES[dice.weighted(3, 3, 1 + fair, 1.2 * fair, 1.5 * fair)];
    return new Complexion(skin, hair, eyes);
  }
}
