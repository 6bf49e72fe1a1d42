package dev.wardrobe.dataset;

import java.util.Optional;

/**
 * The four attributes by which the paper's tables split results. Each is empty where the file did
 * not say it or said something impossible; the official COCO files have none of them.
 *
 * @param scale share of the photo
 * @param occlusion share of occluded landmarks
 * @param zoomIn share of landmarks outside the photo
 * @param viewpoint from where the garment is seen
 */
public record Attributes(
    Optional<Scale> scale,
    Optional<Occlusion> occlusion,
    Optional<ZoomIn> zoomIn,
    Optional<Viewpoint> viewpoint) {

  /** Nothing is known. */
  public static final Attributes UNKNOWN =
      new Attributes(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** All four are known. */
  public static Attributes of(
      Scale scale, Occlusion occlusion, ZoomIn zoomIn, Viewpoint viewpoint) {
    return new Attributes(
        Optional.of(scale), Optional.of(occlusion), Optional.of(zoomIn), Optional.of(viewpoint));
  }
}
