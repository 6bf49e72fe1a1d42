package dev.wardrobe.statistics;

/**
 * What the consumer-to-shop retrieval benchmark has to work with.
 *
 * @param positive (consumer item, shop item) with equal pair id and equal style above 0, inside one
 *     split
 * @param queries items of consumer photos with style above 0: the denominator of top-k accuracy
 * @param orphanQueries queries that no shop item of the split matches
 * @param gallery items of shop photos with style above 0
 * @param orphanGallery gallery items that no query of the split matches
 * @param queryRows all items of consumer photos, style 0 included: the rows of the official query
 *     list
 */
public record PairCounts(
    long positive,
    long queries,
    long orphanQueries,
    long gallery,
    long orphanGallery,
    long queryRows) {

  PairCounts plus(PairCounts other) {
    return new PairCounts(
        positive + other.positive,
        queries + other.queries,
        orphanQueries + other.orphanQueries,
        gallery + other.gallery,
        orphanGallery + other.orphanGallery,
        queryRows + other.queryRows);
  }
}
