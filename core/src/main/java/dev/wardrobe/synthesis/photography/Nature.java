package dev.wardrobe.synthesis.photography;

import dev.wardrobe.synthesis.chance.Dice;
import java.util.Arrays;

/** Sky, sea, trees and flowers, and parasols at the sea. */
final class Nature {
  private Nature() {}

  static void sky(Stage stage, Dice dice) {
    int[] tops = {0x7FB2DB, 0x9DC3DE, 0xB9CCD9, 0xC9D2D8, 0x8FB9D6, 0xE3C9B8};
    int top = Scheme.pick(tops, dice);
    int low = Ink.mix(top, 0xFFF7EA, .75);
    Canvas canvas = stage.canvas;
    double horizon = stage.horizon();
    double from = horizon - 2.2 * stage.unit;
    int last = (int) Math.max(0, Math.min(canvas.height, Math.ceil(horizon + 1)));
    for (int y = 0; y < canvas.height; y++) {
      int tone = Ink.mix(top, low, (Math.min(y, last) - from) / (horizon - from));
      Arrays.fill(canvas.pixels, y * canvas.width, (y + 1) * canvas.width, tone);
    }
    int clouds = dice.below(5);
    Plane plane = stage.plane(60);
    for (int i = 0; i < clouds; i++) {
      double x = dice.between(-26, 26);
      double y = dice.between(10, 44);
      double size = dice.between(3, 6);
      for (int k = 0; k < 6; k++) {
        plane.glow(
            x + (k - 2.5) * size * .45,
            y + dice.between(-.5, .5) * size * .3,
            size * dice.between(.5, 1),
            size * dice.between(.25, .5),
            0xFFFFFF,
            .6);
      }
    }
  }

  static void tree(Stage stage, double x, double z, double tall, Dice dice) {
    int leaf = Ink.mix(Ink.mix(0x4E7342, 0x8AA355, dice.next()), 0xB8C9C4, Math.min(.5, z * .04));
    int bark = Ink.mix(0x75604E, 0xA8A49C, Math.min(.5, z * .04));
    Plane plane = stage.plane(z);
    stage.shade(x - tall * .2, x + tall * .25, z - .2, z + .25, .35);
    double half = tall * .028;
    double fork = tall * .42;
    plane.polygon(
        Ink.round(bark),
        x - half,
        fork * 1.3,
        x + half * .9,
        fork * 1.3,
        x + half * 1.1,
        .1,
        x + half * 1.8,
        0,
        x - half * 1.8,
        0,
        x - half * 1.1,
        .1);
    for (int side = -1; side <= 1; side += 2) {
      plane.line(x, fork, x + side * tall * .14, tall * .6, half, Ink.of(Ink.lit(bark, -.1)));
    }
    double spread = tall * .3;
    int count = 13;
    for (int i = 0; i < count; i++) {
      // From the lower right, in shade, to the upper left, in the light.
      double share = (double) i / (count - 1);
      double px = x + spread * (.5 - share) * 1.1 + dice.between(-.5, .5) * spread;
      double py = tall * (.56 + .26 * share) + dice.between(-.1, .1) * tall;
      double r = spread * dice.between(.36, .6);
      int tone = Ink.lit(leaf, -.26 + .42 * share);
      plane.fill(
          Shapes.uneven(px, py, r, r * .82, .22, dice),
          Ink.of(Ink.lit(tone, .08), Ink.lit(tone, -.1)));
    }
  }

  /** A row of far tree tops. */
  static void treeLine(Stage stage, double z, double height, int green, Dice dice) {
    Plane plane = stage.plane(z);
    double left = Math.max(-160, plane.left());
    double right = Math.min(160, plane.right());
    double step = 2.2;
    long seed = (long) (dice.next() * 1e15);
    for (long i = (long) Math.floor(left / step) - 1; i * step < right + step; i++) {
      double tall = height * (.4 + .4 * Lattice.at(seed, i, 0) + .5 * Lattice.at(seed, i / 4, 1));
      var rim = new Dice(seed, i);
      plane.fill(
          Shapes.uneven(i * step, tall * .45, step * 1.2, tall * .6, .2, rim),
          Ink.of(Ink.lit(green, .12), Ink.lit(green, -.12)));
    }
  }

