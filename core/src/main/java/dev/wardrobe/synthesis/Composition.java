package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Photo;
import dev.wardrobe.synthesis.photography.Exposure;
import dev.wardrobe.synthesis.scene.Scene;

/**
 * A photo before it is drawn.
 *
 * @param photo its annotation
 * @param cast who is in it, and where
 * @param outfit what they show
 * @param assembly the dressed figure, in figure units
 * @param framing where the camera is
 * @param exposure what the camera does to the picture
 */
record Composition(
    Photo photo, Cast cast, Outfit outfit, Assembly assembly, Framing framing, Exposure exposure) {

  /** What is in the photo, as the annotation has it. */
  Scene scene() {
    return assembly.scene(framing, cast.viewpoint());
  }
}
