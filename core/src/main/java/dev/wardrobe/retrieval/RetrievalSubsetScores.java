package dev.wardrobe.retrieval;

/**
 * The scores of one subset.
 *
 * @param subset which queries
 * @param scores over them
 */
public record RetrievalSubsetScores(RetrievalSubset subset, RetrievalScores scores) {}
