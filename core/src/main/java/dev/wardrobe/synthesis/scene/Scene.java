package dev.wardrobe.synthesis.scene;

import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.structures.ImageSize;
import java.util.List;

/**
 * All that is in a photo but its background.
 *
 * @param size of the photo
 * @param viewpoint of all garments
 * @param layers from back to front, in pixels of the photo; parts may lie outside it
 * @param garments by their index, which layers name as their item
 */
public record Scene(ImageSize size, Viewpoint viewpoint, List<Layer> layers, List<Worn> garments) {

  /** Copies the lists. */
  public Scene {
    layers = List.copyOf(layers);
    garments = List.copyOf(garments);
  }
}
