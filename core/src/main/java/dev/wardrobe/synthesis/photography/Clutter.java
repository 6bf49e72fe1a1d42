package dev.wardrobe.synthesis.photography;

import dev.wardrobe.synthesis.chance.Dice;

/** Small things that lie around a garment, seen from above, mostly at the photo's edges. */
final class Clutter {
  private final Plane plane;
  private final Dice dice;

  private Clutter(Plane plane, Dice dice) {
    this.plane = plane;
    this.dice = dice;
  }

  static void around(
      Plane plane,
      double left,
      double right,
      double low,
      double high,
      Setting.Kind kind,
      Dice dice) {
    var clutter = new Clutter(plane, dice);
    int count = 1 + dice.below(4);
    int[] places = dice.permutation(8);
    for (int i = 0; i < count; i++) {
      int place = places[i] < 4 ? places[i] : 5 + places[i] - 4;
      int row = place / 3;
      double u = place % 3 * .5;
      double v = row * .5;
      double inX = (.5 - u) * dice.between(.02, .26);
      double inY = (.5 - v) * dice.between(.02, .26);
      double x = left + (right - left) * (u + inX);
      double y = low + (high - low) * (v + inY);
      // A close photo must not show one thing only.
      double size = Math.min(1.25, .9 * Math.min(right - left, high - low));
      clutter.thing(x, y, size, kind);
    }
  }

  private void thing(double x, double y, double size, Setting.Kind kind) {
    boolean bed = kind == Setting.Kind.BED_SHEET;
    switch (dice.weighted(bed ? 2.5 : .1, 1, 1, 1, 1.3, .8, .8)) {
      case 0 -> pillow(x, y, size);
      case 1 -> cup(x, y, size);
      case 2 -> book(x, y, size);
      case 3 -> glasses(x, y, size);
      case 4 -> branch(x, y, size);
      case 5 -> phone(x, y, size);
      default -> candle(x, y, size);
    }
  }

  private void pillow(double x, double y, double size) {
    Cushions.paint(
        plane,
        x,
        y,
        size * dice.between(.13, .2),
        Ink.mix(Scheme.cloth(dice), 0xF5F1E8, .4),
        Scheme.accent(dice),
        dice);
  }

  private void cup(double x, double y, double size) {
    double r = .05 * size;
    int colour = dice.chance(.5) ? 0xF4F1EA : Scheme.accent(dice);
    plane.cast(x - r, y - r, x + r, y + r, r * .3, .28);
    plane.ellipse(x, y, r * 1.05, r * 1.05, Ink.across(Ink.lit(colour, .2), Ink.lit(colour, -.1)));
    plane.ellipse(x, y, r * .72, r * .72, Ink.of(Ink.lit(colour, -.12)));
    plane.line(
        x + r * .4, y - r * .4, x + r * .9, y - r * .9, r * .18, Ink.of(Ink.lit(colour, -.15)));
    plane.cast(x - r * .4, y - r * .4, x + r * .4, y + r * .4, r * .2, .2);
    plane.ellipse(x, y, r * .58, r * .58, Ink.of(Ink.lit(colour, .15)));
    plane.ellipse(x, y, r * .5, r * .5, Ink.of(0x8B5E3F, 0x6B4430));
    plane.glow(x - r * .12, y + r * .12, r * .25, r * .2, 0xE8CDA8, .7);
  }

  private double[] turned(double x, double y, double angle, double... points) {
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    double[] turned = new double[points.length];
    for (int i = 0; i < points.length; i += 2) {
      turned[i] = x + points[i] * cos - points[i + 1] * sin;
      turned[i + 1] = y + points[i] * sin + points[i + 1] * cos;
    }
    return turned;
  }

