package dev.wardrobe.synthesis.photography;

import dev.wardrobe.synthesis.chance.Dice;

/** Walls, doors and wardrobes with something to hang a hanger on, above the figure's middle. */
final class Hangings {
  /** How far the wall is behind what hangs. */
  private static final double WALL = .06;

  private static final int STEEL = 0xA9AEB2;

  private final Setting setting;
  private final Stage stage;
  private final Plane plane;
  private final Dice dice;
  private final Scheme scheme;

  private Hangings(Setting setting, Stage stage, Dice dice) {
    this.setting = setting;
    this.stage = stage;
    this.dice = dice;
    plane = stage.plane(WALL);
    scheme = Scheme.of(dice);
  }

  static void paint(Setting setting, Stage stage, Dice dice) {
    var hangings = new Hangings(setting, stage, dice);
    switch (setting.kind()) {
      case SHOP_RAIL -> hangings.rail();
      case DOOR -> hangings.door();
      case WARDROBE -> hangings.wardrobe();
      default -> hangings.hooks();
    }
  }

  private void floor() {
    Grounds.paint(
        stage,
        dice.chance(.6) ? Grounds.Kind.BOARDS : Grounds.Kind.CARPET,
        scheme.wood(),
        Stage.NEAREST,
        WALL,
        setting.seed());
  }

  private void rail() {
    int wall = Ink.mix(0xF4F2EF, scheme.wall(), dice.between(0, .35));
    Walls.plain(plane, wall);
    Grounds.paint(
        stage, Grounds.Kind.PLAIN, Ink.lit(wall, -.08), Stage.NEAREST, WALL, setting.seed());
    int metal = dice.chance(.5) ? STEEL : dice.chance(.5) ? 0x3A3B3D : 0xC9A66B;
    double y = Setting.HOOK - .008;
    if (dice.chance(.6)) {
      plane
          .canvas()
          .soft(
              -1e5,
              plane.row(y - .05),
              1e5,
              plane.row(y - .08),
              Math.max(1, .02 * plane.unit()),
              Ink.SHADOW,
              .14);
      stage
          .plane(0)
          .rect(
              plane.left() - 1,
              y - .012,
              plane.right() + 1,
              y + .008,
              Ink.of(Ink.lit(metal, .3), Ink.lit(metal, -.3)));
    } else {
      peg(metal);
    }
  }

  private void peg(int colour) {
    double y = Setting.HOOK;
    plane.cast(-.02, y - .02, .02, y + .02, .02, .3);
    plane.ellipse(0, y, .03, .03, Ink.round(Ink.lit(colour, -.1)));
    plane.ellipse(-.003, y + .003, .017, .017, Ink.round(Ink.lit(colour, .15)));
  }

  private void hooks() {
    Walls.room(plane, scheme, dice);
    floor();
    boolean rack = dice.chance(.6);
    double y = Setting.HOOK;
    if (rack) {
      plane.cast(-.75, y - .04, .75, y + .04, .02, .25);
      plane.rounded(-.75, y - .035, .75, y + .05, .012, Ink.solid(scheme.wood()));
    }
    for (int i = -3; i <= 3 && rack; i++) {
      double x = i * .22;
      plane.ellipse(x, y, .016, .016, Ink.round(0x55504A));
      if (Math.abs(i) > 1 && dice.chance(.55)) {
        Drapery.bag(plane, x, y, Scheme.accent(dice), dice);
      }
    }
    peg(rack ? 0x55504A : Scheme.accent(dice));
    if (!rack) {
      int side = dice.chance(.5) ? -1 : 1;
      Decor.picture(plane, side * dice.between(.5, .7), dice.between(.8, 1.2), .15, .2, dice);
      Decor.plant(stage.plane(WALL - .05), -side * .6, 0, dice.between(.5, .9), dice);
    }
  }

  private void door() {
    Walls.room(plane, scheme, dice);
    floor();
    new Furniture(stage, WALL + .01, scheme).door(dice.between(-.1, .1), dice);
    peg(STEEL);
    if (dice.chance(.6)) {
      int side = dice.chance(.5) ? -1 : 1;
      Decor.picture(plane, side * dice.between(.62, .75), dice.between(.85, 1.15), .14, .18, dice);
    }
  }

  private void wardrobe() {
    int wood = scheme.wood();
    Plane back = stage.plane(.35);
    plane.rect(
        plane.left() - 1,
        -1,
        plane.right() + 1,
        plane.ground() / plane.unit(),
        Ink.of(Ink.lit(wood, -.2)));
    Walls.plain(back, Ink.lit(wood, -.16));
    Grounds.paint(
        stage, Grounds.Kind.PLAIN, Ink.lit(wood, -.06), Stage.NEAREST, .35, setting.seed());
    double y = Setting.HOOK - .008;
    back.rect(
        back.left(), y + .2, back.right(), 3, Ink.of(Ink.lit(wood, -.32), Ink.lit(wood, -.38)));
    Decor.row(back, Math.max(-4, back.left()), Math.min(4, back.right()), y + .16, .3, dice);
    stage
        .plane(0)
        .rect(plane.left() - 1, y + .1, plane.right() + 1, y + .14, Ink.solid(Ink.lit(wood, .08)));
    back.cast(-20, y - .03, 20, y + .08, .08, .3);
    hangers(y);
    Plane front = stage.plane(0);
    front.rect(
        plane.left() - 1,
        y - .012,
        plane.right() + 1,
        y + .01,
        Ink.of(Ink.lit(STEEL, .4), Ink.lit(STEEL, -.3)));
    double box = dice.between(.35, .6);
    int card = Ink.mix(0xC7A67F, Scheme.accent(dice), .3);
    stage.box(-box - .3, 0, -box + .02, .2, .05, .3, card);
    stage.box(box, 0, box + .3, .14, .05, .3, Scheme.cloth(dice));
    double side = dice.between(.55, .8);
    front.rect(-side - .05, -1, -side, 3, Ink.round(Ink.lit(wood, .06)));
    front.rect(side, -1, side + .05, 3, Ink.round(Ink.lit(wood, .06)));
  }

  /** Empty hangers beside the middle. */
  private void hangers(double y) {
    Plane front = stage.plane(.05);
    int wood = Scheme.wood(dice);
    for (int side = -1; side <= 1; side += 2) {
      int count = 1 + dice.below(3);
      for (int i = 0; i < count; i++) {
        double x = side * (.36 + i * .09);
        front.line(x, y + .01, x, y - .07, .008, Ink.of(STEEL));
        double reach = .05 + .02 * i;
        front.line(x, y - .07, x - reach, y - .12, .02, Ink.solid(wood));
        front.line(x, y - .07, x + reach, y - .12, .02, Ink.solid(Ink.lit(wood, -.1)));
        front.line(x - reach, y - .12, x + reach, y - .12, .01, Ink.of(Ink.lit(wood, -.2)));
      }
    }
  }
}
