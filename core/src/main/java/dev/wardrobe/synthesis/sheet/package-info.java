/** Contact sheets: many annotated photos on one page, for people to look at. */
@NullMarked
package dev.wardrobe.synthesis.sheet;

import org.jspecify.annotations.NullMarked;
