package dev.wardrobe.synthesis.figures;

import java.util.Arrays;

/** The convex outline around discs: feet and shoes are made of such. */
final class Hull {
  private static final int DISC = 16;
  private static final double[] CIRCLE = Outline.ellipse(0, 0, 1, 1, DISC);

  private Hull() {}

  /** Around ellipses, each given as x, y, half width, half height. */
  static double[] around(double... discs) {
    double[][] points = new double[discs.length / 4 * DISC][];
    for (int disc = 0; disc < discs.length; disc += 4) {
      for (int i = 0; i < DISC; i++) {
        points[disc / 4 * DISC + i] =
            new double[] {
              discs[disc] + discs[disc + 2] * CIRCLE[2 * i],
              discs[disc + 1] + discs[disc + 3] * CIRCLE[2 * i + 1]
            };
      }
    }
    Arrays.sort(points, Hull::compared);
    return chains(points);
  }

  private static int compared(double[] one, double[] other) {
    int byX = Double.compare(one[0], other[0]);
    return byX != 0 ? byX : Double.compare(one[1], other[1]);
  }

  /** Andrew's monotone chain over sorted points. */
  private static double[] chains(double[][] sorted) {
    double[][] hull = new double[2 * sorted.length][];
    int size = 0;
    for (double[] point : sorted) {
      size = pushed(hull, size, 2, point);
    }
    int lower = size + 1;
    for (int i = sorted.length - 2; i >= 0; i--) {
      size = pushed(hull, size, lower, sorted[i]);
    }
    double[] polygon = new double[2 * (size - 1)];
    for (int i = 0; i < size - 1; i++) {
      polygon[2 * i] = hull[i][0];
      polygon[2 * i + 1] = hull[i][1];
    }
    return polygon;
  }

  private static int pushed(double[][] hull, int size, int least, double[] point) {
    int kept = size;
    while (kept >= least && turn(hull[kept - 2], hull[kept - 1], point) <= 1e-12) {
      kept--;
    }
    hull[kept] = point;
    return kept + 1;
  }

  private static double turn(double[] a, double[] b, double[] c) {
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  }
}
