package dev.wardrobe.model.detector;

/**
 * A box that a detector gives.
 *
 * @param x1 in pixels of the input, as all corners
 * @param number of the class, as the network counts them
 */
record Candidate(float x1, float y1, float x2, float y2, float score, long number) {}
