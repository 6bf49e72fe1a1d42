package dev.wardrobe.synthesis.painting;

import dev.wardrobe.synthesis.chance.Dice;
import java.util.ArrayList;
import java.util.List;

/** What emblems show: simple shapes in a square from -.5 to .5, different for each seed. */
final class MotifShapes {
  private static final double TURN = 2 * Math.PI;
  private static final int ROUND = 40;

  private final Dice dice;
  private final int first;
  private final int second;
  private final List<Part> parts = new ArrayList<>();

  /**
   * A part of an emblem; later ones are on top.
   *
   * @param polygon x1, y1, x2, y2, ..., open
   * @param rgb its colour
   */
  @SuppressWarnings("ArrayRecordComponent") // A value that nobody compares.
  record Part(double[] polygon, int rgb) {}

  private MotifShapes(long seed, int first, int second) {
    dice = new Dice(seed, 0x4D6F746966L);
    this.first = first;
    this.second = second;
  }

  /** The parts of an emblem in two colours and their mixtures. */
  static List<Part> of(long seed, int first, int second) {
    MotifShapes shapes = new MotifShapes(seed, first, second);
    switch (shapes.dice.below(9)) {
      case 0 -> shapes.stars();
      case 1 -> shapes.rings();
      case 2 -> shapes.mountains();
      case 3 -> shapes.waves();
      case 4 -> shapes.heart();
      case 5 -> shapes.sunset();
      case 6 -> shapes.bars();
      case 7 -> shapes.leaves();
      default -> shapes.blocks();
    }
    return shapes.parts;
  }

  private void add(int rgb, double... polygon) {
    parts.add(new Part(polygon, rgb));
  }

  private void disc(double x, double y, double radius, int rgb) {
    add(rgb, star(x, y, radius, radius, ROUND / 2, 0));
  }

  /** Points at two distances from a middle by turns. */
  private static double[] star(
      double x, double y, double outer, double inner, int points, double turned) {
    double[] polygon = new double[4 * points];
    for (int i = 0; i < 2 * points; i++) {
      double angle = turned + TURN * i / (2 * points);
      double radius = i % 2 == 0 ? outer : inner;
      polygon[2 * i] = x + radius * StrictMath.sin(angle);
      polygon[2 * i + 1] = y - radius * StrictMath.cos(angle);
    }
    return polygon;
  }

  private void stars() {
    int points = 5 + dice.below(4);
    double inner = dice.between(.38, .6);
    if (dice.chance(.5)) {
      disc(0, 0, .5, second);
      add(first, star(0, 0, .4, .4 * inner, points, 0));
      add(second, star(0, 0, .2, .2 * inner, points, 0));
      return;
    }
    add(first, star(0, .04, .36, .36 * inner, points, 0));
    int around = 2 + dice.below(3);
    for (int i = 0; i < around; i++) {
      double angle = TURN * (i - (around - 1) / 2.0) / 7;
      double x = .46 * StrictMath.sin(angle);
      add(second, star(x, -.46 * StrictMath.cos(angle) + .06, .09, .04, points, angle));
    }
  }

  private void rings() {
    int ground = Tone.mix(first, second, .5f);
    int rings = 2 + dice.below(3);
    double shift = dice.chance(.5) ? 0 : dice.between(-.06, .06);
    for (int i = 0; i < rings; i++) {
      double outer = .5 * (rings - i) / rings;
      double thick = .5 / rings * .55;
      int ring = i % 2 == 0 ? first : second;
      ring(shift * i, shift * i, outer, Math.max(0, outer - thick), ring);
    }
    if (dice.chance(.4)) {
      disc(shift * rings, shift * rings, .07, ground);
    }
  }

  /** A ring as one polygon with a slit, so that what is under its middle stays. */
  private void ring(double x, double y, double outer, double inner, int rgb) {
    double[] polygon = new double[4 * (ROUND + 1)];
    for (int i = 0; i <= ROUND; i++) {
      double angle = TURN * i / ROUND;
      double sine = StrictMath.sin(angle);
      double cosine = StrictMath.cos(angle);
      int back = polygon.length - 2 - 2 * i;
      polygon[2 * i] = x + outer * sine;
      polygon[2 * i + 1] = y - outer * cosine;
      polygon[back] = x + inner * sine;
      polygon[back + 1] = y - inner * cosine;
    }
    add(rgb, polygon);
  }

  private void mountains() {
    disc(dice.between(-.2, .2), -.16, dice.between(.13, .2), second);
    double peak = dice.between(-.2, -.05);
    double other = dice.between(.08, .25);
    add(Tone.mix(first, second, .35f), other - .3, .3, other, -.1, other + .28, .3);
    add(first, peak - .34, .3, peak, -.28, peak + .36, .3);
    add(
        second,
        peak,
        -.28,
        peak + .095,
        -.125,
        peak + .03,
        -.16,
        peak - .02,
        -.1,
        peak - .09,
        -.125);
    int lines = 1 + dice.below(3);
    for (int i = 0; i < lines; i++) {
      double half = .44 - .1 * i;
      box(-half, .34 + .055 * i, half, .365 + .055 * i, i % 2 == 0 ? second : first);
    }
  }

  private void box(double left, double top, double right, double bottom, int rgb) {
    add(rgb, left, top, right, top, right, bottom, left, bottom);
  }

