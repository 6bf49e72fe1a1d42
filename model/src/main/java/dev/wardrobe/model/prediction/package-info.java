/** What a trained network finds on photos, and which shop's items look like a consumer's. */
@NullMarked
package dev.wardrobe.model.prediction;

import org.jspecify.annotations.NullMarked;
