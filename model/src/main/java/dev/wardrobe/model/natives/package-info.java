/** What messages say when native code fails. */
@NullMarked
package dev.wardrobe.model.natives;

import org.jspecify.annotations.NullMarked;
