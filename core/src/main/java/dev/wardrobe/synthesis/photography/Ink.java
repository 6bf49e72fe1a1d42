package dev.wardrobe.synthesis.photography;

/**
 * What a shape is filled with: one colour, or one that changes evenly from one edge of the shape's
 * box to the opposite one.
 *
 * @param from 0xRRGGBB at the upper or left edge
 * @param to at the other
 * @param alpha 0 (invisible) to 1 (opaque)
 * @param sideways whether it changes from left to right instead of from top to bottom
 */
record Ink(int from, int to, double alpha, boolean sideways) {
  /** Shadows lean to this colour, lights to {@link #LIGHT}. */
  static final int SHADOW = 0x2A2438;

  static final int LIGHT = 0xFFF6E6;

  static Ink of(int colour) {
    return new Ink(colour, colour, 1, false);
  }

  /** From top to bottom. */
  static Ink of(int top, int bottom) {
    return new Ink(top, bottom, 1, false);
  }

  /** From left to right. */
  static Ink across(int left, int right) {
    return new Ink(left, right, 1, true);
  }

  /** The form of something solid in light from above: lighter at the top, darker below. */
  static Ink solid(int colour) {
    return of(lit(colour, .1), lit(colour, -.14));
  }

  /** The form of something round in light from the left. */
  static Ink round(int colour) {
    return across(lit(colour, .14), lit(colour, -.2));
  }

  Ink faint(double alpha) {
    return new Ink(from, to, alpha, sideways);
  }

  /** Mixed colour: the first at share 0, the second at 1. */
  static int mix(int first, int second, double share) {
    int part = (int) Math.rint(Math.max(0, Math.min(1, share)) * 256);
    int redBlue = ((first & 0xFF00FF) * (256 - part) + (second & 0xFF00FF) * part) >>> 8;
    int green = ((first & 0xFF00) * (256 - part) + (second & 0xFF00) * part) >>> 8;
    return (redBlue & 0xFF00FF) | (green & 0xFF00);
  }

  /** A colour with more light (up to 1) or less (down to -1). */
  static int lit(int colour, double light) {
    return light < 0 ? mix(colour, SHADOW, -light) : mix(colour, LIGHT, light);
  }
}
