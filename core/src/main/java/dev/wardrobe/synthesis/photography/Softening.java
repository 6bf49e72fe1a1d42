package dev.wardrobe.synthesis.photography;

import java.util.Arrays;

/** Blur of pixels 0xRRGGBB, in whole numbers; beyond the edges the image goes on as at its edge. */
final class Softening {
  /** Fractions of a pixel are 16ths, so that sums of 250 pixels fit into 21 bits a channel. */
  private static final int PARTS = 16;

  private static final int MOST = 120;
  private static final int RECIPROCAL_BITS = 30;

  private final int[] pixels;
  private final int width;
  private final int height;

  private Softening(int[] pixels, int width, int height) {
    this.pixels = pixels;
    this.width = width;
    this.height = height;
  }

  /**
   * Blurs twice with a box.
   *
   * @param radiusByRow half the side of the box in pixels, for each row; may differ by at most 1
   *     from one row to the next
   */
  static void blur(int[] pixels, int width, int height, double[] radiusByRow) {
    int[] parts = new int[height];
    int largest = 0;
    for (int y = 0; y < height; y++) {
      parts[y] = (int) (Math.min(MOST, radiusByRow[y]) * PARTS);
      largest = Math.max(largest, parts[y]);
    }
    if (largest == 0) {
      return;
    }
    var softening = new Softening(pixels, width, height);
    for (int pass = 0; pass < 2; pass++) {
      softening.across(parts);
      softening.down(parts);
    }
  }

  /** Blurs all rows alike. */
  static void blur(int[] pixels, int width, int height, double radius) {
    double[] radiusByRow = new double[height];
    Arrays.fill(radiusByRow, radius);
    blur(pixels, width, height, radiusByRow);
  }

  private void across(int[] parts) {
    long[] line = new long[width];
    for (int y = 0; y < height; y++) {
      if (parts[y] == 0) {
        continue;
      }
      int n = parts[y] / PARTS;
      int rest = parts[y] % PARTS;
      int row = y * width;
      for (int x = 0; x < width; x++) {
        line[x] = apart(pixels[row + x]);
      }
      long sum = 0;
      for (int i = -n; i <= n; i++) {
        sum += line[within(i, width)];
      }
      long reciprocal = reciprocal(parts[y]);
      for (int x = 0; x < width; x++) {
        long before = line[within(x - n - 1, width)];
        long after = line[within(x + n + 1, width)];
        pixels[row + x] = together(sum * PARTS + (before + after) * rest, reciprocal);
        sum += after - line[within(x - n, width)];
      }
    }
  }

  private void down(int[] parts) {
    int[] source = pixels.clone();
    long[] sums = new long[width];
    int low = 0;
    int high = -1;
    for (int y = 0; y < height; y++) {
      int n = parts[y] / PARTS;
      int rest = parts[y] % PARTS;
      if (y == 0) {
        low = -n;
        high = -n - 1;
      }
      while (high < y + n) {
        add(sums, source, ++high, 1);
      }
      while (high > y + n) {
        add(sums, source, high--, -1);
      }
      while (low < y - n) {
        add(sums, source, low++, -1);
      }
      while (low > y - n) {
        add(sums, source, --low, 1);
      }
      if (parts[y] > 0) {
        int before = within(y - n - 1, height) * width;
        int after = within(y + n + 1, height) * width;
        long reciprocal = reciprocal(parts[y]);
        for (int x = 0; x < width; x++) {
          long ends = apart(source[before + x]) + apart(source[after + x]);
          pixels[y * width + x] = together(sums[x] * PARTS + ends * rest, reciprocal);
        }
      }
    }
  }

  private void add(long[] sums, int[] source, int y, int sign) {
    int row = within(y, height) * width;
    if (sign > 0) {
      for (int x = 0; x < width; x++) {
        sums[x] += apart(source[row + x]);
      }
    } else {
      for (int x = 0; x < width; x++) {
        sums[x] -= apart(source[row + x]);
      }
    }
  }

  /** Moves every pixel's light along a straight way; it stays centred. */
  static void move(int[] pixels, int width, int height, double dx, double dy) {
    int steps = (int) Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)));
    if (steps == 0) {
      return;
    }
    int[] source = pixels.clone();
    long reciprocal = (1L << RECIPROCAL_BITS) / (steps + 1) + 1;
    int[] offsetX = new int[steps + 1];
    int[] offsetY = new int[steps + 1];
    for (int i = 0; i <= steps; i++) {
      double share = (double) i / steps - .5;
      offsetX[i] = (int) Math.rint(dx * share);
      offsetY[i] = (int) Math.rint(dy * share);
    }
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        long sum = 0;
        for (int i = 0; i <= steps; i++) {
          sum +=
              apart(source[within(y + offsetY[i], height) * width + within(x + offsetX[i], width)]);
        }
        pixels[y * width + x] = together(sum, reciprocal);
      }
    }
  }

  private static int within(int i, int length) {
    return i < 0 ? 0 : Math.min(i, length - 1);
  }

  private static long reciprocal(int parts) {
    return (1L << RECIPROCAL_BITS) / (PARTS + 2L * parts) + 1;
  }

  private static long apart(int rgb) {
    return (rgb & 0xFF0000L) << 26 | (rgb & 0xFF00L) << 13 | rgb & 0xFFL;
  }

  private static int together(long sum, long reciprocal) {
    long half = 1L << (RECIPROCAL_BITS - 1);
    int red = (int) ((sum >>> 42) * reciprocal + half >>> RECIPROCAL_BITS);
    int green = (int) ((sum >>> 21 & 0x1FFFFF) * reciprocal + half >>> RECIPROCAL_BITS);
    int blue = (int) ((sum & 0x1FFFFF) * reciprocal + half >>> RECIPROCAL_BITS);
    return Math.min(255, red) << 16 | Math.min(255, green) << 8 | Math.min(255, blue);
  }
}
