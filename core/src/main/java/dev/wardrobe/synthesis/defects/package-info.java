/** Known defects, planted into the folders of made-up splits, and where they are. */
@NullMarked
package dev.wardrobe.synthesis.defects;

import org.jspecify.annotations.NullMarked;
