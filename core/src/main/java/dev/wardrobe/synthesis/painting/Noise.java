package dev.wardrobe.synthesis.painting;

/** Irregularity that depends on a place and a seed only. */
final class Noise {
  private static final float PER_STEP = 0x1p-24f;

  private Noise() {}

  /** A seed for the other methods from a long one and a number that tells its uses apart. */
  static int seed(long seed, int use) {
    long mixed = (seed ^ use * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 29) * 0x94D049BB133111EBL;
    return (int) (mixed >>> 32);
  }

  /** Bits that look random for a cell of a grid. */
  static int bits(int x, int y, int seed) {
    int h = x * 0x27D4EB2D + y * 0x165667B1 ^ seed;
    h = (h ^ h >>> 15) * 0x85EBCA6B;
    h = (h ^ h >>> 13) * 0xC2B2AE35;
    return h ^ h >>> 16;
  }

  /** Uniform in [0, 1) for a cell of a grid. */
  static float cell(int x, int y, int seed) {
    return (bits(x, y, seed) >>> 8) * PER_STEP;
  }

  /** Smooth, in [0, 1), with bumps about 1 wide. */
  static float smooth(float x, float y, int seed) {
    int left = floor(x);
    int top = floor(y);
    float toRight = ease(x - left);
    float toBottom = ease(y - top);
    float above = mix(cell(left, top, seed), cell(left + 1, top, seed), toRight);
    float below = mix(cell(left, top + 1, seed), cell(left + 1, top + 1, seed), toRight);
    return mix(above, below, toBottom);
  }

  /** The largest whole number not above a value. */
  static int floor(float value) {
    int whole = (int) value;
    return value < whole ? whole - 1 : whole;
  }

  /** From 0 at 0 to 1 at 1, flat at both ends; for values from 0 to 1. */
  static float ease(float share) {
    return share * share * (3 - 2 * share);
  }

  static float mix(float from, float to, float share) {
    return from + (to - from) * share;
  }

  /** A value not below 0 and not above 1. */
  static float clamp(float value) {
    return value < 0 ? 0 : Math.min(value, 1);
  }

  /** 0 up to one value, 1 from another, even between them. */
  static float ramp(float from, float to, float value) {
    return clamp((value - from) / (to - from));
  }

  /** 1 at 0, smoothly down to 0 at -1 and 1 and beyond. */
  static float bump(float value) {
    float left = 1 - value * value;
    return left <= 0 ? 0 : left * left;
  }
}
