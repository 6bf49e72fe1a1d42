/** DeepFashion2's terms as types: categories, landmark schemas, items, photos, splits. */
@NullMarked
package dev.wardrobe.dataset;

import org.jspecify.annotations.NullMarked;
