package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.chance.Dice;

/**
 * Hair of a head.
 *
 * @param cut of it
 * @param rgb colour, 0xRRGGBB
 * @param volume 0 flat to 1 full
 * @param fringe 0 none, 1 to the brows
 * @param part where it parts: -1 on the left of the head to 1 on its right
 * @param length of what falls: 0 shortest to 1 longest of its cut
 * @param leftBefore whether long hair falls before the left shoulder
 * @param rightBefore whether it falls before the right shoulder
 * @param seed of strands and curls
 */
public record Hairdo(
    Cut cut,
    int rgb,
    double volume,
    double fringe,
    double part,
    double length,
    boolean leftBefore,
    boolean rightBefore,
    long seed) {

  /** Kinds of haircuts. */
  public enum Cut {
    BALD,
    CROPPED,
    SHORT,
    CURLY,
    AFRO,
    BOB,
    LONG,
    WAVY,
    PONYTAIL,
    BUN
  }

  static Hairdo of(boolean masculine, int rgb, Dice dice) {
    Cut cut =
        Cut.values()[
            masculine
                ? dice.weighted(1, 2, 5, 1.5, .6, .2, .4, .3, .1, .3)
                : dice.weighted(.1, .3, 1.2, 1.4, .8, 2.5, 3, 2.5, 2, 1.6)];
    return new Hairdo(
        cut,
        rgb,
        dice.next(),
        dice.chance(masculine ? .3 : .35) ? dice.between(.4, 1) : 0,
        dice.between(-.8, .8),
        dice.next(),
        dice.chance(.5),
        dice.chance(.5),
        dice.below(1 << 30));
  }
}
