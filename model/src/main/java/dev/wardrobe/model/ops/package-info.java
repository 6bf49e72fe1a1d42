/** What detection networks compute beside layers: anchors, boxes, regions, targets. */
@NullMarked
package dev.wardrobe.model.ops;

import org.jspecify.annotations.NullMarked;
