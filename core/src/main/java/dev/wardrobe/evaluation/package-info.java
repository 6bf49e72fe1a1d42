/**
 * Average precision and recall of boxes, masks and landmarks, the COCO way, as the benchmark's
 * cocoeval.py computes them with DeepFashion2's 294 sigmas.
 */
@NullMarked
package dev.wardrobe.evaluation;

import org.jspecify.annotations.NullMarked;
