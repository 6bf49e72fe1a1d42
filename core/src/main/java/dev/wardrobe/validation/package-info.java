/** Checks of a data set beyond the format of single files: geometry, attributes, pairs, pixels. */
@NullMarked
package dev.wardrobe.validation;

import org.jspecify.annotations.NullMarked;