  static void path(Stage stage, Dice dice) {
    double bend = dice.between(-2.5, 2.5);
    int colour = Ink.mix(0xD9CDB4, 0xC4B8A4, dice.next());
    double[] near = new double[12 * 3];
    double half = .7;
    for (int i = 0; i < 6; i++) {
      double z = -1.8 + i * i * .55;
      double x = bend * i * i * .035;
      set(near, i, x - half, z);
      set(near, 11 - i, x + half, z);
    }
    stage.fill(Ink.of(Ink.lit(colour, .2), colour), near);
  }

  private static void set(double[] points, int i, double x, double z) {
    points[3 * i] = x;
    points[3 * i + 2] = z;
  }

  static void flowers(Stage stage, Dice dice) {
    int colour = dice.chance(.5) ? 0xF4EBD2 : Scheme.accent(dice);
    for (int i = 0; i < 70; i++) {
      double z = dice.next() * dice.next() * 8 - .4;
      // None where somebody stands.
      double x = dice.between(.75, 1.9 + z * .7) * (dice.chance(.5) ? 1 : -1);
      Plane plane = stage.plane(z);
      plane.line(x, 0, x + .005, .04, .006, Ink.of(0x64844A));
      plane.ellipse(x + .005, .045, .013, .011, Ink.of(colour));
    }
  }

  static void sea(Stage stage, Dice dice) {
    int far = Ink.mix(0x4F8FA8, 0x7FA9B8, dice.next());
    int near = Ink.mix(far, 0xA9D3CC, .6);
    Plane plane = stage.plane(400);
    Canvas canvas = stage.canvas;
    double top = stage.horizon();
    double bottom = stage.row(0, 4);
    canvas.fill(
        new double[] {0, top, canvas.width, top, canvas.width, bottom, 0, bottom},
        Ink.of(far, near));
    if (dice.chance(.5)) {
      double x = dice.between(-60, 60);
      plane.fill(Shapes.uneven(x, 0, 60, 9, .2, dice), Ink.of(0x8FA5A8, 0xA9BDBd));
      canvas.fill(
          new double[] {0, top + 1, canvas.width, top + 1, canvas.width, bottom, 0, bottom},
          Ink.of(far, near));
    }
    for (int i = 0; i < 30; i++) {
      double z = 5 + dice.next() * dice.next() * 70;
      double x = dice.between(-1.4, 1.4) * (1 + z / 2.2);
      double half = dice.between(.1, .5) * (1 + z * .06);
      Plane wave = stage.plane(z);
      wave.fill(
          Shapes.leaf(x - half, .02, x + half, .02, .012 + z * .002), Ink.of(0xFFFFFF).faint(.45));
    }
    if (dice.chance(.5)) {
      Plane boat = stage.plane(60);
      double x = dice.between(-22, 22);
      boat.polygon(Ink.of(0xF7F4EC, 0xE2DED4), x, 7, x, 1.2, x + 3.2, 1.2);
      boat.polygon(Ink.of(0xF0E6D8), x - .3, 6, x - .3, 1.2, x - 1.8, 1.2);
      boat.polygon(Ink.of(0x8A4B42), x - 2.4, 1, x + 3.4, 1, x + 2.4, 0, x - 1.6, 0);
    }
  }

