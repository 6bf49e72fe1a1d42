package dev.wardrobe.synthesis.painting;

import dev.wardrobe.synthesis.scene.Layer;
import dev.wardrobe.synthesis.scene.Scene;
import java.awt.image.BufferedImage;

/**
 * Paints scenes. The same scene gives the same pixels on every machine; one painter may serve
 * several threads.
 */
public final class ScenePainter {
  private ScenePainter() {}

  /**
   * Paints all layers of a scene, from back to front, over what is in an image already. Each layer
   * throws a soft shadow on what is around it. What lies outside the image is cut off; layers
   * without area change nothing.
   *
   * @param image of type {@link BufferedImage#TYPE_INT_RGB}; its pixels are those of the scene,
   *     whose own size does not matter
   * @throws IllegalArgumentException if the image is of another type
   */
  public static void paint(Scene scene, BufferedImage image) {
    if (image.getType() != BufferedImage.TYPE_INT_RGB) {
      throw new IllegalArgumentException(
          "Expected an image of type TYPE_INT_RGB (1), but got type " + image.getType());
    }
    Photo photo = Photo.of(image);
    for (Layer layer : scene.layers()) {
      LayerPainter.paint(layer, photo);
    }
    photo.writeTo(image);
  }
}
