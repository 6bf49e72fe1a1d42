package dev.wardrobe.synthesis.painting;

/** Arithmetic with colours 0xRRGGBB. */
final class Tone {
  private Tone() {}

  static int red(int rgb) {
    return rgb >> 16 & 255;
  }

  static int green(int rgb) {
    return rgb >> 8 & 255;
  }

  static int blue(int rgb) {
    return rgb & 255;
  }

  /** A colour of parts that may lie outside 0 to 255. */
  static int of(float red, float green, float blue) {
    return limited(red) << 16 | limited(green) << 8 | limited(blue);
  }

  private static int limited(float part) {
    return part <= 0 ? 0 : part >= 254.5f ? 255 : (int) (part + .5f);
  }

  /**
   * A share of the way from a colour to another; 0 or less gives the first, 1 or more the other.
   */
  static int mix(int from, int to, float share) {
    int weight = (int) (Noise.clamp(share) * 256 + .5f);
    int keep = 256 - weight;
    // Red and blue at once: neither's product reaches the other's bits.
    int redBlue = (from & 0xFF00FF) * keep + (to & 0xFF00FF) * weight + 0x800080;
    int green = (from & 0x00FF00) * keep + (to & 0x00FF00) * weight + 0x008000;
    return (redBlue >>> 8 & 0xFF00FF) | (green >>> 8 & 0x00FF00);
  }

  /** A colour times a factor. */
  static int times(int rgb, float factor) {
    return of(red(rgb) * factor, green(rgb) * factor, blue(rgb) * factor);
  }

  /** How bright a colour looks, 0 to 1. */
  static float brightness(int rgb) {
    return (.3f * red(rgb) + .59f * green(rgb) + .11f * blue(rgb)) / 255;
  }
}
