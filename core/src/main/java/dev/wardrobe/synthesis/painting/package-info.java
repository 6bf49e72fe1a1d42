/**
 * Turns scenes into pixels: fabrics, folds, light and shadow in the look of a careful illustration.
 * What is where is decided by the scene alone; nothing here moves an outline.
 */
@NullMarked
package dev.wardrobe.synthesis.painting;

import org.jspecify.annotations.NullMarked;
