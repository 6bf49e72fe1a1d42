package dev.wardrobe.synthesis.scene;

/**
 * Something drawn on a layer that changes nothing about where the layer is: seams, folds, pockets.
 * It is cut off at the layer's edge. Widths are in the layer's units and grow with it.
 */
public sealed interface Detail {

  /** This detail where a warp takes it, with widths times a factor. */
  Detail moved(Warp warp, double scale);

  /**
   * A thin line, darker than what it is on.
   *
   * @param line x1, y1, x2, y2, ...
   * @param width of the line
   * @param stitched whether it is dashed
   */
  @SuppressWarnings("ArrayRecordComponent") // A value that nobody compares.
  record Seam(double[] line, double width, boolean stitched) implements Detail {
    @Override
    public Detail moved(Warp warp, double scale) {
      return new Seam(warp.apply(line), width * scale, stitched);
    }
  }

  /**
   * A soft crease that fades out to its sides and ends.
   *
   * @param line x1, y1, x2, y2, ...
   * @param width from light to shadow
   * @param strength -1 to 1: positive is a shadow, negative a highlight, 0 nothing
   */
  @SuppressWarnings("ArrayRecordComponent") // A value that nobody compares.
  record Fold(double[] line, double width, double strength) implements Detail {
    @Override
    public Detail moved(Warp warp, double scale) {
      return new Fold(warp.apply(line), width * scale, strength);
    }
  }

  /**
   * A small flat piece on top: a pocket, a button, a belt, a collar.
   *
   * @param polygon x1, y1, x2, y2, ..., open
   * @param material of the piece
   * @param light times the usual brightness, 1 for the usual
   * @param outlined whether it has a seam around and casts a small shadow
   * @param anchor how the material lies
   */
  @SuppressWarnings("ArrayRecordComponent") // A value that nobody compares.
  record Patch(double[] polygon, Material material, double light, boolean outlined, Anchor anchor)
      implements Detail {
    @Override
    public Detail moved(Warp warp, double scale) {
      return new Patch(warp.apply(polygon), material, light, outlined, anchor.moved(warp));
    }
  }

  /**
   * A printed emblem of shapes, different for each seed; no letters.
   *
   * @param anchor its middle; its directions and unit
   * @param size of its longer side, in units of the anchor
   * @param seed of what it shows
   * @param first colour
   * @param second colour
   */
  record Motif(Anchor anchor, double size, long seed, int first, int second) implements Detail {
    @Override
    public Detail moved(Warp warp, double scale) {
      return new Motif(anchor.moved(warp), size, seed, first, second);
    }
  }
}
