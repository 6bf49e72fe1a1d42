package dev.wardrobe.synthesis.painting;

import java.util.List;

/**
 * A rectangle of whole pixels.
 *
 * @param left its first column
 * @param top its first row
 * @param width in pixels; 0 or less if nothing is in it
 * @param height in pixels; 0 or less if nothing is in it
 */
record Frame(int left, int top, int width, int height) {
  private static final double FAR = 1e6;

  /** The smallest frame around polygons; empty without points. */
  static Frame around(List<double[]> polygons) {
    double left = FAR;
    double top = FAR;
    double right = -FAR;
    double bottom = -FAR;
    for (double[] polygon : polygons) {
      for (int i = 0; i + 1 < polygon.length; i += 2) {
        left = Math.min(left, polygon[i]);
        right = Math.max(right, polygon[i]);
        top = Math.min(top, polygon[i + 1]);
        bottom = Math.max(bottom, polygon[i + 1]);
      }
    }
    int x = whole(Math.floor(left));
    int y = whole(Math.floor(top));
    return new Frame(x, y, whole(Math.ceil(right)) - x, whole(Math.ceil(bottom)) - y);
  }

  /** Places without end, and those that are no number, count as very far. */
  private static int whole(double value) {
    return (int) Math.max(-FAR, Math.min(FAR, value));
  }

  /** This frame, larger by a number of pixels on each side; without any points it stays empty. */
  Frame grown(int pixels) {
    return new Frame(left - pixels, top - pixels, width + 2 * pixels, height + 2 * pixels);
  }

  /** What is in both. */
  Frame within(Frame other) {
    int x = Math.max(left, other.left);
    int y = Math.max(top, other.top);
    return new Frame(
        x,
        y,
        Math.min(left + width, other.left + other.width) - x,
        Math.min(top + height, other.top + other.height) - y);
  }

  boolean isEmpty() {
    return width <= 0 || height <= 0;
  }

  int area() {
    return width * height;
  }

  /** Where a pixel is in an array of this frame's pixels, row by row. */
  int index(int x, int y) {
    return (y - top) * width + x - left;
  }
}
