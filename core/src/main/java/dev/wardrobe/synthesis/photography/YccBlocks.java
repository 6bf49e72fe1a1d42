package dev.wardrobe.synthesis.photography;

/** Luminance and chrominance of units of 16x16 pixels, as JPEG files hold them (4:2:0). */
final class YccBlocks {
  private YccBlocks() {}

  /**
   * Sets four blocks of Y, one of Cb and one of Cr, all less 128.
   *
   * @param pixels of which 16 rows are read
   * @param at index of the first
   * @param stride from one row to the next
   * @param blocks of 64 samples each
   */
  static void load(int[] pixels, int at, int stride, int[][] blocks) {
    int[] cb = blocks[4];
    int[] cr = blocks[5];
    for (int row = 0; row < 16; row += 2) {
      for (int side = 0; side < 2; side++) {
        int[] y = blocks[(row >> 3) * 2 + side];
        int to = (row & 7) * 8;
        int from = at + row * stride + side * 8;
        int chroma = row * 4 + side * 4;
        for (int i = 0; i < 8; i += 2) {
          int a = pixels[from + i];
          int b = pixels[from + i + 1];
          int c = pixels[from + stride + i];
          int d = pixels[from + stride + i + 1];
          y[to + i] = luminance(a);
          y[to + i + 1] = luminance(b);
          y[to + 8 + i] = luminance(c);
          y[to + 9 + i] = luminance(d);
          // Sums of four values of at most 255 fit in ten bits: red and blue stay apart.
          int redBlue = (a & 0xFF00FF) + (b & 0xFF00FF) + (c & 0xFF00FF) + (d & 0xFF00FF);
          int green = ((a & 0xFF00) + (b & 0xFF00) + (c & 0xFF00) + (d & 0xFF00)) >> 8;
          int red = redBlue >> 16;
          int blue = redBlue & 0xFFFF;
          int to2 = chroma + (i >> 1);
          cb[to2] = (-11059 * red - 21709 * green + 32768 * blue + 131071) >> 18;
          cr[to2] = (32768 * red - 27439 * green - 5329 * blue + 131071) >> 18;
        }
      }
    }
  }

  private static int luminance(int rgb) {
    return ((19595 * ((rgb >> 16) & 255) + 38470 * ((rgb >> 8) & 255) + 7471 * (rgb & 255) + 32768)
            >> 16)
        - 128;
  }
}
