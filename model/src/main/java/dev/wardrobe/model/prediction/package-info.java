/** Models applied to photos: from JPEG files to results. */
@NullMarked
package dev.wardrobe.model.prediction;

import org.jspecify.annotations.NullMarked;
