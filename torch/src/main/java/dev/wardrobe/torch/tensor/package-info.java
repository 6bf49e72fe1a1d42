/** Native tensors: their memory, threads and devices, and moving numbers in and out of them. */
@NullMarked
package dev.wardrobe.torch.tensor;

import org.jspecify.annotations.NullMarked;
