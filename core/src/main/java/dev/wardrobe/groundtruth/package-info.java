/**
 * The ground truth as the evaluation counts it: in the numbers of the COCO files, item by item,
 * ready to be looked up by photo and category. Start at {@link
 * dev.wardrobe.groundtruth.GroundTruth}.
 */
@NullMarked
package dev.wardrobe.groundtruth;

import org.jspecify.annotations.NullMarked;
