package dev.wardrobe.synthesis.scene;

import dev.wardrobe.dataset.Category;

/**
 * A garment in a scene.
 *
 * @param category what it is
 * @param style identity inside the pair id, 0 for none
 * @param x of its landmarks, in their order; not changed
 * @param y of its landmarks
 * @param layer index of the scene's layer that carries each landmark: later layers hide it
 */
@SuppressWarnings("ArrayRecordComponent") // A value that nobody compares.
public record Worn(Category category, int style, double[] x, double[] y, int[] layer) {}
