package dev.wardrobe.statistics;

import dev.wardrobe.structures.ImageSize;
import java.util.OptionalDouble;

/**
 * Sizes of the annotated photos whose size is known, in pixels of the stored grid. All are 0 where
 * none is known.
 *
 * @param photos how many sizes are known
 * @param smallestWidth of all
 * @param largestWidth of all
 * @param smallestHeight of all
 * @param largestHeight of all
 * @param widths the sum of all widths
 * @param heights the sum of all heights
 * @param portrait how many are higher than wide
 * @param square how many are as high as wide
 */
public record SizeCounts(
    long photos,
    int smallestWidth,
    int largestWidth,
    int smallestHeight,
    int largestHeight,
    long widths,
    long heights,
    long portrait,
    long square) {
  /** No size is known. */
  public static final SizeCounts NONE = new SizeCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** One photo. */
  static SizeCounts of(ImageSize size) {
    int width = size.width();
    int height = size.height();
    return new SizeCounts(
        1,
        width,
        width,
        height,
        height,
        width,
        height,
        height > width ? 1 : 0,
        height == width ? 1 : 0);
  }

  /** How many are wider than high. */
  public long landscape() {
    return photos - portrait - square;
  }

  /** The mean width; empty if no size is known. */
  public OptionalDouble meanWidth() {
    return photos == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) widths / photos);
  }

  /** The mean height; empty if no size is known. */
  public OptionalDouble meanHeight() {
    return photos == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) heights / photos);
  }

  SizeCounts plus(SizeCounts other) {
    if (photos == 0 || other.photos == 0) {
      return photos == 0 ? other : this;
    }
    return new SizeCounts(
        photos + other.photos,
        Math.min(smallestWidth, other.smallestWidth),
        Math.max(largestWidth, other.largestWidth),
        Math.min(smallestHeight, other.smallestHeight),
        Math.max(largestHeight, other.largestHeight),
        widths + other.widths,
        heights + other.heights,
        portrait + other.portrait,
        square + other.square);
  }
}
