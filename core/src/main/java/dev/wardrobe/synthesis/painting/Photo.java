package dev.wardrobe.synthesis.painting;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * The pixels that are painted on.
 *
 * @param frame all of them; its corner is (0, 0)
 * @param pixels 0xRRGGBB, row by row
 * @param painted how much of each pixel is covered by layers so far, 0 to 1
 * @param kinds of the layers that most of each pixel shows
 */
@SuppressWarnings("ArrayRecordComponent") // A value that nobody compares.
record Photo(Frame frame, int[] pixels, float[] painted, Kind[] kinds) {

  /** A copy of an image's pixels. */
  static Photo of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int area = width * height;
    int[] pixels = new int[area];
    image.getRaster().getDataElements(0, 0, width, height, pixels);
    Kind[] kinds = new Kind[area];
    Arrays.fill(kinds, Kind.NOTHING);
    return new Photo(new Frame(0, 0, width, height), pixels, new float[area], kinds);
  }

  /** Copies the pixels back. */
  void writeTo(BufferedImage image) {
    image.getRaster().setDataElements(0, 0, frame.width(), frame.height(), pixels);
  }

  /** Whether a pixel shows a kind of layer. */
  boolean shows(Kind kind, int i) {
    return kinds[i] == kind;
  }

  /** Puts a colour over a share of a pixel. */
  void put(int i, int rgb, float share, Kind kind) {
    pixels[i] = share >= 1 ? rgb : Tone.mix(pixels[i], rgb, share);
    painted[i] += (1 - painted[i]) * share;
    if (share >= .5f) {
      kinds[i] = kind;
    }
  }

  /** Darkens a pixel; a little of the blue light from around stays. */
  void darken(int i, float dark) {
    int rgb = pixels[i];
    pixels[i] =
        Tone.of(
            Tone.red(rgb) * (1 - dark),
            Tone.green(rgb) * (1 - dark),
            Tone.blue(rgb) * (1 - .96f * dark));
  }
}
