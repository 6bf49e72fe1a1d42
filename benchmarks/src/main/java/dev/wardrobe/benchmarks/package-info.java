/** Measurements of the libraries and of whole processes; docs/performance.md has the results. */
@NullMarked
package dev.wardrobe.benchmarks;

import org.jspecify.annotations.NullMarked;
