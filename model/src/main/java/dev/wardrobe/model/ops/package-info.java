/**
 * What detection networks compute beside layers, on plain arrays: anchors, boxes, masks, targets.
 */
@NullMarked
package dev.wardrobe.model.ops;

import org.jspecify.annotations.NullMarked;
