package dev.wardrobe.statistics;

import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.dataset.ZoomIn;

/**
 * Items by each of the four attributes, as the annotations say them.
 *
 * @param scale share of the photo
 * @param occlusion share of occluded landmarks
 * @param zoomIn share of landmarks outside the photo
 * @param viewpoint from where the garment is seen
 */
public record AttributeCounts(
    EnumCounts<Scale> scale,
    EnumCounts<Occlusion> occlusion,
    EnumCounts<ZoomIn> zoomIn,
    EnumCounts<Viewpoint> viewpoint) {

  AttributeCounts plus(AttributeCounts other) {
    return new AttributeCounts(
        scale.plus(other.scale),
        occlusion.plus(other.occlusion),
        zoomIn.plus(other.zoomIn),
        viewpoint.plus(other.viewpoint));
  }
}
