package dev.wardrobe.synthesis.photography;

import dev.wardrobe.synthesis.chance.Dice;

/** Large things in rooms, standing at a wall at some depth. */
final class Furniture {
  private final Stage stage;
  private final double wall;
  private final Scheme scheme;

  Furniture(Stage stage, double wall, Scheme scheme) {
    this.stage = stage;
    this.wall = wall;
    this.scheme = scheme;
  }

  void bed(double x, Dice dice) {
    double near = wall - .62;
    double x1 = x - .78;
    double x2 = x + .78;
    int sheet = Ink.mix(scheme.cloth(), 0xF6F1E8, dice.between(.3, .85));
    int cover = dice.chance(.5) ? scheme.cloth() : scheme.accent();
    stage.shade(x1, x2, near, wall, .4);
    Plane back = stage.plane(wall - .03);
    back.rounded(x1 - .02, 0, x1 + .1, .62, .03, Ink.round(scheme.wood()));
    stage.box(x1 + .05, .05, x2, .17, near, wall, scheme.wood());
    stage.box(x1 + .06, .17, x2 - .02, .31, near + .02, wall, sheet);
    Plane pillows = stage.plane(wall - .2);
    pillow(pillows, x1 + .22, .37, .17, .1, Ink.lit(sheet, .2));
    Plane front = stage.plane(near);
    pillow(
        stage.plane(wall - .34),
        x1 + .3,
        .36,
        .13,
        .085,
        dice.chance(.5) ? scheme.accent() : sheet);
    stage.fill(
        Ink.across(Ink.lit(cover, .14), Ink.lit(cover, .02)),
        x1 + .5,
        .335,
        near,
        x2,
        .335,
        near,
        x2,
        .335,
        wall,
        x1 + .55,
        .335,
        wall);
    front.fill(
        new double[] {
          x1 + .48, .34, x2 + .015, .34, x2 + .02, .1, x2 - .4, .085, x1 + .9, .11, x1 + .5, .09
        },
        Ink.of(Ink.lit(cover, .06), Ink.lit(cover, -.16)));
    for (int i = 0; i < 6; i++) {
      double fold = x1 + .56 + i * .17 + dice.between(-.04, .04);
      front.glow(fold, .19, .022, .15, Ink.SHADOW, .18);
      front.glow(fold - .035, .2, .02, .13, Ink.LIGHT, .2);
    }
  }

  private static void pillow(Plane plane, double x, double y, double w, double h, int colour) {
    plane.cast(x - w, y - h, x + w, y + h * .6, .03, .16);
    plane.rounded(
        x - w, y - h, x + w, y + h, .07, Ink.of(Ink.lit(colour, .14), Ink.lit(colour, -.1)));
    plane.glow(x - w * .3, y + h * .3, w * .7, h * .6, Ink.LIGHT, .3);
  }

  void sofa(double x, Dice dice) {
    double half = dice.chance(.3) ? .42 : .72;
    int cloth = scheme.cloth();
    double near = wall - .55;
    stage.shade(x - half, x + half, near, wall, .42);
    Plane back = stage.plane(wall - .12);
    back.rounded(
        x - half + .03,
        .1,
        x + half - .03,
        .62,
        .07,
        Ink.of(Ink.lit(cloth, .1), Ink.lit(cloth, -.14)));
    stage.box(x - half + .1, .07, x + half - .1, .31, near + .03, wall - .12, cloth);
    Plane front = stage.plane(near);
    int seats = half > .5 ? 2 : 1;
    double wide = (2 * half - .22) / seats;
    for (int i = 0; i < seats; i++) {
      double x1 = x - half + .11 + i * wide;
      front.rounded(
          x1, .2, x1 + wide - .006, .33, .035, Ink.of(Ink.lit(cloth, .13), Ink.lit(cloth, -.1)));
    }
    for (int side = -1; side <= 1; side += 2) {
      double arm = x + side * (half - .06);
      stage.box(arm - .07, .07, arm + .07, .4, near, wall - .1, cloth);
      front.rounded(
          arm - .075, .05, arm + .075, .45, .06, Ink.of(Ink.lit(cloth, .09), Ink.lit(cloth, -.17)));
      front.rect(arm - .03, 0, arm + .02, .05, Ink.of(Ink.lit(scheme.wood(), -.3)));
    }
    Plane seat = stage.plane(wall - .22);
    int cushions = 1 + dice.below(seats + 2);
    for (int i = 0; i < cushions; i++) {
      double at = x + (half - .24) * (cushions == 1 ? .6 : 2.0 * i / (cushions - 1) - 1);
      Cushions.paint(
          seat, at, .44, dice.between(.1, .14), Scheme.accent(dice), scheme.cloth(), dice);
    }
  }

