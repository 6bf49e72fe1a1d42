/**
 * Figures: who wears the garments, how they stand, and what of them is in front of the garments.
 */
@NullMarked
package dev.wardrobe.synthesis.figures;

import org.jspecify.annotations.NullMarked;
