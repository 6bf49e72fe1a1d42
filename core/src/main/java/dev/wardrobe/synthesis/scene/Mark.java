package dev.wardrobe.synthesis.scene;

/**
 * A landmark on the piece that carries it: what later hides the piece there hides the landmark.
 *
 * @param landmark 0-based index in the category
 * @param at where it is
 */
public record Mark(int landmark, Point at) {}
