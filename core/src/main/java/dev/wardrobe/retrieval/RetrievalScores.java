package dev.wardrobe.retrieval;

import java.util.List;

/**
 * The scores of the benchmark over some queries.
 *
 * @param queries how many there are: the denominator (query_num); those without any detection,
 *     missed ones and orphans are among them
 * @param missed those whose photo has rows but none that stands for them (miss_num)
 * @param withoutDetections those whose photo has no row; not among the missed
 * @param orphans those that no gallery item matches
 * @param shortRows those whose row has fewer than 20 results
 * @param correctWithin how many were found among the first 1, 2, ... 20 results
 */
public record RetrievalScores(
    int queries,
    int missed,
    int withoutDetections,
    int orphans,
    int shortRows,
    List<Integer> correctWithin) {

  /** The numbers of results that the benchmark looks at. */
  public static final List<Integer> CUTOFFS = List.of(1, 5, 10, 15, 20);

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if it has not 20 numbers
   */
  public RetrievalScores {
    correctWithin = List.copyOf(correctWithin);
    if (correctWithin.size() != RetrievalResults.RESULTS) {
      throw new IllegalArgumentException(
          "Expected %d numbers, but got %d"
              .formatted(RetrievalResults.RESULTS, correctWithin.size()));
    }
  }

  static RetrievalScores of(Iterable<QueryOutcome> outcomes) {
    int queries = 0;
    int missed = 0;
    int withoutDetections = 0;
    int orphans = 0;
    int shortRows = 0;
    int[] firstHits = new int[RetrievalResults.RESULTS + 1];
    for (QueryOutcome outcome : outcomes) {
      queries++;
      missed += outcome.missed() ? 1 : 0;
      withoutDetections += outcome.detected() ? 0 : 1;
      orphans += outcome.matches() == 0 ? 1 : 0;
      boolean isShort = outcome.row() >= 0 && outcome.results() < RetrievalResults.RESULTS;
      shortRows += isShort ? 1 : 0;
      firstHits[outcome.rank()]++;
    }
    Integer[] within = new Integer[RetrievalResults.RESULTS];
    int correct = 0;
    for (int k = 1; k <= within.length; k++) {
      correct += firstHits[k];
      within[k - 1] = correct;
    }
    return new RetrievalScores(
        queries, missed, withoutDetections, orphans, shortRows, List.of(within));
  }

  /**
   * How many queries were found among the first {@code k} results.
   *
   * @param k 1 to 20
   * @throws IllegalArgumentException if it is another number
   */
  public int correct(int k) {
    if (k < 1 || k > correctWithin.size()) {
      throw new IllegalArgumentException(
          "Expected 1 to %d results, but got %d".formatted(correctWithin.size(), k));
    }
    return correctWithin.get(k - 1);
  }

  /**
   * The share of queries found among the first {@code k} results, 0 to 1; -1 if there is no query,
   * where the official script divides by zero.
   *
   * @param k 1 to 20
   * @throws IllegalArgumentException if it is another number
   */
  public double top(int k) {
    int correct = correct(k);
    return queries == 0 ? -1 : (double) correct / queries;
  }
}
