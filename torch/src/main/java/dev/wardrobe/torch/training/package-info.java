/** Training: optimizers, schedules, checkpoints, metrics, and the loop around them. */
@NullMarked
package dev.wardrobe.torch.training;

import org.jspecify.annotations.NullMarked;
