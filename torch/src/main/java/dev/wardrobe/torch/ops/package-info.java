/** What detection networks compute beside layers, on tensors. */
@NullMarked
package dev.wardrobe.torch.ops;

import org.jspecify.annotations.NullMarked;
