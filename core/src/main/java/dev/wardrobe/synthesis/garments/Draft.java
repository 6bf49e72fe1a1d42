package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.scene.Cloth;

/**
 * A design without its looks.
 *
 * @param cut its shape
 * @param trim what is sewn on
 * @param cloth what it is made of
 * @param printed how likely it has a print
 * @param palette which colours it comes in
 */
record Draft(Cut cut, Trim trim, Cloth cloth, double printed, Palette palette) {}
