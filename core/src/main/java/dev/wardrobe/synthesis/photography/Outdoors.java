package dev.wardrobe.synthesis.photography;

import dev.wardrobe.synthesis.chance.Dice;

/** Streets, parks and beaches. */
final class Outdoors {
  private static final int[] STONES = {0xB9B3A9, 0xC8BFB0, 0xA8A6A2, 0xBFAF9D, 0xD2CBC0};
  private static final int[] FACADES = {
    0xE9DCC3, 0xD9B79A, 0xC98B6B, 0xE6CFC0, 0xB8C4C2, 0xA9B89F, 0xD6D2C8, 0xC3A68A, 0xE8C88F,
    0x9EB0BE, 0xD7A7A0, 0xF0E8DA, 0x8E7466
  };

  private final Setting setting;
  private final Stage stage;
  private final Dice dice;

  private Outdoors(Setting setting, Stage stage, Dice dice) {
    this.setting = setting;
    this.stage = stage;
    this.dice = dice;
  }

  /** Paints an open place and says how deep its farthest near thing is. */
  static double paint(Setting setting, Stage stage, Dice dice) {
    var outdoors = new Outdoors(setting, stage, dice);
    return switch (setting.kind()) {
      case PARK -> outdoors.park();
      case BEACH -> outdoors.beach();
      case BRICK_WALL -> outdoors.bricks();
      default -> outdoors.street(setting.kind() == Setting.Kind.SHOP_STREET);
    };
  }

  private double street(boolean shops) {
    Nature.sky(stage, dice);
    boolean far = dice.chance(.45);
    double wall = far ? dice.between(5, 7) : dice.between(1.3, 2.6);
    int stone = Scheme.pick(STONES, dice);
    Plane plane = stage.plane(wall);
    row(plane, shops, dice.between(-2, 0));
    if (far) {
      double kerb = dice.between(.7, 1.4);
      Grounds.paint(stage, Grounds.Kind.PAVING, stone, wall - .9, wall, setting.seed());
      Grounds.paint(stage, Grounds.Kind.ASPHALT, 0x7F7F83, kerb, wall - .9, setting.seed());
      zebra(kerb, wall - 1);
      traffic(kerb + 1.4, kerb + 2.1);
      Grounds.paint(stage, Grounds.Kind.PAVING, stone, Stage.NEAREST, kerb, setting.seed());
      stage.fill(
          Ink.of(Ink.lit(stone, .25)),
          -60,
          0,
          kerb,
          60,
          0,
          kerb,
          60,
          0,
          kerb + .05,
          -60,
          0,
          kerb + .05);
      roadside(kerb - .2, new Dice(setting.seed(), 5));
    } else {
      Grounds.paint(stage, Grounds.Kind.PAVING, stone, Stage.NEAREST, wall, setting.seed());
      foot(wall);
      if (dice.chance(.5)) {
        traffic(.9, wall);
      }
      roadside(wall - .35, new Dice(setting.seed(), 6));
    }
    return wall;
  }

  private void foot(double wall) {
    stage.foot(wall, .01, .04, .25);
  }

  /** A row of houses side by side. */
  private void row(Plane plane, boolean shops, double start) {
    double limit = Math.min(90, plane.right());
    double first = Math.max(-90, plane.left());
    double x = start;
    for (int i = 0; x > first; i++) {
      x -= wide(new Dice(setting.seed(), 2, -i - 1));
    }
    for (int i = count(start, x); x < limit; i++) {
      var house = new Dice(setting.seed(), 2, i);
      double wide = wide(house);
      house(plane, x, x + wide, shops && house.chance(.8), house);
      x += wide;
    }
  }

  /** How many houses there are between the first one and the start, less than 0. */
  private int count(double start, double first) {
    double x = start;
    int count = 0;
    while (x > first) {
      count--;
      x -= wide(new Dice(setting.seed(), 2, count));
    }
    return count;
  }

  private static double wide(Dice house) {
    return house.between(1.7, 3.2);
  }

  private void house(Plane plane, double x1, double x2, boolean shop, Dice house) {
    int colour = Scheme.pick(FACADES, house);
    double top = house.between(3.2, 5.5);
    Facades.paint(plane, x1, x2, top, colour, shop, house);
  }

  private void zebra(double near, double far) {
    if (!dice.chance(.5)) {
      return;
    }
    double x = dice.between(-1.2, .4);
    for (int i = 0; i < 7; i++) {
      double z1 = near + .15 + i * (far - near) / 7;
      double z2 = z1 + (far - near) / 14;
      stage.fill(Ink.of(0xE8E6E0).faint(.85), x, 0, z1, x + 1.6, 0, z1, x + 1.6, 0, z2, x, 0, z2);
    }
  }

  private void traffic(double from, double to) {
    if (!dice.chance(.75)) {
      return;
    }
    double z = dice.between(from, Math.max(from, to));
    double x = dice.between(-3.6, -2.2);
    for (int i = 0; i < 3; i++) {
      if (dice.chance(.7)) {
        Roadside.car(stage, x, z, Scheme.accent(dice), dice);
      }
      x += dice.between(3.4, 4.6);
    }
  }

