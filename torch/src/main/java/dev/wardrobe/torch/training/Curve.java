package dev.wardrobe.torch.training;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a chart: means of neighbouring points, so that a long training fits into a picture,
 * with the least and the greatest of each mean.
 *
 * @param name what it shows
 * @param points from left to right
 */
record Curve(String name, List<Point> points) {
  private static final int MOST_POINTS = 160;

  /** The mean of some neighbouring points, the places of which are averaged, too. */
  record Point(double x, double mean, double least, double greatest) {}

  /** Keeps a copy. */
  Curve {
    points = List.copyOf(points);
  }

  /**
   * A curve through the values that are numbers.
   *
   * @param x ascending
   * @param y as many; NaN where there is none
   */
  static Curve of(String name, double[] x, double[] y) {
    int[] known =
        java.util.stream.IntStream.range(0, x.length).filter(i -> Double.isFinite(y[i])).toArray();
    int bins = Math.min(MOST_POINTS, known.length);
    List<Point> points = new ArrayList<>(bins);
    for (int bin = 0; bin < bins; bin++) {
      int from = (int) ((long) bin * known.length / bins);
      int to = (int) ((bin + 1L) * known.length / bins);
      double sumX = 0;
      double sum = 0;
      double least = Double.POSITIVE_INFINITY;
      double greatest = Double.NEGATIVE_INFINITY;
      for (int i = from; i < to; i++) {
        sumX += x[known[i]];
        sum += y[known[i]];
        least = Math.min(least, y[known[i]]);
        greatest = Math.max(greatest, y[known[i]]);
      }
      points.add(new Point(sumX / (to - from), sum / (to - from), least, greatest));
    }
    return new Curve(name, points);
  }
}
