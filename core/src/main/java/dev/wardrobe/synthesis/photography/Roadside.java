package dev.wardrobe.synthesis.photography;

import dev.wardrobe.synthesis.chance.Dice;

/** What people have put into the open: benches, lanterns, cars. */
final class Roadside {
  private Roadside() {}

  static void bench(Stage stage, double x, double z, Dice dice) {
    int wood = Scheme.wood(dice);
    stage.shade(x - .6, x + .6, z - .1, z + .3, .4);
    Plane back = stage.plane(z + .28);
    for (int i = 0; i < 3; i++) {
      back.rounded(x - .58, .4 + i * .085, x + .58, .465 + i * .085, .01, Ink.solid(wood));
    }
    for (int side = -1; side <= 1; side += 2) {
      stage.box(x + side * .48 - .02, 0, x + side * .48 + .02, .3, z, z + .28, 0x45494D);
    }
    stage.box(x - .6, .3, x + .6, .33, z, z + .28, wood);
  }

  static void lantern(Plane plane, double x) {
    plane.rect(x - .02, 0, x + .02, 2.3, Ink.round(0x4A4F54));
    plane.rounded(x - .05, 0, x + .05, .25, .03, Ink.round(0x4A4F54));
    plane.polygon(Ink.round(0xF2E6C4), x - .07, 2.3, x + .07, 2.3, x + .11, 2.58, x - .11, 2.58);
    plane.polygon(Ink.of(0x3F4448), x - .13, 2.58, x + .13, 2.58, x, 2.7);
  }

  static void car(Stage stage, double x, double z, int colour, Dice dice) {
    Plane plane = stage.plane(z);
    stage.shade(x, x + 3, z - .15, z + .6, .5);
    double s = dice.chance(.5) ? 1 : -1;
    double m = x + 1.5;
    double[] body = {
      -1.5, .22, -1.5, .5, -1.42, .58, -1.0, .66, -.62, 1.0, -.45, 1.06, .45, 1.06, .66, 1.0, 1.05,
      .66, 1.42, .56, 1.52, .42, 1.52, .24, 1.46, .2, -1.44, .18
    };
    double[] glass = {-.86, .66, -.55, .96, -.42, 1.0, .42, 1.0, .56, .96, .88, .66};
    plane.fill(moved(body, m, s), Ink.of(Ink.lit(colour, .2), Ink.lit(colour, -.22)));
    plane.fill(moved(glass, m, s), Ink.of(0x8FA6B2, 0x5C6C78));
    plane.rect(m - .03, .66, m + .02, 1.02, Ink.of(Ink.lit(colour, -.05)));
    plane.fill(
        moved(new double[] {-.5, .7, -.3, .96, -.15, .96, -.35, .7}, m, s),
        Ink.of(0xFFFFFF).faint(.25));
    plane.rect(m - 1.45, .3, m + 1.45, .32, Ink.of(Ink.SHADOW).faint(.3));
    plane.rect(m - .004, .3, m + .004, .66, Ink.of(Ink.SHADOW).faint(.35));
    for (int side = -1; side <= 1; side += 2) {
      double wheel = m + side * .95;
      plane.ellipse(wheel, .24, .27, .27, Ink.of(Ink.lit(colour, -.5)));
      plane.ellipse(wheel, .22, .22, .22, Ink.solid(0x33343A));
      plane.ellipse(wheel, .22, .12, .12, Ink.solid(0xB4B8BC));
    }
    plane.ellipse(m + s * 1.46, .46, .06, .04, Ink.of(0xFFF3CF));
    plane.ellipse(m - s * 1.46, .46, .04, .05, Ink.of(0xA8392F));
  }

  private static double[] moved(double[] points, double x, double sign) {
    double[] moved = points.clone();
    for (int i = 0; i < points.length; i += 2) {
      moved[i] = x + sign * points[i];
    }
    return moved;
  }
}
