package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.chance.Dice;

/**
 * What a person wears on the feet.
 *
 * @param kind of shoe
 * @param rgb colour, 0xRRGGBB
 * @param sole colour of the sole, 0xRRGGBB
 */
public record Shoes(Kind kind, int rgb, int sole) {
  private static final int[] SNEAKERS = {
    0xf2f0ec, 0xf2f0ec, 0x2b2c30, 0x9fb0bd, 0xc9a9a0, 0x5c6b52
  };
  private static final int[] LEATHER = {0x241f1e, 0x5a3a28, 0x8c5f3d, 0x3a2a2c, 0xc3a88a, 0x8e2f35};

  /** Kinds of shoes. */
  public enum Kind {
    SNEAKERS,
    BOOTS,
    HEELS,
    FLATS,
    SANDALS,
    LACED
  }

  static Shoes of(boolean masculine, Dice dice) {
    Kind kind =
        Kind.values()[
            masculine ? dice.weighted(5, 1.5, 0, .6, .5, 3) : dice.weighted(4, 2, 3, 3, 1.5, .8)];
    if (kind == Kind.SNEAKERS) {
      return new Shoes(kind, SNEAKERS[dice.below(SNEAKERS.length)], 0xf4f2ee);
    }
    int rgb = LEATHER[dice.below(LEATHER.length)];
    return new Shoes(kind, rgb, Shade.darker(rgb, .45));
  }
}
