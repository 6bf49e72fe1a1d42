/** The exact annotations of made-up photos, from nothing but where their scenes' layers are. */
@NullMarked
package dev.wardrobe.synthesis.annotation;

import org.jspecify.annotations.NullMarked;