  private void book(double x, double y, double size) {
    double w = .075 * size;
    double h = .1 * size;
    double angle = dice.between(-.5, .5);
    int colour = Scheme.accent(dice);
    plane.cast(x - w, y - h, x + w, y + h, w * .22, .3);
    plane.fill(
        turned(x, y, angle, -w, -h, w + .006, -h - .006, w + .006, h - .006, -w, h),
        Ink.of(0xEDE7DA));
    plane.fill(
        turned(x, y, angle, -w, -h, w, -h, w, h, -w, h),
        Ink.of(Ink.lit(colour, .12), Ink.lit(colour, -.08)));
    plane.fill(
        turned(x, y, angle, -w, -h, -w * .82, -h, -w * .82, h, -w, h),
        Ink.of(Ink.lit(colour, -.2)));
    plane.fill(
        turned(x, y, angle, -w * .4, 0, w * .6, 0, w * .6, h * .6, -w * .4, h * .6),
        Ink.solid(Ink.lit(colour, .45)));
    plane.fill(
        turned(x, y, angle, -w * .4, 0, w * .1, 0, w * .3, h * .3), Ink.of(Scheme.accent(dice)));
  }

  private void glasses(double x, double y, double size) {
    double angle = dice.between(-.7, .7);
    double r = .026 * size;
    int frame = dice.chance(.6) ? 0x33302E : 0x7A4F35;
    plane.cast(x - 2.4 * r, y - r, x + 2.4 * r, y + r, r * .4, .25);
    for (int side = -1; side <= 1; side += 2) {
      plane.fill(
          turned(x, y, angle, Shapes.bar(side * 2.4 * r, r * .4, side * 2.1 * r, r * 3.4, r * .2)),
          Ink.of(frame));
      plane.fill(
          turned(x, y, angle, Shapes.ellipse(side * 1.25 * r, 0, r * 1.15, r)), Ink.of(frame));
      plane.fill(
          turned(x, y, angle, Shapes.ellipse(side * 1.25 * r, 0, r * .95, r * .8)),
          Ink.of(Ink.lit(0x6B5F5A, .2), 0x3F3836));
    }
    plane.fill(
        turned(x, y, angle, Shapes.bar(-.3 * r, r * .3, .3 * r, r * .3, r * .2)), Ink.of(frame));
  }

  private void branch(double x, double y, double size) {
    double angle = dice.between(0, 6.28);
    int leaf = Ink.mix(0x7C9A7A, 0x5E7F56, dice.next());
    double length = .26 * size;
    plane.fill(
        turned(x, y, angle, Shapes.bar(-length / 2, 0, length / 2, 0, .006 * size)),
        Ink.of(0x8A7A5C));
    for (int i = 0; i < 12; i++) {
      double at = -length * .42 + i * length * .078;
      double side = i % 2 == 0 ? 1 : -1;
      double reach = (.05 - .0022 * i) * size;
      double[] shape = Shapes.leaf(at, 0, at + reach * .7, side * reach, reach * .3);
      plane.fill(
          turned(x + .008 * size, y - .01 * size, angle, shape), Ink.of(Ink.SHADOW).faint(.18));
      int tone = Ink.lit(leaf, dice.between(-.15, .2));
      plane.fill(turned(x, y, angle, shape), Ink.solid(tone));
    }
  }

  private void phone(double x, double y, double size) {
    double w = .028 * size;
    double h = .056 * size;
    plane.cast(x - w, y - h, x + w, y + h, w * .3, .3);
    plane.rounded(x - w, y - h, x + w, y + h, w * .3, Ink.solid(0x2E3034));
    plane.rounded(
        x - w * .9, y - h * .94, x + w * .9, y + h * .94, w * .24, Ink.of(0x5D6E80, 0x39424D));
    plane.polygon(
        Ink.of(0xFFFFFF).faint(.14),
        x - w * .9,
        y + h * .9,
        x + w * .5,
        y + h * .9,
        x - w * .9,
        y - h * .2);
  }

  private void candle(double x, double y, double size) {
    double r = .032 * size;
    int glass = Scheme.accent(dice);
    plane.cast(x - r, y - r, x + r, y + r, r * .4, .28);
    plane.ellipse(x, y, r, r, Ink.across(Ink.lit(glass, .25), Ink.lit(glass, -.15)));
    plane.ellipse(x, y, r * .84, r * .84, Ink.of(0xF6EEDD, 0xE9DDC6));
    plane.line(x, y, x + r * .1, y + r * .25, r * .1, Ink.of(0x4A4038));
  }
}
