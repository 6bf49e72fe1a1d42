/** The wardrobe command: one class a verb, on top of the libraries. */
@NullMarked
package dev.wardrobe.cli;

import org.jspecify.annotations.NullMarked;
