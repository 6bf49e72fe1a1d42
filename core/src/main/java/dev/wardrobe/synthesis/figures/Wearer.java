package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.chance.Dice;

/**
 * A person who wears garments.
 *
 * @param measures of the body
 * @param headHeight from chin to crown, figure units
 * @param skin colour, 0xRRGGBB
 * @param hair on the head
 * @param face features
 * @param shoes on the feet
 * @param underclothes colour of the plain body suit, 0xRRGGBB
 */
public record Wearer(
    Measures measures,
    double headHeight,
    int skin,
    Hairdo hair,
    Face face,
    Shoes shoes,
    int underclothes) {
  private static final int[] UNDERCLOTHES = {0xf1ede6, 0xe4ded5, 0xd9dade, 0xe9dcd6, 0xcfd4d6};

  /** A person by chance: any build, skin, hair and age; somewhat more women than men. */
  public static Wearer of(Dice dice) {
    return of(.38, dice);
  }

  /**
   * A person by chance: any build, skin, hair and age.
   *
   * @param men how likely a man is, 0 to 1
   */
  public static Wearer of(double men, Dice dice) {
    double masculine = dice.chance(men) ? dice.between(.7, 1) : dice.between(0, .3);
    double broad = dice.between(-1, 1) * dice.between(.3, 1);
    double tall = dice.between(-1, 1);
    Complexion complexion = Complexion.of(dice);
    return new Wearer(
        BodyShape.measures(masculine, broad, tall, dice),
        .192 - .006 * tall,
        complexion.skin(),
        Hairdo.of(masculine > .5, complexion.hair(), dice),
        Face.of(masculine > .5, complexion, dice),
        Shoes.of(masculine > .5, dice),
        UNDERCLOTHES[dice.below(UNDERCLOTHES.length)]);
  }
}
