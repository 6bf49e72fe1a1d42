package dev.wardrobe.model.ops;

import dev.wardrobe.model.config.RpnConfig;

/**
 * The boxes that the region proposal network starts from: at every place of every pyramid level one
 * of each aspect ratio (Faster R-CNN, section 3.1.1; torchvision's {@code AnchorGenerator}).
 */
public final class Anchors {
  private Anchors() {}

  /**
   * All anchors of one image, x1 y1 x2 y2 in input pixels, by level, row, column and ratio. They
   * depend on the sizes only and may stick out of the image. Base anchors are rounded to whole
   * pixels (halves to the even one) and centred on the upper-left corner of their place.
   *
   * @param config has one anchor size for each level
   * @param featureSizes height and width of each level
   * @param paddedHeight of the batch's images; a level's stride is this over its height, rounded
   *     down
   * @param paddedWidth of the batch's images
   * @throws IllegalArgumentException if there are not as many levels as anchor sizes
   */
  public static float[] of(
      RpnConfig config, int[][] featureSizes, int paddedHeight, int paddedWidth) {
    if (featureSizes.length != config.anchorSizes().size()) {
      throw new IllegalArgumentException(
          "Expected %d levels, one for each anchor size, but got %d"
              .formatted(config.anchorSizes().size(), featureSizes.length));
    }
    int places = 0;
    for (int[] size : featureSizes) {
      places += size[0] * size[1];
    }
    float[] anchors = new float[4 * config.aspectRatios().size() * places];
    int at = 0;
    for (int level = 0; level < featureSizes.length; level++) {
      int[] size = featureSizes[level];
      float[] base = base(config, level);
      int strideY = paddedHeight / size[0];
      int strideX = paddedWidth / size[1];
      for (int row = 0; row < size[0]; row++) {
        for (int column = 0; column < size[1]; column++) {
          at = shift(base, column * strideX, row * strideY, anchors, at);
        }
      }
    }
    return anchors;
  }

  /**
   * The anchors of a level around the origin, x1 y1 x2 y2 of each, by aspect ratio; corners are
   * rounded to whole pixels.
   */
  public static float[] base(RpnConfig config, int level) {
    float size = config.anchorSizes().get(level);
    float[] base = new float[4 * config.aspectRatios().size()];
    int at = 0;
    for (double ratio : config.aspectRatios()) {
      float heightRatio = (float) Math.sqrt((float) ratio);
      float right = (float) Math.rint(1 / heightRatio * size / 2);
      float lower = (float) Math.rint(heightRatio * size / 2);
      base[at++] = -right;
      base[at++] = -lower;
      base[at++] = right;
      base[at++] = lower;
    }
    return base;
  }

  private static int shift(float[] base, int x, int y, float[] anchors, int at) {
    for (int i = 0; i < base.length; i += 4) {
      anchors[at + i] = base[i] + x;
      anchors[at + i + 1] = base[i + 1] + y;
      anchors[at + i + 2] = base[i + 2] + x;
      anchors[at + i + 3] = base[i + 3] + y;
    }
    return at + base.length;
  }
}
