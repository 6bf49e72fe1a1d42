package dev.wardrobe.structures;

/**
 * The size of a photo's stored pixel grid; an EXIF rotation is never applied to it.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record ImageSize(int width, int height) {

  /**
   * Checks the size.
   *
   * @throws IllegalArgumentException if a side is below 1
   */
  public ImageSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "Expected a width and height of at least 1, but got %d x %d".formatted(width, height));
    }
  }

  /** Width times height, in square pixels. */
  public long area() {
    return (long) width * height;
  }

  /** The size as {@code WIDTHxHEIGHT}. */
  @Override
  public String toString() {
    return width + "x" + height;
  }
}