  /** Foam and wet sand where the sea ends. */
  static void shore(Stage stage, int sand, Dice dice) {
    double z = dice.between(4.4, 6);
    int count = 24;
    for (int layer = 0; layer < 3; layer++) {
      double[] rim = new double[count * 2 * 3];
      double wide = layer == 0 ? .5 : .16;
      double shift = layer == 0 ? -.55 : layer == 1 ? -.1 : .5;
      double phase = dice.between(0, 6);
      for (int i = 0; i < count; i++) {
        double x = -24 + 48.0 * i / (count - 1);
        double wave = .22 * StrictMath.sin(i * 1.3 + phase) + .12 * StrictMath.sin(i * 2.7);
        set(rim, i, x, z + shift + wave);
        set(rim, 2 * count - 1 - i, x, z + shift + wide + wave * .6);
      }
      stage.fill(
          layer == 0 ? Ink.of(Ink.lit(sand, -.16)).faint(.8) : Ink.of(0xFFFFFF).faint(.8), rim);
    }
  }

  static void parasol(Stage stage, double x, double z, Dice dice) {
    int colour = Scheme.accent(dice);
    stage.shade(x - .6, x + .9, z - .4, z + .4, .35);
    stage.fill(
        Ink.of(Ink.lit(Scheme.accent(dice), .2)),
        x - .7,
        .01,
        z,
        x - .1,
        .01,
        z,
        x - .1,
        .01,
        z + .9,
        x - .7,
        .01,
        z + .9);
    Plane plane = stage.plane(z + .3);
    plane.line(x, 0, x + .04, 1.5, .03, Ink.round(0xEDE6D8));
    double[] across = {-.95, -.6, -.2, .24, .64, .98};
    for (int i = 0; i < 5; i++) {
      int tone = i % 2 == 0 ? colour : 0xF6EFE2;
      double light = .14 - .09 * i;
      plane.polygon(
          Ink.of(Ink.lit(tone, light), Ink.lit(tone, light - .12)),
          x + .04,
          1.78,
          x + across[i] * .6,
          1.62,
          x + across[i],
          1.32,
          x + (across[i] + across[i + 1]) / 2,
          1.35,
          x + across[i + 1],
          1.32,
          x + across[i + 1] * .6,
          1.62);
    }
  }

  static void palm(Stage stage, double x, double z, Dice dice) {
    stage.shade(x - .5, x + .6, z - .2, z + .2, .35);
    Plane plane = stage.plane(z);
    double lean = dice.between(-.4, .4);
    for (int i = 0; i < 12; i++) {
      double y = i * .19;
      double at = x + lean * i * i / 144.0;
      double next = x + lean * (i + 1) * (i + 1) / 144.0;
      plane.line(at, y, next, y + .2, .12 - i * .004, Ink.round(i % 2 == 0 ? 0x9A8062 : 0x8A7156));
    }
    double top = x + lean;
    for (int i = 0; i < 9; i++) {
      double angle = -1.9 + i * .475;
      double length = dice.between(.75, 1.05);
      double tipX = top + length * StrictMath.sin(angle);
      double tipY = 2.28 + length * .5 * StrictMath.cos(angle) - .12;
      double midX = top + (tipX - top) * .5;
      double midY = 2.36 + (tipY - 2.28) * .75;
      int green = Ink.lit(0x5F8A4A, dice.between(-.2, .2));
      plane.fill(Shapes.leaf(top, 2.28, midX + (midX - top) * .2, midY, .08), Ink.solid(green));
      plane.fill(
          Shapes.leaf(midX - (midX - top) * .3, midY, tipX, tipY - .14, .075), Ink.solid(green));
    }
  }

  static void ivy(Plane plane, double x, Dice dice) {
    for (int i = 0; i < 60; i++) {
      double y = dice.between(0, 2.2);
      double at = x + dice.between(-.3, .3) * (1 - y * .3);
      int green = Ink.lit(0x5E7F4B, dice.between(-.3, .22));
      plane.fill(Shapes.leaf(at, y, at + dice.between(-.05, .05), y - .07, .026), Ink.solid(green));
    }
  }
}
