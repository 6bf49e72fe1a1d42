package dev.wardrobe.synthesis.photography;

import dev.wardrobe.synthesis.chance.Dice;

/** What only bathrooms, fitting rooms and cafes have. */
final class Corners {
  private static final int CERAMIC = 0xF5F4F0;
  private static final int STEEL = 0xAEB3B6;

  private Corners() {}

  static void basin(Stage stage, double wall, double x, Scheme scheme, Dice dice) {
    Plane plane = stage.plane(wall);
    double half = dice.between(.2, .3);
    if (dice.chance(.4)) {
      plane.ellipse(x, 1.12, half * 1.04, .27, Ink.solid(scheme.wood()));
      plane.ellipse(x, 1.12, half, .26, Ink.of(0xDCE6EA, 0xC2CDD2));
    } else {
      plane.cast(x - half, .86, x + half, 1.4, .02, .2);
      plane.rounded(x - half, .86, x + half, 1.4, .02, Ink.solid(0xE9ECEC));
      plane.rounded(
          x - half + .015, .875, x + half - .015, 1.385, .015, Ink.of(0xDCE6EA, 0xC2CDD2));
    }
    plane.polygon(
        Ink.of(0xFFFFFF).faint(.25),
        x - half * .5,
        1.33,
        x - half * .1,
        1.33,
        x - half * .5,
        .95,
        x - half * .75,
        .95);
    stage.shade(x - .3, x + .3, wall - .35, wall, .3);
    stage.box(x - .3, .12, x + .3, .54, wall - .33, wall, scheme.wood());
    Plane front = stage.plane(wall - .33);
    front.rect(x - .004, .14, x + .004, .52, Ink.of(Ink.lit(scheme.wood(), -.3)));
    Decor.row(stage.plane(wall - .1), x + .14, x + .3, .62, .2, dice);
    stage.box(x - .32, .54, x + .32, .6, wall - .36, wall, CERAMIC);
    Plane middle = stage.plane(wall - .2);
    middle.rounded(x - .19, .6, x + .12, .68, .04, Ink.of(CERAMIC, Ink.lit(CERAMIC, -.12)));
    middle.rounded(x - .045, .68, x - .02, .78, .01, Ink.round(STEEL));
    middle.rounded(x - .045, .76, x + .03, .785, .01, Ink.solid(STEEL));
  }

  static void tub(Stage stage, double wall, double x, Scheme scheme, Dice dice) {
    stage.shade(x - .64, x + .64, wall - .45, wall, .35);
    stage.box(x - .64, 0, x + .64, .4, wall - .45, wall, CERAMIC);
    Plane front = stage.plane(wall - .45);
    front.rounded(x - .67, .37, x + .67, .42, .025, Ink.solid(CERAMIC));
    if (dice.chance(.6)) {
      double edge = x + dice.between(.05, .4);
      Plane hung = stage.plane(wall - .4);
      hung.line(x - .7, 1.5, x + .7, 1.5, .016, Ink.solid(STEEL));
      Drapery.curtain(
          hung, x - .66, edge - .2, .12, 1.5, Ink.mix(scheme.accent(), 0xFFFFFF, .6), dice);
    } else {
      Plane plane = stage.plane(wall);
      plane.line(x, 1.45, x, .75, .016, Ink.round(STEEL));
      plane.rounded(x - .07, 1.42, x + .07, 1.45, .012, Ink.solid(STEEL));
    }
  }

  static void cubicle(Stage stage, double wall, double x, Scheme scheme, Dice dice) {
    Plane plane = stage.plane(wall - .08);
    plane.rect(x - .46, 1.42, x + .46, 1.47, Ink.solid(0x6F655C));
    double drawn = dice.between(.3, .92);
    plane.rect(
        x - .44,
        .02,
        x + .44,
        1.42,
        Ink.of(Ink.lit(scheme.wall(), -.3), Ink.lit(scheme.wall(), -.42)));
    double x1 = dice.chance(.5) ? x - .45 : x + .45 - .9 * drawn;
    Drapery.curtain(plane, x1, x1 + .9 * drawn, .1, 1.42, scheme.cloth(), dice);
    plane.rect(x - .485, 0, x - .445, 1.5, Ink.round(Ink.mix(scheme.wall(), scheme.wood(), .5)));
    plane.rect(x + .445, 0, x + .485, 1.5, Ink.round(Ink.mix(scheme.wall(), scheme.wood(), .5)));
  }

