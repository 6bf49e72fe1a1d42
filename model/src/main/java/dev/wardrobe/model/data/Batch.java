package dev.wardrobe.model.data;

import java.util.List;

/**
 * Input images of one step, padded with zeros at the right and the bottom to one size.
 *
 * @see dev.wardrobe.model.config.InputConfig
 */
public final class Batch {
  private final float[] pixels;
  private final int height;
  private final int width;
  private final List<ImageTargets> targets;

  /**
   * A batch.
   *
   * @param pixels image, channel (red, green, blue), row, column; the last fastest; normalised; not
   *     copied
   * @param height of all images, padding included
   * @param width of all images, padding included
   * @param targets one for each image, in order
   */
  public Batch(float[] pixels, int height, int width, List<ImageTargets> targets) {
    if (pixels.length != 3L * height * width * targets.size()) {
      throw new IllegalArgumentException(
          "Expected %d images of 3 x %d x %d, but got %d numbers"
              .formatted(targets.size(), height, width, pixels.length));
    }
    this.pixels = pixels;
    this.height = height;
    this.width = width;
    this.targets = List.copyOf(targets);
  }

  /** How many images there are. */
  public int size() {
    return targets.size();
  }

  /** The pixels themselves, not a copy: image, channel, row, column. */
  public float[] pixels() {
    return pixels;
  }

  /** Height of all images, padding included. */
  public int height() {
    return height;
  }

  /** Width of all images, padding included. */
  public int width() {
    return width;
  }

  /** What is to be found, and the sizes without padding. */
  public List<ImageTargets> targets() {
    return targets;
  }
}
