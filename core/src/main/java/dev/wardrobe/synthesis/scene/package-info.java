/**
 * What is in a made-up photo, as flat layers from back to front: the one description that both the
 * annotations and the pixels come from, so that they cannot disagree.
 */
@NullMarked
package dev.wardrobe.synthesis.scene;

import org.jspecify.annotations.NullMarked;
