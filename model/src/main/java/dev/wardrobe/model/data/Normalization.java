package dev.wardrobe.model.data;

import dev.wardrobe.model.config.InputConfig;

/** Turns bytes into a network's numbers: divided by 255, less the mean, over the deviation. */
final class Normalization {
  private final float[] red;
  private final float[] green;
  private final float[] blue;

  Normalization(InputConfig input) {
    red = table(input, 0);
    green = table(input, 1);
    blue = table(input, 2);
  }

  /** The number of each byte, in 32-bit steps as torchvision takes them. */
  private static float[] table(InputConfig input, int channel) {
    float mean = input.mean().get(channel).floatValue();
    float deviation = input.deviation().get(channel).floatValue();
    float[] table = new float[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = (i / 255f - mean) / deviation;
    }
    return table;
  }

  /**
   * Writes an image's three planes into the upper left corner of larger ones.
   *
   * @param flip whether to mirror it left to right
   * @param planes three planes of {@code planeHeight} x {@code planeWidth}, from {@code offset} on
   */
  void write(
      Pixels pixels, boolean flip, float[] planes, int offset, int planeHeight, int planeWidth) {
    byte[] rgb = pixels.rgb();
    int plane = planeHeight * planeWidth;
    int step = flip ? -3 : 3;
    for (int row = 0; row < pixels.height(); row++) {
      int at = 3 * (row * pixels.width() + (flip ? pixels.width() - 1 : 0));
      int to = offset + row * planeWidth;
      for (int column = 0; column < pixels.width(); column++, at += step, to++) {
        planes[to] = red[rgb[at] & 255];
        planes[to + plane] = green[rgb[at + 1] & 255];
        planes[to + 2 * plane] = blue[rgb[at + 2] & 255];
      }
    }
  }
}
