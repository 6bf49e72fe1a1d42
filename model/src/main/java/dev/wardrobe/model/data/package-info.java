/** Photos and annotations as batches to train on, and photos as inputs to predict from. */
@NullMarked
package dev.wardrobe.model.data;

import org.jspecify.annotations.NullMarked;
