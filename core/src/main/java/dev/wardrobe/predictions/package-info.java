/** What a model found on photos, and its files: the official results, item features, a list. */
@NullMarked
package dev.wardrobe.predictions;

import org.jspecify.annotations.NullMarked;
