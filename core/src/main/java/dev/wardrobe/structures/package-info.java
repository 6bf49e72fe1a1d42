/** Plain geometry in the pixel grid of one photo: boxes, masks, landmarks. Knows no file format. */
@NullMarked
package dev.wardrobe.structures;

import org.jspecify.annotations.NullMarked;
