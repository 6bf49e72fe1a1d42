package dev.wardrobe.synthesis.photography;

/** Chance that depends on a place only, so that it needs no order of drawing. */
final class Lattice {
  private Lattice() {}

  /** The finishing step of SplitMix64 on a spread number. */
  static long mixed(long value) {
    long z = value * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Uniform in [0, 1) for a cell. */
  static double at(long seed, long x, long y) {
    return (mixed(seed + x * 0x632BE59BD9B4E019L + y * 0x9E6C63D0876A9A47L) >>> 11) * 0x1p-53;
  }

  /** Smooth between cells of side 1: in [0, 1). */
  static double smooth(long seed, double x, double y) {
    long cellX = (long) Math.floor(x);
    long cellY = (long) Math.floor(y);
    double u = ease(x - cellX);
    double v = ease(y - cellY);
    double upper = at(seed, cellX, cellY) * (1 - u) + at(seed, cellX + 1, cellY) * u;
    double lower = at(seed, cellX, cellY + 1) * (1 - u) + at(seed, cellX + 1, cellY + 1) * u;
    return upper * (1 - v) + lower * v;
  }

  private static double ease(double share) {
    return share * share * (3 - 2 * share);
  }
}
