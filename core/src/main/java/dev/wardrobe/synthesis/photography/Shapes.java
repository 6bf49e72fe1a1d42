package dev.wardrobe.synthesis.photography;

import dev.wardrobe.synthesis.chance.Dice;

/** Polygons x1, y1, x2, y2, ... of round things, in any units. */
final class Shapes {
  private static final int ROUND = 32;
  private static final double[] COS = new double[ROUND];
  private static final double[] SIN = new double[ROUND];

  static {
    for (int i = 0; i < ROUND; i++) {
      COS[i] = StrictMath.cos(i * 2 * Math.PI / ROUND);
      SIN[i] = StrictMath.sin(i * 2 * Math.PI / ROUND);
    }
  }

  private Shapes() {}

  static double[] ellipse(double x, double y, double radiusX, double radiusY) {
    double[] points = new double[2 * ROUND];
    for (int i = 0; i < ROUND; i++) {
      points[2 * i] = x + radiusX * COS[i];
      points[2 * i + 1] = y + radiusY * SIN[i];
    }
    return points;
  }

  /** A box with round corners. */
  static double[] rounded(double x1, double y1, double x2, double y2, double radius) {
    double r = Math.min(radius, Math.min(Math.abs(x2 - x1), Math.abs(y2 - y1)) / 2);
    double left = Math.min(x1, x2) + r;
    double right = Math.max(x1, x2) - r;
    double low = Math.min(y1, y2) + r;
    double high = Math.max(y1, y2) - r;
    int corner = ROUND / 4;
    double[] points = new double[2 * (ROUND / 2 + 4)];
    int at = 0;
    for (int quarter = 0; quarter < 4; quarter++) {
      double x = quarter == 0 || quarter == 3 ? right : left;
      double y = quarter < 2 ? high : low;
      for (int i = 0; i <= corner; i += 2) {
        int angle = (quarter * corner + i) % ROUND;
        points[at++] = x + r * COS[angle];
        points[at++] = y + r * SIN[angle];
      }
    }
    return points;
  }

  /** An ellipse with an uneven rim, as of leaves, stones and shadows. */
  static double[] uneven(
      double x, double y, double radiusX, double radiusY, double unevenness, Dice dice) {
    double[] points = new double[2 * ROUND];
    for (int i = 0; i < ROUND; i++) {
      double r = 1 + unevenness * (dice.next() - .5) * (i % 2 == 0 ? 1 : .4);
      points[2 * i] = x + r * radiusX * COS[i];
      points[2 * i + 1] = y + r * radiusY * SIN[i];
    }
    return points;
  }

  /** A leaf from its stalk to its tip. */
  static double[] leaf(double x1, double y1, double x2, double y2, double half) {
    double dx = x2 - x1;
    double dy = y2 - y1;
    double length = Math.max(1e-9, Math.sqrt(dx * dx + dy * dy));
    double nx = -dy / length * half;
    double ny = dx / length * half;
    double[] along = {0, .15, .4, .7, .9, 1};
    double[] across = {0, .62, 1, .72, .3, 0};
    double[] points = new double[20];
    for (int i = 0; i < 6; i++) {
      points[2 * i] = x1 + dx * along[i] + nx * across[i];
      points[2 * i + 1] = y1 + dy * along[i] + ny * across[i];
    }
    for (int i = 4; i > 0; i--) {
      points[2 * (10 - i)] = x1 + dx * along[i] - nx * across[i];
      points[2 * (10 - i) + 1] = y1 + dy * along[i] - ny * across[i];
    }
    return points;
  }

  /** A straight bar from one point to another. */
  static double[] bar(double x1, double y1, double x2, double y2, double width) {
    double dx = x2 - x1;
    double dy = y2 - y1;
    double length = Math.max(1e-9, Math.sqrt(dx * dx + dy * dy));
    double nx = -dy / length * width / 2;
    double ny = dx / length * width / 2;
    return new double[] {x1 + nx, y1 + ny, x2 + nx, y2 + ny, x2 - nx, y2 - ny, x1 - nx, y1 - ny};
  }
}
