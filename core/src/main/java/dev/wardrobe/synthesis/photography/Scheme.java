package dev.wardrobe.synthesis.photography;

import dev.wardrobe.synthesis.chance.Dice;

/**
 * Colours of a place that go together.
 *
 * @param wall large light areas
 * @param wood of floor and furniture
 * @param cloth of sofas, beds and curtains
 * @param accent of cushions and small things
 * @param second accent
 */
record Scheme(int wall, int wood, int cloth, int accent, int second) {
  private static final int[] WALLS = {
    0xEFEAE0, 0xE8E4DC, 0xF3EEE6, 0xDCE0DA, 0xCBD5CC, 0xD4DCE2, 0xC3CFD8, 0xEBD9CF, 0xE7D0C4,
    0xE9DFC6, 0xD9CCB8, 0xC9B79F, 0xB8C2B0, 0x9DAEA6, 0x8FA3AE, 0xC98F75, 0xD7C3CB, 0xBFB6C4,
    0x7F8F8A, 0x5F7480, 0xE4E6E8, 0xD8D6D2
  };
  private static final int[] WOODS = {
    0xC8A27A, 0xB98B60, 0x9C7049, 0xD9BC95, 0x7A5538, 0xE2CDAE, 0xA98664, 0x8D6B4E, 0x5E4433,
    0xC4B29A, 0xEDE6DA, 0x9A9186
  };
  private static final int[] CLOTHS = {
    0xD8CFC2, 0xA9B0B5, 0x7D8C93, 0x8C9A84, 0xB7A08C, 0xC7B3AA, 0x5F6B76, 0xE9E4DB, 0x9B8579,
    0xB5C0C8, 0x6E7F78, 0xC9A9A0, 0x4F5B6B, 0x9C6B5A, 0xD6C08E, 0x87788F
  };
  private static final int[] ACCENTS = {
    0xC9694E, 0xD9A441, 0x5C7F78, 0x3F6379, 0xB5546A, 0x7E9C6B, 0xE0B7A0, 0x8A5A75, 0xF0E3CF,
    0x48566A, 0xD98C63, 0x86AEB9, 0xA8B86B, 0x6B4A3F, 0xE6C7C9, 0x2F4A4A
  };

  static Scheme of(Dice dice) {
    return new Scheme(
        pick(WALLS, dice),
        pick(WOODS, dice),
        pick(CLOTHS, dice),
        pick(ACCENTS, dice),
        pick(ACCENTS, dice));
  }

  /** One of the accents that a place may have, beside its own. */
  static int accent(Dice dice) {
    return pick(ACCENTS, dice);
  }

  static int wood(Dice dice) {
    return pick(WOODS, dice);
  }

  static int cloth(Dice dice) {
    return pick(CLOTHS, dice);
  }

  static int pick(int[] colours, Dice dice) {
    int colour = colours[dice.below(colours.length)];
    return Ink.mix(colour, dice.chance(.5) ? 0xFFFFFF : 0x808080, dice.between(0, .12));
  }
}
