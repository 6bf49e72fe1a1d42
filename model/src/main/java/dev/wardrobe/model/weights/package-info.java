/** Files of weights: safetensors, and those that torch.save writes. */
@NullMarked
package dev.wardrobe.model.weights;

import org.jspecify.annotations.NullMarked;
