/**
 * What surrounds the figures of a made-up photo, what the camera does to it, and the JPEG file it
 * ends in.
 */
@NullMarked
package dev.wardrobe.synthesis.photography;

import org.jspecify.annotations.NullMarked;
