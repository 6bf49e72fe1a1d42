package dev.wardrobe.synthesis.photography;

import java.util.Arrays;

/**
 * Pixels that polygons are filled into, with exact coverage at edges. Places are in pixels: (0, 0)
 * is the upper left corner. What lies outside is cut off.
 */
final class Canvas {
  final int width;
  final int height;

  /** 0xRRGGBB, row by row. */
  final int[] pixels;

  /** Change of coverage from pixel to pixel of the box around a polygon; 0 between polygons. */
  private float[] cover = new float[0];

  /** For each row the first column of that box whose coverage changes, and the last. */
  private final int[] first;

  private final int[] last;

  Canvas(int width, int height, int[] pixels) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
    first = new int[height];
    last = new int[height];
  }

  /**
   * Fills a polygon.
   *
   * @param points x1, y1, x2, y2, ..., open, not crossing itself
   */
  void fill(double[] points, Ink ink) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < points.length; i += 2) {
      left = Math.min(left, points[i]);
      right = Math.max(right, points[i]);
      top = Math.min(top, points[i + 1]);
      bottom = Math.max(bottom, points[i + 1]);
    }
    int x1 = (int) Math.max(0, Math.floor(left));
    int y1 = (int) Math.max(0, Math.floor(top));
    int x2 = (int) Math.min(width, Math.ceil(right));
    int y2 = (int) Math.min(height, Math.ceil(bottom));
    if (x1 >= x2 || y1 >= y2 || ink.alpha() <= 0) {
      return;
    }
    int stride = x2 - x1 + 2;
    if (cover.length < stride * (y2 - y1)) {
      cover = new float[stride * (y2 - y1)];
    }
    Arrays.fill(first, y1, y2, stride);
    Arrays.fill(last, y1, y2, -1);
    int from = points.length - 2;
    for (int i = 0; i < points.length; i += 2) {
      edge(points[from], points[from + 1], points[i], points[i + 1], x1, y1, x2, y2);
      from = i;
    }
    sweep(ink, left, top, right, bottom, x1, y1, x2, y2);
  }

  private void sweep(
      Ink ink,
      double left,
      double top,
      double right,
      double bottom,
      int x1,
      int y1,
      int x2,
      int y2) {
    int alpha = (int) (ink.alpha() * 256);
    int[] colours = new int[x2 - x1];
    if (ink.sideways()) {
      columns(ink, left, right, x1, colours);
    }
    for (int y = y1; y < y2; y++) {
      int end = Math.min(last[y] + 1, x2 - x1);
      if (!ink.sideways() && first[y] < end) {
        Arrays.fill(colours, first[y], end, at(ink, y + .5, top, bottom));
      }
      int at = (y - y1) * (x2 - x1 + 2);
      sweepRow(y * width + x1, first[y], end, at, colours, alpha);
      if (last[y] >= 0) {
        Arrays.fill(cover, at + first[y], at + last[y] + 1, 0);
      }
    }
  }

  private void sweepRow(int row, int from, int to, int at, int[] colours, int alpha) {
    float sum = 0;
    for (int x = from; x < to; x++) {
      sum += cover[at + x];
      int part = (int) (Math.min(1, Math.abs(sum)) * alpha + .5f);
      if (part >= 256) {
        pixels[row + x] = colours[x];
      } else if (part > 0) {
        pixels[row + x] = blend(pixels[row + x], colours[x], part);
      }
    }
  }

  /** Fills a box; faster than as a polygon. */
  void rect(double left, double top, double right, double bottom, Ink ink) {
    int x1 = (int) Math.max(0, Math.floor(left));
    int y1 = (int) Math.max(0, Math.floor(top));
    int x2 = (int) Math.min(width, Math.ceil(right));
    int y2 = (int) Math.min(height, Math.ceil(bottom));
    if (x1 >= x2 || y1 >= y2 || ink.alpha() <= 0) {
      return;
    }
    int[] colours = new int[x2 - x1];
    if (ink.sideways()) {
      columns(ink, left, right, x1, colours);
    }
    double leftPart = Math.min(x1 + 1, right) - Math.max(x1, left);
    double rightPart = Math.min(x2, right) - Math.max(x2 - 1, left);
    for (int y = y1; y < y2; y++) {
      double part = 256 * ink.alpha() * (Math.min(y + 1, bottom) - Math.max(y, top));
      if (!ink.sideways()) {
        Arrays.fill(colours, at(ink, y + .5, top, bottom));
      }
      int row = y * width;
      over(row + x1, colours[0], (int) (part * leftPart + .5));
      if (x2 - x1 > 1) {
        run(row + x1 + 1, row + x2 - 1, colours, (int) (part + .5));
        over(row + x2 - 1, colours[x2 - x1 - 1], (int) (part * rightPart + .5));
      }
    }
  }

  /** Blends all colours of a row but the first and last. */
  private void run(int from, int to, int[] colours, int part) {
    if (part >= 256) {
      if (to > from) {
        System.arraycopy(colours, 1, pixels, from, to - from);
      }
      return;
    }
    for (int at = from; at < to; at++) {
      pixels[at] = blend(pixels[at], colours[at - from + 1], part);
    }
  }

  private void over(int at, int colour, int part) {
    pixels[at] = blend(pixels[at], colour, Math.min(256, part));
  }

  private static int at(Ink ink, double place, double from, double to) {
    return ink.from() == ink.to()
        ? ink.from()
        : Ink.mix(ink.from(), ink.to(), (place - from) / Math.max(1e-9, to - from));
  }

  private static void columns(Ink ink, double left, double right, int x1, int[] colours) {
    for (int i = 0; i < colours.length; i++) {
      colours[i] = at(ink, x1 + i + .5, left, right);
    }
  }

  private static int blend(int under, int over, int part) {
    int redBlue = (under & 0xFF00FF) * (256 - part) + (over & 0xFF00FF) * part + 0x800080;
    int green = (under & 0xFF00) * (256 - part) + (over & 0xFF00) * part + 0x8000;
    return ((redBlue >>> 8) & 0xFF00FF) | ((green >>> 8) & 0xFF00);
  }

  /** Adds how an edge changes the coverage of each pixel to the right of it. */
  private void edge(
      double xa, double ya, double xb, double yb, int left, int top, int right, int bottom) {
    if (ya == yb) {
      return;
    }
    boolean down = ya < yb;
    double fromY = Math.max(top, down ? ya : yb);
    double toY = Math.min(bottom, down ? yb : ya);
    double slope = (xb - xa) / (yb - ya);
    int stride = right - left + 2;
    double span = right - left;
    double x = xa + (fromY - ya) * slope - left;
    for (int y = (int) fromY; y < toY; y++) {
      double part = Math.min(y + 1, toY) - Math.max(y, fromY);
      double next = x + slope * part;
      double low = Math.max(0, Math.min(span, Math.min(x, next)));
      double high = Math.max(0, Math.min(span, Math.max(x, next)));
      first[y] = Math.min(first[y], (int) low);
      last[y] = Math.max(last[y], (int) high + 1);
      spread((y - top) * stride, low, high, down ? part : -part);
      x = next;
    }
  }

  private void spread(int row, double low, double high, double part) {
    int column = (int) low;
    if (high <= column + 1) {
      double beyond = (low + high) / 2 - column;
      cover[row + column] += (float) (part * (1 - beyond));
      cover[row + column + 1] += (float) (part * beyond);
      return;
    }
    // The covered area grows as a square in the first pixel, then evenly, then to the whole.
    double rate = part / (high - low);
    double done = 0;
    for (; column < high; column++) {
      double enter = Math.max(0, low - column);
      double leave = Math.min(1, high - column);
      double area = rate * ((1 - enter) * (1 - enter) - (1 - leave) * (1 - leave)) / 2;
      double before = low < column ? rate * (column - low) : 0;
      cover[row + column] += (float) (before + area - done);
      done = before + area;
    }
    cover[row + column] += (float) (part - done);
  }

  /**
   * A soft spot of light or shadow: full in the middle, nothing at its rim.
   *
   * @param alpha in the middle
   */
  void glow(double x, double y, double radiusX, double radiusY, int colour, double alpha) {
    int x1 = (int) Math.max(0, Math.floor(x - radiusX));
    int y1 = (int) Math.max(0, Math.floor(y - radiusY));
    int x2 = (int) Math.min(width, Math.ceil(x + radiusX));
    int y2 = (int) Math.min(height, Math.ceil(y + radiusY));
    for (int row = y1; row < y2; row++) {
      double dy = (row + .5 - y) / radiusY;
      for (int column = x1; column < x2; column++) {
        double dx = (column + .5 - x) / radiusX;
        double share = 1 - dx * dx - dy * dy;
        if (share > 0) {
          int at = row * width + column;
          pixels[at] = blend(pixels[at], colour, (int) (256 * alpha * share * share));
        }
      }
    }
  }

  /** A soft-edged box of one colour that fades out over a distance around its edge. */
  void soft(double x1, double y1, double x2, double y2, double fade, int colour, double alpha) {
    int left = (int) Math.max(0, Math.floor(x1 - fade));
    int top = (int) Math.max(0, Math.floor(y1 - fade));
    int right = (int) Math.min(width, Math.ceil(x2 + fade));
    int bottom = (int) Math.min(height, Math.ceil(y2 + fade));
    if (left >= right || top >= bottom) {
      return;
    }
    double[] across = new double[right - left];
    for (int x = left; x < right; x++) {
      across[x - left] = 256 * alpha * inside(x + .5, x1, x2, fade);
    }
    for (int y = top; y < bottom; y++) {
      double share = inside(y + .5, y1, y2, fade);
      for (int x = left; x < right; x++) {
        int at = y * width + x;
        pixels[at] = blend(pixels[at], colour, (int) (across[x - left] * share));
      }
    }
  }

  private static double inside(double at, double from, double to, double fade) {
    double share = Math.min(at - from, to - at) / (2 * fade) + .5;
    double limited = Math.max(0, Math.min(1, share));
    return limited * limited * (3 - 2 * limited);
  }
}
