package dev.wardrobe.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The benchmark of consumer-to-shop retrieval, as the official deepfashion2_retrieval_test.py
 * counts it. Immutable.
 *
 * <ul>
 *   <li>A query is an item of a consumer's photo with a style above 0. Top-k is the share of all
 *       queries that were found among the first k results.
 *   <li>Each row of the results is assigned to the item of its photo with the highest IoU of boxes:
 *       the first of equal ones, also if all are 0; items of style 0 take part. Of the rows
 *       assigned to a query that have its category, the one with the highest score, the first of
 *       equal ones, stands for it. A query without such a row is missed, or, if its photo has no
 *       row at all, without detections; either way not found.
 *   <li>A result is a hit if a gallery item of the query's pair id and style, of whatever category,
 *       lies in its photo with an IoU of at least 0.5.
 *   <li>Scores and overlaps that are not numbers come before all others, as in numpy's argmax.
 * </ul>
 *
 * <p>Different from the official script on purpose, all of it counted:
 *
 * <ul>
 *   <li>a query that no gallery item matches (an orphan) ends the script; here it is not found;
 *   <li>so does a row with fewer than 20 results, or rows of different lengths; here the missing
 *       results are no hits, and of more than 20 only the first 20 count in both;
 *   <li>so does a photo whose items have two pair ids; here each keeps its own;
 *   <li>without any query the script divides by zero; here the shares are -1.
 * </ul>
 */
public final class RetrievalEvaluation {
  private static final double HIT = 0.5;

  private final List<QueryOutcome> outcomes;
  private final RetrievalCounts counts;
  private final boolean boxesAreGroundTruth;

  private RetrievalEvaluation(
      List<QueryOutcome> outcomes, RetrievalCounts counts, boolean boxesAreGroundTruth) {
    this.outcomes = outcomes;
    this.counts = counts;
    this.boxesAreGroundTruth = boxesAreGroundTruth;
  }

  /** Scores results. */
  public static RetrievalEvaluation of(RetrievalGroundTruth groundTruth, RetrievalResults results) {
    List<QueryItem> queries = groundTruth.queries();
    GalleryIndex gallery = new GalleryIndex(groundTruth.gallery());
    RowAssignment rows = new RowAssignment(queries, results);
    List<QueryOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      QueryItem query = queries.get(i);
      if (query.isQuery()) {
        int row = rows.row(i);
        outcomes.add(
            new QueryOutcome(
                i,
                query,
                gallery.matches(query),
                rows.detected(i),
                row,
                row < 0 ? 0 : results.resultCount(row),
                row < 0 ? 0 : firstHit(query, row, results, gallery)));
      }
    }
    RetrievalCounts counts =
        new RetrievalCounts(
            queries.size(),
            groundTruth.gallery().size(),
            results.size(),
            results.leftOut(),
            results.shortRows(),
            rows.rowsOfOtherPhotos(),
            rows.photosOfSeveralPairs());
    return new RetrievalEvaluation(List.copyOf(outcomes), counts, rows.onGroundTruth());
  }

  private static int firstHit(
      QueryItem query, int row, RetrievalResults results, GalleryIndex gallery) {
    for (int rank = 1; rank <= results.resultCount(row); rank++) {
      for (GalleryItem match : gallery.matches(query, results.galleryImageId(row, rank))) {
        if (results.iou(row, rank, match) >= HIT) {
          return rank;
        }
      }
    }
    return 0;
  }

  /** What became of each query, in the order of the query list. */
  public List<QueryOutcome> outcomes() {
    return outcomes;
  }

  /** What went in, and how much of it had no effect. */
  public RetrievalCounts counts() {
    return counts;
  }

  /**
   * Whether the ground truth's boxes were used for the queries: the box of every row is exactly
   * that of an item of its photo. False without rows; rows for other photos do not matter. The
   * paper's Table 9 has columns for both, Table 8 is for detected boxes.
   */
  public boolean boxesAreGroundTruth() {
    return boxesAreGroundTruth;
  }

  /** The scores over all queries. */
  public RetrievalScores overall() {
    return RetrievalScores.of(outcomes);
  }

  /**
   * The scores over some queries: of a category, of a list of photos, {@link
   * QueryOutcome#hasManyMatches those of Table 9}. Rows are assigned as before.
   */
  public RetrievalScores scores(Predicate<QueryOutcome> among) {
    return RetrievalScores.of(outcomes.stream().filter(among).toList());
  }

  /** The scores of subsets of all queries, in their order. */
  public List<RetrievalSubsetScores> subsets(List<RetrievalSubset> subsets) {
    return subsets(outcome -> true, subsets);
  }

  /**
   * The scores of subsets, in their order.
   *
   * @param among which queries are looked at at all, such as {@link QueryOutcome#hasManyMatches}
   */
  public List<RetrievalSubsetScores> subsets(
      Predicate<QueryOutcome> among, List<RetrievalSubset> subsets) {
    return subsets.stream()
        .map(subset ->
            new RetrievalSubsetScores(
                subset, scores(among.and(outcome -> subset.contains().test(outcome.item())))))
        .toList();
  }
}
