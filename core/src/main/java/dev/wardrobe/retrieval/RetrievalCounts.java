package dev.wardrobe.retrieval;

/**
 * What went into an evaluation, and how much of it had no effect.
 *
 * @param queryItems items of consumers' photos, those of style 0 included
 * @param galleryItems items of shops' photos in the ground truth
 * @param rows rows of the results, without those left out
 * @param leftOut bad records that were left out
 * @param shortRows rows with fewer than 20 results
 * @param rowsOfOtherPhotos rows for photos that have no query item: without any effect, as in the
 *     official script
 * @param photosOfSeveralPairs consumers' photos whose items have more than one pair id, at which
 *     the official script ends; here each item keeps its own
 */
public record RetrievalCounts(
    int queryItems,
    int galleryItems,
    int rows,
    long leftOut,
    int shortRows,
    int rowsOfOtherPhotos,
    int photosOfSeveralPairs) {}
