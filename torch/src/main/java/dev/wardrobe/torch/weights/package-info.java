/** Tensors into files of weights and out of them, those of torch.save included. */
@NullMarked
package dev.wardrobe.torch.weights;

import org.jspecify.annotations.NullMarked;
