/** Model files: weights by name, and what they were made from. */
@NullMarked
package dev.wardrobe.model.weights;

import org.jspecify.annotations.NullMarked;
