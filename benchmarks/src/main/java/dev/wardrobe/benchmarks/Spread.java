package dev.wardrobe.benchmarks;

import java.util.List;

/**
 * Figures of several runs.
 *
 * @param median of two in the middle their mean
 * @param least the smallest
 * @param most the largest
 */
record Spread(double median, double least, double most) {
  /** Of at least one figure. */
  static Spread of(List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    int count = sorted.size();
    double median = (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2;
    return new Spread(median, sorted.getFirst(), sorted.getLast());
  }

  @Override
  public String toString() {
    return "%.2f (%.2f .. %.2f)".formatted(median, least, most);
  }
}
