package dev.wardrobe.synthesis.photography;

/** Soft unevenness of cloth and paper in light from the upper left. */
final class Relief {
  /** Pixels between the places that are worked out; those between are interpolated. */
  private static final int STEP = 4;

  private Relief() {}

  /**
   * Lights and shades all pixels.
   *
   * @param size of a bump in pixels
   * @param stretch how much longer than broad bumps are, 1 or more
   * @param slant 0 to 1: direction of long bumps, in half turns
   * @param strength of the greatest light or shade, 0 to 1
   */
  static void apply(
      Canvas canvas, double size, double stretch, double slant, double strength, long seed) {
    double cos = StrictMath.cos(slant * Math.PI);
    double sin = StrictMath.sin(slant * Math.PI);
    int columns = canvas.width / STEP + 2;
    int rows = canvas.height / STEP + 2;
    double[] shade = new double[columns * rows];
    double toLight = size * .18;
    for (int j = 0; j < rows; j++) {
      for (int i = 0; i < columns; i++) {
        double x = i * STEP - canvas.width / 2.0;
        double y = j * STEP - canvas.height / 2.0;
        double here = height(x, y, size, stretch, cos, sin, seed);
        double there = height(x - toLight, y - toLight, size, stretch, cos, sin, seed);
        shade[j * columns + i] = Math.max(-1, Math.min(1, (there - here) * 2.2)) * -strength;
      }
    }
    for (int y = 0; y < canvas.height; y++) {
      for (int x = 0; x < canvas.width; x++) {
        int at = y / STEP * columns + x / STEP;
        double u = (double) (x % STEP) / STEP;
        double v = (double) (y % STEP) / STEP;
        double upper = shade[at] * (1 - u) + shade[at + 1] * u;
        double lower = shade[at + columns] * (1 - u) + shade[at + columns + 1] * u;
        int pixel = y * canvas.width + x;
        canvas.pixels[pixel] = Ink.lit(canvas.pixels[pixel], upper * (1 - v) + lower * v);
      }
    }
  }

  private static double height(
      double x, double y, double size, double stretch, double cos, double sin, long seed) {
    double along = (x * cos + y * sin) / (size * stretch);
    double across = (y * cos - x * sin) / size;
    // The first noise bends the second, so that folds wander and meet.
    double bend = Lattice.smooth(seed, along * 1.3 + 9, across * .6) - .5;
    return Lattice.smooth(seed + 1, along, across + bend * 1.6)
        + .45 * Lattice.smooth(seed + 2, along * 2.1, across * 2.3 + bend * 2);
  }
}
