package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.chance.Dice;

/** Makes measures that go together. */
final class BodyShape {
  private BodyShape() {}

  /**
   * Measures of a build.
   *
   * @param masculine 0 for a feminine build, 1 for a masculine one
   * @param broad -1 slim to 1 broad
   * @param tall -1 short to 1 tall: a tall figure is as long, but its widths are less
   */
  static Measures measures(double masculine, double broad, double tall, Dice dice) {
    double scale = 1 - .035 * tall;
    double m = masculine;
    double b = broad;
    double chest = dice.between(-.003, .003) + .11 + .012 * m + .016 * b;
    double waist = dice.between(-.004, .004) + .084 + .018 * m + .024 * b;
    double hip = dice.between(-.004, .004) + .13 - .012 * m + .019 * b;
    double drop = dice.between(-.008, .008);
    return new Measures(
        scale * (.036 + .009 * m + .004 * b),
        scale * (.124 + .015 * m + .008 * b),
        dice.between(.046, .053),
        .134 + drop / 2,
        scale * chest,
        .168 + drop / 2,
        scale * waist,
        .274 + drop + .01 * m,
        scale * hip,
        .4 + drop,
        .464 + drop,
        .215 + dice.between(-.005, .005),
        .183 + dice.between(-.004, .004),
        scale * (.03 + .006 * m + .006 * b),
        scale * (.019 + .003 * m + .0015 * b),
        scale * (.064 + .001 * m + .01 * b),
        scale * (.043 + .002 * m + .004 * b),
        scale * (.027 + .003 * m + .003 * b),
        scale * (.08 + .004 * m + .013 * b));
  }
}
