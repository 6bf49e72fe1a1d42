/** Native tensors: their memory, threads and devices, and moving numbers in and out of them. */
@NullMarked
package dev.wardrobe.model.tensor;

import org.jspecify.annotations.NullMarked;
