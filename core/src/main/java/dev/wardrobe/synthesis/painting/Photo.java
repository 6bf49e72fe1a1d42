package dev.wardrobe.synthesis.painting;

import java.awt.image.BufferedImage;

/**
 * The pixels that are painted on.
 *
 * @param frame all of them; its corner is (0, 0)
 * @param pixels 0xRRGGBB, row by row
 * @param painted how much of each pixel is covered by layers so far, 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // A value that nobody compares.
record Photo(Frame frame, int[] pixels, float[] painted) {

  /** A copy of an image's pixels. */
  static Photo of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = new int[width * height];
    image.getRaster().getDataElements(0, 0, width, height, pixels);
    return new Photo(new Frame(0, 0, width, height), pixels, new float[pixels.length]);
  }

  /** Copies the pixels back. */
  void writeTo(BufferedImage image) {
    image.getRaster().setDataElements(0, 0, frame.width(), frame.height(), pixels);
  }
}
