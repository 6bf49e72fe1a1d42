/**
 * Consumer-to-shop pairs: which items show the same garment, which do not, and the query and
 * gallery lists of the retrieval benchmark.
 */
@NullMarked
package dev.wardrobe.pairs;

import org.jspecify.annotations.NullMarked;
