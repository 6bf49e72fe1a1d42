package dev.wardrobe.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How often each whole number from 0 on occurs.
 *
 * @param bins how often 0, 1, 2, ... occur; the last of the {@value #BINS} bins is for its number
 *     and all above; copied
 * @param sum of all numbers
 * @param largest of all numbers; 0 if there is none
 */
public record Histogram(List<Long> bins, long sum, long largest) {
  /** How many bins there are. */
  public static final int BINS = 11;

  /**
   * Copies the bins.
   *
   * @throws IllegalArgumentException if they are not {@value #BINS}
   */
  public Histogram {
    if (bins.size() != BINS) {
      throw new IllegalArgumentException(
          "Expected %d bins, but got %d".formatted(BINS, bins.size()));
    }
    bins = List.copyOf(bins);
  }

  /** How many numbers there are. */
  public long total() {
    return bins.stream().mapToLong(Long::longValue).sum();
  }

  /** The mean of all numbers; empty if there is none. */
  public OptionalDouble mean() {
    long total = total();
    return total == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum / total);
  }

  /** A bin's number, such as "3", or "10 or more" for the last. */
  public static String label(int bin) {
    return bin == BINS - 1 ? bin + " or more" : Integer.toString(bin);
  }

  /** This histogram and another together. */
  Histogram plus(Histogram other) {
    List<Long> both = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      both.add(bins.get(i) + other.bins.get(i));
    }
    return new Histogram(both, sum + other.sum, Math.max(largest, other.largest));
  }

  /** Collects numbers. */
  static final class Tally {
    private final long[] bins = new long[BINS];
    private long sum;
    private long largest;

    void add(int number) {
      bins[Math.min(number, BINS - 1)]++;
      sum += number;
      largest = Math.max(largest, number);
    }

    void merge(Tally other) {
      for (int i = 0; i < BINS; i++) {
        bins[i] += other.bins[i];
      }
      sum += other.sum;
      largest = Math.max(largest, other.largest);
    }

    Histogram toHistogram() {
      List<Long> list = new ArrayList<>();
      for (long bin : bins) {
        list.add(bin);
      }
      return new Histogram(list, sum, largest);
    }
  }
}
