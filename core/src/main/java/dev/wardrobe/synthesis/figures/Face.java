package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.chance.Dice;

/**
 * What a face looks like. Sizes are factors around 1.
 *
 * @param jaw how broad the jaw is
 * @param nose how broad the nose is
 * @param lips how full the lips are
 * @param lipRgb colour of the lips, 0xRRGGBB
 * @param eyeRgb colour of the irises
 * @param browRgb colour of the brows
 * @param smile 0 calm to 1 broad
 * @param beard what grows on it
 * @param glasses whether it wears any
 */
public record Face(
    double jaw,
    double nose,
    double lips,
    int lipRgb,
    int eyeRgb,
    int browRgb,
    double smile,
    Beard beard,
    boolean glasses) {

  /** Kinds of beards. */
  public enum Beard {
    NONE,
    STUBBLE,
    MOUSTACHE,
    FULL
  }

  static Face of(boolean masculine, Complexion complexion, Dice dice) {
    int red = Shade.mixed(complexion.skin(), 0x9c3b40, .38);
    // In a deep complexion only lighter lips are seen.
    int natural = Shade.mixed(red, 0xc4857a, .4 * Shade.depth(complexion.skin()));
    int lips =
        !masculine && dice.chance(.4) ? Shade.mixed(natural, 0xb02c3c, dice.next() * .6) : natural;
    return new Face(
        (masculine ? 1.06 : .97) * dice.between(.95, 1.05),
        dice.between(.85, 1.2),
        dice.between(.8, 1.25),
        lips,
        complexion.eyes(),
        Shade.mixed(Shade.darker(complexion.hair(), .3), 0x2c211c, .4),
        dice.next(),
        masculine ? Beard.values()[dice.weighted(5, 2, .6, 2.2)] : Beard.NONE,
        dice.chance(.14));
  }
}
