package dev.wardrobe.synthesis.annotation;

import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.ZoomIn;
import dev.wardrobe.structures.ImageSize;

/**
 * What a glance tells of a garment in a scene, for choosing among scenes: cheap, and all but the
 * box as the exact annotation has it, give or take a landmark at an edge.
 *
 * @param landmarks of the category
 * @param inside how many of them lie in the photo, hidden or not
 * @param hidden how many of those something lies before
 * @param width in pixels, of what would be in the photo if nothing hid it; 0 if nothing would
 * @param height in pixels, likewise
 * @param photo size of the photo
 */
public record Sighting(
    int landmarks, int inside, int hidden, double width, double height, ImageSize photo) {

  /** The share of the photo that the garment's box would fill if nothing hid it. */
  public Scale scale() {
    return Scale.ofShare(width * height / photo.area());
  }

  /** The share of landmarks that are hidden. */
  public Occlusion occlusion() {
    return Occlusion.ofShare(hidden / (double) landmarks);
  }

  /** The share of landmarks outside the photo. */
  public ZoomIn zoomIn() {
    return ZoomIn.ofShare((landmarks - inside) / (double) landmarks);
  }

  /** How many landmarks can be seen. */
  public int visible() {
    return inside - hidden;
  }
}