  private void waves() {
    int rows = 3 + dice.below(3);
    double waves = 1.5 + dice.below(3) * .5;
    double phase = dice.next();
    for (int row = 0; row < rows; row++) {
      double y = -.3 + .6 * row / (rows - 1);
      double[] polygon = new double[4 * (ROUND + 1)];
      for (int i = 0; i <= ROUND; i++) {
        double x = (double) i / ROUND - .5;
        double swing = .055 * StrictMath.sin(TURN * (waves * (x + .5) + phase + row * .25));
        double thick = .035 * Math.sqrt(Math.max(0, 1 - 4 * x * x));
        int back = polygon.length - 2 - 2 * i;
        polygon[2 * i] = x;
        polygon[2 * i + 1] = y + swing - thick;
        polygon[back] = x;
        polygon[back + 1] = y + swing + thick;
      }
      add(row % 2 == 0 ? first : second, polygon);
    }
  }

  private void heart() {
    double tall = dice.between(.9, 1.1);
    heart(1, tall, first);
    if (dice.chance(.6)) {
      heart(.68, tall, second);
      if (dice.chance(.5)) {
        heart(.4, tall, first);
      }
    }
  }

  private void heart(double size, double tall, int rgb) {
    double[] polygon = new double[2 * ROUND];
    for (int i = 0; i < ROUND; i++) {
      double angle = TURN * i / ROUND;
      double sine = StrictMath.sin(angle);
      double x = .46 * sine * sine * sine;
      double y =
          13 * StrictMath.cos(angle)
              - 5 * StrictMath.cos(2 * angle)
              - 2 * StrictMath.cos(3 * angle)
              - StrictMath.cos(4 * angle);
      polygon[2 * i] = size * x;
      polygon[2 * i + 1] = -size * tall * (y + 2.5) * .029;
    }
    add(rgb, polygon);
  }

  /** A sun cut into bands that grow thinner towards its top. */
  private void sunset() {
    double phase = dice.between(.8, 1.2);
    int bands = 5 + dice.below(3);
    for (int band = 0; band < bands; band++) {
      double middle = -.42 + .84 * band / (bands - 1);
      double half = .05 * (1.25 - phase * .5 * band / (bands - 1));
      cutDisc(middle - half, middle + half, band * 2 < bands ? first : second);
    }
  }

  private void cutDisc(double top, double bottom, int rgb) {
    int steps = 6;
    double[] polygon = new double[4 * (steps + 1)];
    for (int i = 0; i <= steps; i++) {
      double y = Math.max(-.499, Math.min(.499, top + (bottom - top) * i / steps));
      double x = Math.sqrt(.25 - y * y);
      int back = polygon.length - 2 - 2 * i;
      polygon[2 * i] = x;
      polygon[2 * i + 1] = y;
      polygon[back] = -x;
      polygon[back + 1] = y;
    }
    add(rgb, polygon);
  }

  /** Bars across, of different lengths, as a sports mark. */
  private void bars() {
    int bars = 3 + dice.below(3);
    double slant = dice.between(-.15, .15);
    for (int i = 0; i < bars; i++) {
      double top = -.4 + .8 * i / bars;
      double bottom = top + .8 / bars * .62;
      double left = -.5 + dice.between(0, .25);
      double right = .5 - dice.between(0, .25);
      int rgb = dice.chance(.6) ? first : second;
      add(
          rgb,
          left + slant * top,
          top,
          right + slant * top,
          top,
          right + slant * bottom,
          bottom,
          left + slant * bottom,
          bottom);
    }
  }

  private void leaves() {
    box(-.012, -.3, .012, .46, first);
    int pairs = 3 + dice.below(3);
    double lean = dice.between(.5, .9);
    for (int i = 0; i < pairs; i++) {
      double y = .34 - .62 * i / pairs;
      double size = .3 - .12 * i / pairs;
      int rgb = i % 2 == 0 ? first : second;
      leaf(0, y, size, -lean, rgb);
      leaf(0, y, size, lean, rgb);
    }
    leaf(0, -.24, .22, 0, second);
  }

  /** A pointed leaf from its stalk on, leaning to the right. */
  private void leaf(double x, double y, double size, double lean, int rgb) {
    double alongX = StrictMath.sin(lean) * size;
    double alongY = -StrictMath.cos(lean) * size;
    double[] polygon = new double[ROUND];
    int half = ROUND / 4;
    for (int i = 0; i < ROUND / 2; i++) {
      double along = i < half ? (double) i / half : 2 - (double) i / half;
      double across = .72 * along * (1 - along) * (i < half ? 1 : -1);
      polygon[2 * i] = x + alongX * along - alongY * across;
      polygon[2 * i + 1] = y + alongY * along + alongX * across;
    }
    add(rgb, polygon);
  }

  /** Discs, squares and triangles side by side. */
  private void blocks() {
    int columns = 2 + dice.below(2);
    double cell = 1.0 / columns;
    for (int i = 0; i < columns * columns; i++) {
      double x = -.5 + cell * (i % columns + .5);
      int row = i / columns;
      double y = -.5 + cell * (row + .5);
      double half = cell * .44;
      int rgb = dice.chance(.5) ? first : second;
      switch (dice.below(4)) {
        case 0 -> disc(x, y, half, rgb);
        case 1 -> box(x - half, y - half, x + half, y + half, rgb);
        case 2 -> add(rgb, x - half, y - half, x + half, y - half, x - half, y + half);
        default -> ring(x, y, half, half * .5, rgb);
      }
    }
  }
}
