/**
 * Garments of the 13 categories: designs made by chance, and the pieces they consist of on a
 * figure, whose outlines run through the landmarks of Figure 2.
 */
@NullMarked
package dev.wardrobe.synthesis.garments;

import org.jspecify.annotations.NullMarked;
