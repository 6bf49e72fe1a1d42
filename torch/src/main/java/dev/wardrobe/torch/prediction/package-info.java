/** A trained network as an engine that predictors use. */
@NullMarked
package dev.wardrobe.torch.prediction;

import org.jspecify.annotations.NullMarked;