  /** Trees, lamps, bollards and flower tubs along a line. */
  private void roadside(double z, Dice things) {
    Plane plane = stage.plane(z);
    for (int i = -4; i <= 4; i++) {
      double x = i * 1.1 + things.between(-.3, .3);
      switch (things.weighted(.42, .14, .1, .16, .1, .08)) {
        case 1 -> Nature.tree(stage, x, z, things.between(2.2, 3.4), things);
        case 2 -> Roadside.lantern(plane, x);
        case 3 -> {
          stage.shade(x - .15, x + .15, z, z + .2, .4);
          Decor.plant(plane, x, 0, things.between(.5, .9), things);
        }
        case 4 -> Roadside.bench(stage, x, z, things);
        case 5 -> {
          stage.shade(x - .06, x + .06, z, z + .1, .4);
          plane.rounded(x - .05, 0, x + .05, .55, .04, Ink.round(0x5A5E63));
        }
        default -> {}
      }
    }
  }

  private double bricks() {
    double wall = dice.between(.6, 1.4);
    int[] clays = {0xA9664D, 0xB97F63, 0xC9B7A3, 0x8F5B4B, 0xD8D0C6, 0xA39A92};
    int clay = Scheme.pick(clays, dice);
    Plane plane = stage.plane(wall);
    Walls.bricks(plane, clay, dice);
    Grounds.paint(
        stage,
        dice.chance(.6) ? Grounds.Kind.PAVING : Grounds.Kind.ASPHALT,
        Scheme.pick(STONES, dice),
        Stage.NEAREST,
        wall,
        setting.seed());
    foot(wall);
    for (int i = -3; i <= 3; i++) {
      double x = i * .95 + dice.between(-.25, .25);
      switch (dice.weighted(.2, .2, .15, .15, .12, .18)) {
        case 1 -> Facades.window(plane, x, .26, .62, 1.4, clay, dice);
        case 2 -> {
          plane.cast(x - .03, 0, x + .03, 3, .03, .25);
          plane.rect(x - .035, 0, x + .035, 3.5, Ink.round(0x7C8084));
        }
        case 3 -> Decor.picture(plane, x, dice.between(.85, 1.1), .17, .24, dice);
        case 4 -> Nature.ivy(plane, x, dice);
        case 5 -> {
          stage.shade(x - .15, x + .15, wall - .3, wall - .1, .4);
          Decor.plant(stage.plane(wall - .2), x, 0, dice.between(.45, .85), dice);
        }
        default -> {}
      }
    }
    return wall;
  }

  private double park() {
    Nature.sky(stage, dice);
    int green = Ink.mix(0x7C9A55, 0x9DB46A, dice.next());
    Nature.treeLine(stage, 26, dice.between(5, 11), Ink.mix(green, 0xB9CFCB, .55), dice);
    Nature.treeLine(stage, 14, dice.between(2.5, 5.5), Ink.mix(green, 0x5C7F5A, .4), dice);
    Grounds.paint(stage, Grounds.Kind.GRASS, green, Stage.NEAREST, 40, setting.seed());
    double edge = stage.row(0, 14);
    stage.canvas.soft(
        -1e5,
        edge - .03 * stage.unit,
        1e5,
        edge,
        Math.max(1, .035 * stage.unit),
        Ink.lit(green, -.35),
        .4);
    if (dice.chance(.7)) {
      Nature.path(stage, dice);
    }
    for (int i = 0; i < 5; i++) {
      double z = 8 - i * 1.5;
      double x = dice.between(.55, 1.5) * (i % 2 == 0 ? 1 : -1) / Stage.scale(z);
      Nature.tree(stage, x, z, dice.between(2.6, 4.2), dice);
    }
    if (dice.chance(.55)) {
      Roadside.bench(stage, dice.between(-1, 1), dice.between(1.2, 2.2), dice);
    }
    Nature.flowers(stage, dice);
    return 6;
  }

  private double beach() {
    Nature.sky(stage, dice);
    int sand = Ink.mix(0xE6D3AE, 0xD9C49F, dice.next());
    Nature.sea(stage, dice);
    Grounds.paint(
        stage, Grounds.Kind.SAND, sand, Stage.NEAREST, dice.between(5, 8), setting.seed());
    Nature.shore(stage, sand, dice);
    for (int i = 0; i < 4; i++) {
      double z = 5.5 - i * 1.2;
      double x = dice.between(.7, 1.6) * (1 + z / 2.2) * (i % 2 == 0 ? 1 : -1);
      if (dice.chance(.6)) {
        Nature.parasol(stage, x, z, dice);
      }
    }
    if (dice.chance(.4)) {
      Nature.palm(stage, dice.chance(.5) ? -1.3 : 1.3, 1.6, dice);
    }
    return 6;
  }
}
