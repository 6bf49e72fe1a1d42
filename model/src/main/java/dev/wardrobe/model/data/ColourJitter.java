package dev.wardrobe.model.data;

import dev.wardrobe.synthesis.chance.Dice;

/**
 * Changes brightness, contrast and saturation of an image's bytes, one after the other, as
 * torchvision's {@code adjust_brightness}, {@code adjust_contrast} and {@code adjust_saturation} do
 * on bytes: each value is blended with black, with the mean grey of the image, or with the pixel's
 * grey; then clipped and cut to an integer.
 */
final class ColourJitter {
  /** Changes nothing. */
  static final ColourJitter NONE = new ColourJitter(1, 1, 1, 0, 1, 2);

  private static final int BRIGHTNESS = 0;
  private static final int CONTRAST = 1;

  private final double[] factors;
  private final int[] order;

  /**
   * A change.
   *
   * @param brightness factor, 0 or more; 1 changes nothing
   * @param contrast factor
   * @param saturation factor
   * @param order 0 brightness, 1 contrast, 2 saturation, in the order in which they are changed
   */
  ColourJitter(double brightness, double contrast, double saturation, int... order) {
    this.factors = new double[] {brightness, contrast, saturation};
    this.order = order;
  }

  /** Draws factors between 1 - strength and 1 + strength, and their order. */
  static ColourJitter draw(double strength, Dice dice) {
    double brightness = dice.between(1 - strength, 1 + strength);
    double contrast = dice.between(1 - strength, 1 + strength);
    double saturation = dice.between(1 - strength, 1 + strength);
    return new ColourJitter(brightness, contrast, saturation, dice.permutation(3));
  }

  /** Changes pixels in place. */
  void apply(Pixels pixels) {
    byte[] rgb = pixels.rgb();
    for (int kind : order) {
      float factor = (float) factors[kind];
      float rest = (float) (1 - factors[kind]);
      if (factor == 1) {
        continue;
      }
      if (kind == BRIGHTNESS) {
        applyTable(rgb, factor, 0);
      } else if (kind == CONTRAST) {
        applyTable(rgb, factor, rest * meanGrey(rgb));
      } else {
        saturate(rgb, factor, rest);
      }
    }
  }

  private static void applyTable(byte[] rgb, float factor, float added) {
    byte[] table = new byte[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = clipped(factor * i + added);
    }
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = table[rgb[i] & 255];
    }
  }

  private static void saturate(byte[] rgb, float factor, float rest) {
    for (int i = 0; i < rgb.length; i += 3) {
      float added = rest * grey(rgb, i);
      rgb[i] = clipped(factor * (rgb[i] & 255) + added);
      rgb[i + 1] = clipped(factor * (rgb[i + 1] & 255) + added);
      rgb[i + 2] = clipped(factor * (rgb[i + 2] & 255) + added);
    }
  }

  private static float meanGrey(byte[] rgb) {
    long sum = 0;
    for (int i = 0; i < rgb.length; i += 3) {
      sum += grey(rgb, i);
    }
    return (float) (sum / (rgb.length / 3.0));
  }

  private static int grey(byte[] rgb, int at) {
    return (int)
        (.2989f * (rgb[at] & 255) + .587f * (rgb[at + 1] & 255) + .114f * (rgb[at + 2] & 255));
  }

  private static byte clipped(float value) {
    return (byte) Math.clamp((int) value, 0, 255);
  }
}
