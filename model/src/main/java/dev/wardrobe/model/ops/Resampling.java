package dev.wardrobe.model.ops;

/**
 * Which two cells of a padded grid each pixel of a box lies between along one axis, in 32 bits as
 * torchvision computes it.
 */
final class Resampling {
  private final int first;
  private final int end;
  private final int[] lows;
  private final float[] shares;
  private final int[] cellEnds;
  private final int last;

  /**
   * Works them out.
   *
   * @param cells of the grid, its border of one cell on each side included
   * @param low where the box begins, without the border
   * @param high where it ends
   * @param length pixels of the photo
   */
  Resampling(int cells, float low, float high, int length) {
    float half = (high - low) * .5f * ((float) cells / (cells - 2));
    float centre = (high + low) * .5f;
    int from = (int) (centre - half);
    int to = (int) (centre + half);
    long pixels = Math.max((long) to - from + 1, 1);
    last = cells - 1;
    first = Math.max(from, 0);
    end = (int) Math.max(first, Math.min(to + 1L, length));
    lows = new int[end - first];
    shares = new float[end - first];
    cellEnds = new int[end - first];
    float scale = (float) cells / pixels;
    for (int i = 0; i < lows.length; i++) {
      float position = Math.max(scale * ((long) first + i - from + .5f) - .5f, 0);
      lows[i] = Math.min((int) position, last);
      shares[i] = position - lows[i];
    }
    for (int i = lows.length - 1; i >= 0; i--) {
      boolean sameCell = i + 1 < lows.length && lows[i + 1] == lows[i];
      cellEnds[i] = sameCell ? cellEnds[i + 1] : first + i + 1;
    }
  }

  /** The first pixel of the photo that the box covers. */
  int first() {
    return first;
  }

  /** Behind the last one; not greater than the first where it covers none. */
  int end() {
    return end;
  }

  /** The cell before a pixel. */
  int low(int pixel) {
    return lows[pixel - first];
  }

  /** The cell behind a pixel; the last one has itself. */
  int high(int pixel) {
    return Math.min(lows[pixel - first] + 1, last);
  }

  /** How much the cell behind counts, 0 to 1. */
  float share(int pixel) {
    return shares[pixel - first];
  }

  /** The first pixel behind this one that lies between other cells. */
  int endOfCell(int pixel) {
    return cellEnds[pixel - first];
  }
}