  static void stool(Stage stage, double z, double x, Scheme scheme, Dice dice) {
    int wood = scheme.wood();
    stage.shade(x - .15, x + .15, z, z + .25, .35);
    Plane plane = stage.plane(z + .1);
    for (int side = -1; side <= 1; side += 2) {
      plane.line(x + side * .09, .34, x + side * .14, 0, .028, Ink.round(wood));
    }
    plane.line(x - .1, .15, x + .1, .15, .018, Ink.of(Ink.lit(wood, -.2)));
    int seat = dice.chance(.5) ? wood : scheme.accent();
    plane.ellipse(x, .35, .16, .035, Ink.of(Ink.lit(seat, -.2)));
    plane.ellipse(x, .365, .16, .035, Ink.across(Ink.lit(seat, .2), Ink.lit(seat, .02)));
  }

  static void cafeTable(Stage stage, double wall, double x, Scheme scheme, Dice dice) {
    double z = wall - dice.between(.25, .4);
    var furniture = new Furniture(stage, wall, scheme);
    furniture.chair(x - .36, z + .1, scheme.accent());
    furniture.chair(x + .36, z + .1, scheme.accent());
    stage.shade(x - .3, x + .3, z - .1, z + .3, .35);
    Plane plane = stage.plane(z);
    plane.rect(x - .02, .03, x + .02, .5, Ink.round(0x4B4642));
    plane.ellipse(x, .025, .16, .028, Ink.solid(0x4B4642));
    plane.ellipse(x, .5, .31, .055, Ink.of(Ink.lit(scheme.wood(), -.25)));
    plane.ellipse(
        x, .515, .31, .055, Ink.across(Ink.lit(scheme.wood(), .2), Ink.lit(scheme.wood(), -.02)));
    cup(plane, x - .1, .52, dice);
    if (dice.chance(.6)) {
      Decor.plant(plane, x + .09, .525, .17, dice);
    }
  }

  static void cup(Plane plane, double x, double y, Dice dice) {
    int colour = dice.chance(.5) ? CERAMIC : Scheme.accent(dice);
    plane.ellipse(x, y, .06, .012, Ink.solid(Ink.lit(colour, -.05)));
    plane.rounded(x - .034, y + .004, x + .034, y + .06, .015, Ink.round(colour));
    plane.ellipse(x, y + .06, .034, .008, Ink.of(0x6B4631));
  }

  static void counter(Stage stage, double wall, double x, Scheme scheme, Dice dice) {
    Plane plane = stage.plane(wall);
    int board = 0x3A4440;
    plane.cast(x - .5, 1.22, x + .5, 1.62, .02, .2);
    plane.rect(x - .52, 1.2, x + .52, 1.64, Ink.solid(scheme.wood()));
    plane.rect(x - .5, 1.22, x + .5, 1.62, Ink.of(board));
    for (int i = 0; i < 10; i++) {
      double at = x - .42 + i % 2 * .48;
      int row = i / 2;
      double y = 1.55 - row * .065;
      plane.line(at, y, at + dice.between(.16, .34), y, .012, Ink.of(0xD9DDD4).faint(.6));
    }
    plane.rect(x - .62, .86, x + .62, .89, Ink.solid(scheme.wood()));
    plane.cast(x - .62, .86, x + .62, .88, .03, .25);
    Decor.row(plane, x - .58, x + .58, .89, .24, dice);
    stage.shade(x - .76, x + .76, wall - .45, wall, .3);
    stage.box(x - .76, 0, x + .76, .64, wall - .45, wall - .15, scheme.accent());
    Plane front = stage.plane(wall - .45);
    for (int i = 0; i < 14; i++) {
      front.rect(x - .75 + i * .108, .04, x - .742 + i * .108, .62, Ink.of(Ink.SHADOW).faint(.25));
    }
    stage.box(x - .8, .64, x + .8, .68, wall - .48, wall - .12, Ink.lit(scheme.wood(), .1));
    Plane top = stage.plane(wall - .35);
    top.rounded(x - .52, .68, x - .16, .9, .03, Ink.of(0xC9CDCF, 0x8E9497));
    top.rect(x - .48, .72, x - .2, .78, Ink.of(0x4A4F52));
    for (int i = 0; i < 3; i++) {
      cup(top, x + .05 + i * .15, .685, dice);
    }
  }
}
