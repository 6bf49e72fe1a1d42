/**
 * Made-up data sets: photos whose annotations are right by construction, and known flaws planted
 * into them, and results of a made-up model for them. The photos are sketches, flat silhouettes on
 * plain ground; they stand in for real data in demonstrations, tests and benchmarks, not for
 * training.
 */
@NullMarked
package dev.wardrobe.synthesis;

import org.jspecify.annotations.NullMarked;
