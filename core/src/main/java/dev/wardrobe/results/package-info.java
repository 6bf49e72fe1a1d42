/**
 * Files of results, as models write them for the benchmark: what may stand in them and what is said
 * about bad ones.
 */
@NullMarked
package dev.wardrobe.results;

import org.jspecify.annotations.NullMarked;
