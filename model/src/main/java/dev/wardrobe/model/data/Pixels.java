package dev.wardrobe.model.data;

/** Pixels of one image as bytes: red, green, blue of the first pixel, row by row. */
public final class Pixels {
  private final int width;
  private final int height;
  private final byte[] rgb;

  /**
   * Pixels.
   *
   * @param rgb 3 bytes a pixel; not copied
   */
  public Pixels(int width, int height, byte[] rgb) {
    if (rgb.length != 3L * width * height) {
      throw new IllegalArgumentException(
          "Expected 3 bytes for each of %d x %d pixels, but got %d"
              .formatted(width, height, rgb.length));
    }
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  /** How many columns there are. */
  public int width() {
    return width;
  }

  /** How many rows there are. */
  public int height() {
    return height;
  }

  /** The bytes themselves, not a copy. */
  public byte[] rgb() {
    return rgb;
  }

  /**
   * One number of a pixel, 0 to 255.
   *
   * @param channel 0 red, 1 green, 2 blue
   */
  public int at(int column, int row, int channel) {
    return rgb[3 * (row * width + column) + channel] & 255;
  }
}
