/** Text inside pages and pictures. */
@NullMarked
package dev.wardrobe.markup;

import org.jspecify.annotations.NullMarked;
