package dev.wardrobe.synthesis.photography;

/** What JPEG compression leaves of pixels, without writing a file. */
final class JpegTraces {
  private JpegTraces() {}

  /** Compresses pixels 0xRRGGBB at a quality of 1 to 100 and takes them back. */
  static void leave(int[] pixels, int width, int height, int quality) {
    int[] luminance = JpegTables.steps(JpegTables.LUMINANCE, quality);
    int[] chrominance = JpegTables.steps(JpegTables.CHROMINANCE, quality);
    int[][] blocks = new int[6][64];
    int[] unit = new int[256];
    for (int y = 0; y < height; y += 16) {
      for (int x = 0; x < width; x += 16) {
        for (int i = 0; i < 256; i++) {
          int row = Math.min(height - 1, y + (i >> 4));
          unit[i] = pixels[row * width + Math.min(width - 1, x + (i & 15))];
        }
        YccBlocks.load(unit, 0, 16, blocks);
        for (int i = 0; i < 6; i++) {
          round(blocks[i], i < 4 ? luminance : chrominance);
        }
        int columns = Math.min(16, width - x);
        for (int row = 0; row < Math.min(16, height - y); row++) {
          store(blocks, row, columns, pixels, (y + row) * width + x);
        }
      }
    }
  }

  private static void round(int[] block, int[] steps) {
    BlockTransform.forward(block);
    for (int i = 0; i < 64; i++) {
      int step = steps[i];
      int value = block[i];
      int half = 4 * step;
      // Most coefficients vanish; the rest is divided by step times 8 and multiplied by the step.
      block[i] =
          value < half && -value < half
              ? 0
              : (value > 0 ? (value + half) / (8 * step) : -((half - value) / (8 * step))) * step;
    }
    BlockTransform.inverse(block);
  }

  private static void store(int[][] blocks, int row, int columns, int[] pixels, int at) {
    int[] cbs = blocks[4];
    int[] crs = blocks[5];
    for (int x = 0; x < columns; x++) {
      int y = blocks[(row >> 3) * 2 + (x >> 3)][(row & 7) * 8 + (x & 7)] + 128;
      int cb = cbs[(row >> 1) * 8 + (x >> 1)];
      int cr = crs[(row >> 1) * 8 + (x >> 1)];
      int red = level(y + ((91881 * cr + 32768) >> 16));
      int green = level(y - ((22554 * cb + 46802 * cr + 32768) >> 16));
      int blue = level(y + ((116130 * cb + 32768) >> 16));
      pixels[at + x] = (red << 16) | (green << 8) | blue;
    }
  }

  private static int level(int value) {
    return Math.max(0, Math.min(255, value));
  }
}
