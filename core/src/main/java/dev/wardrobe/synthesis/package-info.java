/**
 * A made-up DeepFashion2: photos whose annotations are right by construction, written as the data
 * set lays them out, and results of a made-up model for them.
 *
 * <p>{@link dev.wardrobe.synthesis.PhotoGenerator} composes each photo from its number alone: who
 * is in it and what they wear ({@code garments}, {@code figures}) become one {@code scene} of flat
 * layers, which {@code annotation} measures and {@code painting} draws before the backdrops of
 * {@code photography}. Known {@code defects} can be planted, and a {@code sheet} shows it all.
 */
@NullMarked
package dev.wardrobe.synthesis;

import org.jspecify.annotations.NullMarked;