  void wardrobe(double x, Dice dice) {
    double half = dice.between(.36, .5);
    double top = dice.between(1.35, 1.6);
    double near = wall - .32;
    int wood = dice.chance(.5) ? scheme.wood() : Ink.mix(scheme.wall(), 0xFFFFFF, .5);
    stage.shade(x - half, x + half, near, wall, .35);
    stage.plane(wall).cast(x - half, 0, x + half, top, .12, .2);
    stage.box(x - half, .05, x + half, top, near, wall, wood);
    Plane front = stage.plane(near);
    front.rect(x - half, 0, x + half, .05, Ink.of(Ink.lit(wood, -.35)));
    int doors = half > .43 ? 3 : 2;
    double wide = 2 * half / doors;
    for (int i = 0; i < doors; i++) {
      double x1 = x - half + i * wide + .012;
      double x2 = x1 + wide - .024;
      front.rect(x1, .075, x2, top - .03, Ink.of(Ink.lit(wood, .12), Ink.lit(wood, -.06)));
      front.rect(x1 + .03, .12, x2 - .03, top - .08, Ink.of(Ink.lit(wood, -.12)));
      front.rect(
          x1 + .036, .12, x2 - .03, top - .087, Ink.of(Ink.lit(wood, .05), Ink.lit(wood, -.08)));
      double knob = i == 0 ? x2 - .015 : x1 + .015;
      front.rounded(knob - .007, .68, knob + .007, .8, .007, Ink.round(0x8F8578));
    }
  }

  void shelves(double x, Dice dice) {
    double half = dice.between(.24, .42);
    double top = dice.between(.8, 1.5);
    double near = wall - .2;
    int wood = scheme.wood();
    int rows = (int) (top / .27);
    stage.shade(x - half, x + half, near, wall, .35);
    stage.plane(wall).cast(x - half, 0, x + half, top, .08, .2);
    stage.box(x - half, 0, x + half, top, near, wall, wood);
    Plane front = stage.plane(near);
    front.rect(
        x - half + .02,
        .04,
        x + half - .02,
        top - .025,
        Ink.of(Ink.lit(wood, -.45), Ink.lit(wood, -.38)));
    for (int i = 0; i < rows; i++) {
      double y = .04 + i * (top - .05) / rows;
      front.rect(x - half, y - .02, x + half, y, Ink.solid(Ink.lit(wood, .08)));
      Decor.row(front, x - half + .03, x + half - .03, y, (top - .05) / rows - .05, dice);
    }
  }

  void drawers(double x, Dice dice) {
    double half = dice.between(.32, .6);
    double top = dice.between(.45, .62);
    double near = wall - .3;
    int wood = dice.chance(.6) ? scheme.wood() : Scheme.wood(dice);
    stage.shade(x - half, x + half, near, wall, .4);
    stage.plane(wall).cast(x - half, 0, x + half, top, .1, .2);
    stage.box(x - half, .09, x + half, top, near, wall, wood);
    Plane front = stage.plane(near);
    for (int side = -1; side <= 1; side += 2) {
      front.polygon(
          Ink.of(Ink.lit(wood, -.3)),
          x + side * (half - .03),
          .09,
          x + side * (half - .08),
          .09,
          x + side * (half - .05),
          0,
          x + side * (half - .03),
          0);
    }
    int rows = 2 + dice.below(2);
    int columns = half > .45 ? 2 : 1;
    double tall = (top - .13) / rows;
    double wide = (2 * half - .03) / columns;
    for (int i = 0; i < rows * columns; i++) {
      double x1 = x - half + .015 + i % columns * wide;
      int row = i / columns;
      double y1 = .105 + row * tall;
      front.rect(
          x1 + .008,
          y1 + .008,
          x1 + wide - .008,
          y1 + tall - .008,
          Ink.of(Ink.lit(wood, .13), Ink.lit(wood, -.05)));
      front.rounded(
          x1 + wide / 2 - .05,
          y1 + tall * .6,
          x1 + wide / 2 + .05,
          y1 + tall * .6 + .016,
          .008,
          Ink.solid(0x7C7266));
    }
    Decor.row(stage.plane(wall - .16), x - half + .05, x + half - .05, top, .36, dice);
  }

