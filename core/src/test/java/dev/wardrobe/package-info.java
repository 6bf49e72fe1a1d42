/** What several packages' tests share, and tests of the whole module's shape. */
@NullMarked
package dev.wardrobe;

import org.jspecify.annotations.NullMarked;
