package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.synthesis.chance.Dice;

/**
 * A garment and what makes it this one.
 *
 * @param category what it is
 * @param style identity inside the pair id, 0 for none
 * @param hue of its colour, 0 to 1
 * @param saturation of its colour, 0 to 1
 * @param brightness of its colour, 0 to 1
 * @param width times the usual
 * @param length times the usual
 */
record Garment(
    Category category,
    int style,
    float hue,
    float saturation,
    float brightness,
    double width,
    double length) {

  /** A garment whose looks come from the dice alone, so that equal dice give equal garments. */
  static Garment of(Category category, int style, Dice dice) {
    return new Garment(
        category,
        style,
        (float) dice.next(),
        (float) dice.between(.3, .85),
        (float) dice.between(.35, .9),
        dice.between(.92, 1.12),
        dice.between(.92, 1.1));
  }
}
