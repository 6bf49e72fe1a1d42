/** Pictures of what is annotated or was found: masks, boxes, landmarks and labels over photos. */
@NullMarked
package dev.wardrobe.drawing;

import org.jspecify.annotations.NullMarked;
