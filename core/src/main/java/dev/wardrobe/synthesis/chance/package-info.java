/** Random choices that are the same on every machine. */
@NullMarked
package dev.wardrobe.synthesis.chance;

import org.jspecify.annotations.NullMarked;
