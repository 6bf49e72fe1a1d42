package dev.wardrobe.torch.ops;

import dev.wardrobe.model.ops.BoxArrays;

/** Where the places of a pyramid lie when all levels of one image follow those of another. */
final class PyramidRows {
  /** The level that regions of the canonical size are read from, as the logarithm of its stride. */
  private static final int CANONICAL_LEVEL = 4;

  /** The stride of the finest level, as a logarithm. */
  private static final int FINEST_LEVEL = 2;

  private static final double SLACK = 1e-6;

  private final int[][] sizes;
  private final int[] starts;
  private final int rowsPerImage;

  /**
   * Rows of a pyramid.
   *
   * @param sizes height and width of each level
   */
  PyramidRows(int[][] sizes) {
    this.sizes = sizes;
    starts = new int[sizes.length];
    int row = 0;
    for (int level = 0; level < sizes.length; level++) {
      starts[level] = row;
      row += sizes[level][0] * sizes[level][1];
    }
    rowsPerImage = row;
  }

  /**
   * The level that a box is read from, 0 for the finest: torchvision's LevelMapper, which rounds
   * the logarithm of the box's size down.
   */
  int levelOf(float[] boxes, int box, int canonicalSize) {
    float side = (float) Math.sqrt(BoxArrays.area(boxes, box));
    float octaves = (float) (Math.log(side / canonicalSize) / Math.log(2));
    double level = Math.floor(CANONICAL_LEVEL + octaves + (float) SLACK) - FINEST_LEVEL;
    return (int) Math.min(Math.max(level, 0), sizes.length - 1);
  }

  /** How many input pixels a place of a level is wide, inverted. */
  float scale(int level) {
    return 1f / (1 << (FINEST_LEVEL + level));
  }

  int height(int level) {
    return sizes[level][0];
  }

  int width(int level) {
    return sizes[level][1];
  }

  /** The row of the first place of a level of an image. */
  int first(int image, int level) {
    return image * rowsPerImage + starts[level];
  }
}
