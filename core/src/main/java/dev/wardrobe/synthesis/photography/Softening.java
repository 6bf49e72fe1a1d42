package dev.wardrobe.synthesis.photography;

import java.util.Arrays;

/** Blur of pixels 0xRRGGBB, in whole numbers; beyond the edges the image goes on as at its edge. */
final class Softening {
  /** Fractions of a pixel are 16ths, so that sums of 250 pixels fit into 21 bits a channel. */
  private static final int PARTS = 16;

  private static final int MOST = 120;

  /** Boxes with a smaller radius are applied once only. */
  private static final int SMALL = 18;

  private static final int RECIPROCAL_BITS = 30;
  private static final long HALF = 1L << (RECIPROCAL_BITS - 1);

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
    // A small box is smooth enough by itself, if it spreads light as far as two would.
    int passes = largest < SMALL ? 1 : 2;
    for (int y = 0; passes == 1 && y < height; y++) {
      parts[y] = parts[y] * 7 / 5;
    }
    for (int pass = 0; pass < passes; pass++) {
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
    int most = 0;
    for (int part : parts) {
      most = Math.max(most, part / PARTS + 1);
    }
    // The line goes on beyond both ends, so that no place needs to be checked.
    long[] line = new long[width + 2 * most + 1];
    for (int y = 0; y < height; y++) {
      if (parts[y] == 0) {
        continue;
      }
      int n = parts[y] / PARTS;
      int rest = parts[y] % PARTS;
      int row = y * width;
      for (int x = 0; x < width; x++) {
        line[most + x] = apart(pixels[row + x]);
      }
      Arrays.fill(line, 0, most, line[most]);
      Arrays.fill(line, most + width, line.length, line[most + width - 1]);
      long sum = 0;
      for (int i = -n; i <= n; i++) {
        sum += line[most + i];
      }
      long reciprocal = reciprocal(parts[y]);
      for (int x = 0; x < width; x++) {
        long before = line[most + x - n - 1];
        long after = line[most + x + n + 1];
        pixels[row + x] = together(sum * PARTS + (before + after) * rest, reciprocal);
        sum += after - line[most + x - n];
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
    return ((rgb & 0xFF0000L) << 26) | ((rgb & 0xFF00L) << 13) | (rgb & 0xFFL);
  }

  private static int together(long sum, long reciprocal) {
    int red = (int) (((sum >>> 42) * reciprocal + HALF) >>> RECIPROCAL_BITS);
    int green = (int) ((((sum >>> 21) & 0x1FFFFF) * reciprocal + HALF) >>> RECIPROCAL_BITS);
    int blue = (int) (((sum & 0x1FFFFF) * reciprocal + HALF) >>> RECIPROCAL_BITS);
    return (red << 16) | (green << 8) | blue;
  }
}
