package dev.wardrobe.synthesis.photography;

import dev.wardrobe.synthesis.chance.Dice;

/** Rooms: a wall with what stands and hangs there, and the floor before it. */
final class Rooms {
  /** Nothing is farther to a side than this, in figure units. */
  private static final double WORLD = 40;

  /** How far things may stand out of their width. */
  private static final double MARGIN = .4;

  private final Setting setting;
  private final Stage stage;
  private final Scheme scheme;
  private final double wall;
  private final Furniture furniture;

  private Rooms(Setting setting, Stage stage, Dice dice) {
    this.setting = setting;
    this.stage = stage;
    scheme = Scheme.of(dice);
    wall = dice.between(.75, 1.5);
    furniture = new Furniture(stage, wall, scheme);
    Plane plane = stage.plane(wall);
    if (setting.kind() == Setting.Kind.BATHROOM) {
      int tile =
          Ink.mix(dice.chance(.5) ? 0xF2F0EA : scheme.wall(), scheme.second(), dice.between(0, .3));
      Walls.tiled(plane, tile, dice.between(.8, 1.7), dice);
    } else {
      Walls.room(plane, scheme, dice);
    }
    Grounds.paint(stage, floor(dice), floorColour(dice), Stage.NEAREST, wall, setting.seed());
    stage.foot(wall, .02, .05, .22);
  }

  /** Paints a room and says how deep its wall is. */
  static double paint(Setting setting, Stage stage, Dice dice) {
    var rooms = new Rooms(setting, stage, dice);
    double start = dice.between(-.9, .9);
    rooms.furnish(start, 1);
    rooms.furnish(start, -1);
    if (setting.kind() == Setting.Kind.CAFE) {
      rooms.lamps(dice);
    }
    if (dice.chance(.4) && setting.kind() != Setting.Kind.BATHROOM) {
      rooms.rug(dice);
    }
    return rooms.wall;
  }

  private Grounds.Kind floor(Dice dice) {
    return switch (setting.kind()) {
      case BATHROOM -> Grounds.Kind.TILES;
      case HALL, CAFE -> dice.chance(.5) ? Grounds.Kind.TILES : Grounds.Kind.BOARDS;
      case FITTING_ROOM, BEDROOM -> dice.chance(.4) ? Grounds.Kind.CARPET : Grounds.Kind.BOARDS;
      default -> dice.chance(.2) ? Grounds.Kind.CARPET : Grounds.Kind.BOARDS;
    };
  }

  private int floorColour(Dice dice) {
    int wood = Scheme.wood(dice);
    return switch (setting.kind()) {
      case BATHROOM -> Ink.mix(0xC9C6BF, scheme.second(), dice.between(0, .25));
      case FITTING_ROOM -> Ink.mix(wood, scheme.cloth(), .5);
      default -> Ink.mix(wood, 0xC9B79C, .2);
    };
  }

  /** Fills the wall from a place to one side, as far as the photo shows it. */
  private void furnish(double start, int side) {
    Plane plane = stage.plane(wall);
    double from = side > 0 ? plane.left() : -plane.right();
    double to = Math.min(WORLD, side > 0 ? plane.right() : -plane.left());
    double at = side * start;
    Thing last = Thing.NOTHING;
    for (int i = 0; at < to + MARGIN; i++) {
      var dice = new Dice(setting.seed(), side, i);
      Thing thing = Thing.in(setting.kind(), dice);
      if (thing == last) {
        thing = Thing.NOTHING;
      }
      double half = thing.width() / 2;
      if (at + 2 * half > from - MARGIN) {
        place(thing, side * (at + half), dice);
      }
      at += 2 * half + dice.between(.02, .22);
      last = thing;
    }
  }

  private void place(Thing thing, double x, Dice dice) {
    Plane plane = stage.plane(wall);
    switch (thing) {
      case BED -> {
        picture(plane, x, 1.05, dice);
        furniture.bed(x, dice);
      }
      case SOFA -> {
        picture(plane, x, 1.1, dice);
        furniture.sofa(x, dice);
      }
      case ARMCHAIR -> furniture.armchair(x, dice);
      case WARDROBE -> furniture.wardrobe(x, dice);
      case SHELVES -> furniture.shelves(x, dice);
      case DRAWERS -> {
        picture(plane, x, 1.15, dice);
        furniture.drawers(x, dice);
      }
      case DESK -> {
        picture(plane, x, 1.2, dice);
        furniture.desk(x, dice);
      }
      case DOOR -> furniture.door(x, dice);
      case WINDOW -> Drapery.window(plane, x, dice.between(.26, .42), .62, 1.5, scheme, dice);
      case PLANT -> {
        stage.shade(x - .12, x + .12, wall - .3, wall - .1, .4);
        Decor.plant(stage.plane(wall - .2), x, 0, dice.between(.5, 1), dice);
      }
      case LAMP -> Decor.floorLamp(stage.plane(wall - .15), x, scheme, dice);
      case HOOKS -> Drapery.hooks(plane, x, scheme, dice);
      case TABLE -> Corners.cafeTable(stage, wall, x, scheme, dice);
      case COUNTER -> Corners.counter(stage, wall, x, scheme, dice);
      case BASIN -> Corners.basin(stage, wall, x, scheme, dice);
      case TOWEL -> Drapery.towel(plane, x, dice.between(.85, 1.05), Scheme.accent(dice), dice);
      case TUB -> Corners.tub(stage, wall, x, scheme, dice);
      case CURTAIN -> Corners.cubicle(stage, wall, x, scheme, dice);
      case STOOL -> Corners.stool(stage, wall - .3, x, scheme, dice);
      case NOTHING -> picture(plane, x, dice.between(.95, 1.2), dice);
    }
  }

  private void picture(Plane plane, double x, double y, Dice dice) {
    if (setting.kind() == Setting.Kind.BATHROOM || !dice.chance(.75)) {
      return;
    }
    int style = dice.below(5);
    if (style == 0) {
      Decor.clock(plane, x, y);
    } else if (style == 1) {
      for (int side = -1; side <= 1; side++) {
        Decor.picture(plane, x + side * .24, y + .04 * side, .09, .12, dice);
      }
    } else {
      Decor.picture(plane, x, y, dice.between(.13, .28), dice.between(.14, .24), dice);
    }
  }

  private void lamps(Dice dice) {
    Plane plane = stage.plane(wall - .4);
    double step = dice.between(.5, .8);
    double y = dice.between(1.25, 1.45);
    int colour = Scheme.accent(dice);
    double first = Math.max(-WORLD, Math.floor(plane.left() / step) * step);
    for (double x = first; x < Math.min(WORLD, plane.right() + step); x += step) {
      Decor.pendant(plane, x, y, colour);
    }
  }

  private void rug(Dice dice) {
    int colour = Ink.mix(Scheme.accent(dice), scheme.cloth(), .4);
    double x = dice.between(-.3, .3);
    double z = dice.between(-.15, .15);
    double half = dice.between(.5, .9);
    for (int ring = 0; ring < 4; ring++) {
      double[] rim = Shapes.ellipse(x, z, half * (1 - ring * .14), .42 * (1 - ring * .14));
      double[] points = new double[rim.length / 2 * 3];
      for (int i = 0; i < rim.length / 2; i++) {
        points[3 * i] = rim[2 * i];
        points[3 * i + 2] = rim[2 * i + 1];
      }
      int tone = ring % 2 == 0 ? colour : Ink.lit(colour, .22);
      stage.fill(Ink.of(Ink.lit(tone, .06), Ink.lit(tone, -.06)), points);
    }
  }
}
