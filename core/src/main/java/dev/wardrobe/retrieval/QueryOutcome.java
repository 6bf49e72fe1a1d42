package dev.wardrobe.retrieval;

/**
 * What became of one query.
 *
 * @param query its index among the ground truth's queries
 * @param item the query itself
 * @param matches how many gallery items match it; a query with 0 is an orphan, which nothing can
 *     find
 * @param detected whether there is any row for its photo
 * @param row the row that stands for it, -1 if there is none
 * @param results how many results that row has, 0 if there is none
 * @param rank the rank of the first hit among them, from 1; 0 if there is none
 */
public record QueryOutcome(
    int query, QueryItem item, int matches, boolean detected, int row, int results, int rank) {
  private static final int MANY = 5;

  /** Whether its photo has rows but none stands for it: the official script's miss_num. */
  public boolean missed() {
    return detected && row < 0;
  }

  /** Whether more than 5 gallery items match it: the queries of the paper's Table 9. */
  public boolean hasManyMatches() {
    return matches > MANY;
  }

  /** Whether it was found among the first {@code k} results. */
  public boolean foundWithin(int k) {
    return rank > 0 && rank <= k;
  }
}
