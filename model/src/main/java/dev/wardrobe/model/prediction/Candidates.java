package dev.wardrobe.model.prediction;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The rows that may be among the best so many, by scores that are right within some slack: all
 * whose score is not surely worse.
 */
final class Candidates {
  private static final int SPARE = 4;

  private final int most;
  private int[] rows;
  private double[] scores;
  private int count;
  private double slack;
  private double bar = Double.NEGATIVE_INFINITY;

  /** No candidates yet for a number of places. */
  Candidates(int most) {
    this.most = most;
    rows = new int[SPARE * most];
    scores = new double[SPARE * most];
  }

  /** How far two scores may be apart that are equal in truth, from now on at least. */
  void slack(double value) {
    slack = Math.max(slack, value);
  }

  void add(int row, double score) {
    if (score < bar) {
      return;
    }
    if (count == rows.length) {
      drop();
      if (2 * count > rows.length) {
        rows = Arrays.copyOf(rows, 2 * rows.length);
        scores = Arrays.copyOf(scores, 2 * scores.length);
      }
    }
    rows[count] = row;
    scores[count++] = score;
  }

  /** Drops what is surely worse than the best so many. */
  private void drop() {
    if (count <= most) {
      return;
    }
    double[] sorted = Arrays.copyOf(scores, count);
    Arrays.sort(sorted);
    bar = Math.max(bar, sorted[count - most] - slack);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (scores[i] >= bar) {
        rows[kept] = rows[i];
        scores[kept++] = scores[i];
      }
    }
    count = kept;
  }

  /** The candidates in the order in which they were added. */
  int[] rows() {
    drop();
    return Arrays.copyOf(rows, count);
  }

  /** Places of the best so many scores, best first; of equal ones the earlier first. */
  static int[] best(int most, double... scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
        .limit(most)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
