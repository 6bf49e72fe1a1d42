/** Layers of networks, with torchvision's parameter names. */
@NullMarked
package dev.wardrobe.model.layers;

import org.jspecify.annotations.NullMarked;
