/** Tables for people, as text for a terminal. */
@NullMarked
package dev.wardrobe.tables;

import org.jspecify.annotations.NullMarked;
