/** Training: optimizers, schedules, checkpoints, metrics, and the loop around them. */
@NullMarked
package dev.wardrobe.model.training;

import org.jspecify.annotations.NullMarked;
