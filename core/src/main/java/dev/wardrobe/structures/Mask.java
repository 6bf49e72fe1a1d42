package dev.wardrobe.structures;

/**
 * The pixels of one item: polygons, as DeepFashion2 annotates them, or run lengths, as results and
 * crowd regions hold them.
 */
public sealed interface Mask permits PolygonMask, RleMask {

  /**
   * The mask as run lengths on a photo's grid.
   *
   * @throws IllegalArgumentException if the mask already lies on a grid of another size
   */
  RleMask toRle(ImageSize size);
}
