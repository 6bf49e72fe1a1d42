/** Layers of networks, with torchvision's parameter names. */
@NullMarked
package dev.wardrobe.torch.layers;

import org.jspecify.annotations.NullMarked;
