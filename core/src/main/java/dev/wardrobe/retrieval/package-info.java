/**
 * The benchmark of consumer-to-shop retrieval: given an item in a consumer's photo, is the same
 * garment among the first results from the shops? Start at {@link
 * dev.wardrobe.retrieval.RetrievalEvaluation}.
 */
@NullMarked
package dev.wardrobe.retrieval;

import org.jspecify.annotations.NullMarked;