  void desk(double x, Dice dice) {
    double near = wall - .42;
    int wood = scheme.wood();
    stage.shade(x - .5, x + .5, near, wall, .25);
    for (int side = -1; side <= 1; side += 2) {
      stage.box(
          x + side * .46 - .02,
          0,
          x + side * .46 + .02,
          .52,
          wall - .05,
          wall,
          Ink.lit(wood, -.25));
    }
    Decor.row(stage.plane(wall - .14), x - .44, x + .44, .545, .34, dice);
    stage.box(x - .52, .52, x + .52, .555, near, wall, wood);
    Plane front = stage.plane(near);
    front.rect(x - .5, .46, x + .5, .52, Ink.of(Ink.lit(wood, -.35), Ink.lit(wood, -.25)));
    for (int side = -1; side <= 1; side += 2) {
      front.rect(x + side * .47 - .02, 0, x + side * .47 + .02, .5, Ink.round(Ink.lit(wood, -.12)));
    }
    chair(x + dice.between(-.15, .15), near - .02, Scheme.accent(dice));
  }

  /** A chair seen from behind. */
  void chair(double x, double z, int colour) {
    int leg = Ink.lit(scheme.wood(), -.15);
    stage.shade(x - .17, x + .17, z, z + .3, .3);
    Plane plane = stage.plane(z);
    for (int side = -1; side <= 1; side += 2) {
      plane.line(x + side * .14, .34, x + side * .17, 0, .026, Ink.of(leg));
      plane.line(x + side * .15, .34, x + side * .14, .62, .024, Ink.of(leg));
    }
    plane.rounded(x - .18, .32, x + .18, .37, .02, Ink.solid(colour));
    plane.rounded(x - .165, .47, x + .165, .66, .05, Ink.solid(colour));
    plane.glow(x - .05, .6, .1, .06, Ink.LIGHT, .2);
  }

  void door(double x, Dice dice) {
    int colour = dice.chance(.6) ? Ink.mix(scheme.wall(), 0xFFFFFF, .6) : Scheme.wood(dice);
    Plane plane = stage.plane(wall - .01);
    plane.cast(x - .37, 0, x + .37, 1.56, .03, .2);
    plane.rect(x - .37, 0, x + .37, 1.56, Ink.solid(Ink.lit(colour, .12)));
    plane.rect(x - .32, 0, x + .32, 1.51, Ink.of(Ink.lit(colour, -.35)));
    plane.rect(x - .31, 0, x + .315, 1.5, Ink.of(Ink.lit(colour, .05), Ink.lit(colour, -.1)));
    int rows = 1 + dice.below(3);
    double tall = 1.32 / rows;
    for (int i = 0; i < rows; i++) {
      inset(plane, x - .24, .1 + i * tall, x + .24, .1 + (i + 1) * tall - .08, colour);
    }
    plane.ellipse(x + .26, .74, .022, .022, Ink.round(0xB8AC94));
    plane.rounded(x + .16, .73, x + .265, .75, .01, Ink.solid(0xB8AC94));
  }

  static void inset(Plane plane, double x1, double y1, double x2, double y2, int colour) {
    plane.rect(x1, y1, x2, y2, Ink.of(Ink.lit(colour, -.2)));
    plane.rect(x1 + .01, y1, x2, y2 - .01, Ink.of(Ink.lit(colour, .25)));
    plane.rect(
        x1 + .01,
        y1 + .01,
        x2 - .01,
        y2 - .01,
        Ink.of(Ink.lit(colour, .02), Ink.lit(colour, -.08)));
  }

  void armchair(double x, Dice dice) {
    int cloth = Scheme.accent(dice);
    double near = wall - .5;
    stage.shade(x - .34, x + .34, near, wall - .05, .4);
    Plane back = stage.plane(wall - .15);
    back.rounded(x - .28, .1, x + .28, .68, .13, Ink.of(Ink.lit(cloth, .1), Ink.lit(cloth, -.2)));
    stage.box(x - .24, .14, x + .24, .29, near + .04, wall - .15, cloth);
    Plane front = stage.plane(near);
    front.rounded(
        x - .25, .19, x + .25, .32, .05, Ink.of(Ink.lit(cloth, .16), Ink.lit(cloth, -.1)));
    for (int side = -1; side <= 1; side += 2) {
      double arm = x + side * .28;
      front.line(arm, .1, arm + side * .02, 0, .03, Ink.of(Ink.lit(scheme.wood(), -.1)));
      front.rounded(
          arm - .065, .09, arm + .065, .44, .06, Ink.of(Ink.lit(cloth, .08), Ink.lit(cloth, -.18)));
    }
  }
}
