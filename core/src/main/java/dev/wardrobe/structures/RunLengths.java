package dev.wardrobe.structures;

/** What COCO's maskApi computes from run lengths in plain arrays, bit for bit. */
public final class RunLengths {
  private RunLengths() {}

  /** How many pixels are set. */
  public static long area(int[] counts, int runs) {
    long area = 0;
    for (int i = 1; i < runs; i += 2) {
      area += counts[i];
    }
    return area;
  }

  /**
   * The box around the set runs (rleToBbox of pycocotools 2.0.11). A run that crosses a column
   * reaches from the first row to the last.
   *
   * @param width columns of the grid
   * @param height rows of the grid
   * @param box gets left edge, upper edge, width and height; zeros for a single run. If there are
   *     set runs but all are empty, it begins at the grid's lower right corner and is some 2^32
   *     pixels wide and high, as there
   */
  public static void box(int[] counts, int runs, int width, int height, double[] box) {
    int paired = runs / 2 * 2;
    if (paired == 0 || height == 0) {
      box[0] = box[1] = box[2] = box[3] = 0;
      return;
    }
    int x1 = width;
    int y1 = height;
    int x2 = 0;
    int y2 = 0;
    int x = 0;
    int y = 0;
    for (int i = 0; i < paired; i += 2) {
      y += counts[i];
      if (y >= height || y < 0) {
        int columns = Integer.divideUnsigned(y, height);
        x += columns;
        y -= columns * height;
      }
      int length = counts[i + 1];
      if (length == 0) {
        continue;
      }
      x1 = Math.min(x1, x);
      int last = y + length - 1;
      if (last >= height || last < 0) {
        int columns = Integer.divideUnsigned(last, height);
        x += columns;
        last -= columns * height;
        y1 = 0;
        y2 = height - 1;
      } else {
        y1 = Math.min(y1, y);
        y2 = Math.max(y2, last);
      }
      x2 = Math.max(x2, x);
      y = last + 1;
    }
    box[0] = x1;
    box[1] = y1;
    box[2] = Integer.toUnsignedLong(x2 - x1 + 1);
    box[3] = Integer.toUnsignedLong(y2 - y1 + 1);
  }

  /**
   * Intersection over union of two masks on one grid (rleIou), whatever their boxes.
   *
   * @param crowd whether to divide by the first mask's area instead, as for a crowd
   */
  public static double iou(
      int[] first, int firstRuns, int[] second, int secondRuns, boolean crowd) {
    long intersection = 0;
    long union = 0;
    int i = 1;
    int j = 1;
    int leftFirst = firstRuns == 0 ? 0 : first[0];
    int leftSecond = secondRuns == 0 ? 0 : second[0];
    int inFirst = 0;
    int inSecond = 0;
    while (true) {
      int step = Math.min(leftFirst, leftSecond);
      union += (long) (inFirst | inSecond) * step;
      intersection += (long) (inFirst & inSecond) * step;
      leftFirst -= step;
      leftSecond -= step;
      if (leftFirst == 0 && i < firstRuns) {
        leftFirst = first[i++];
        inFirst ^= 1;
      }
      if (leftSecond == 0 && j < secondRuns) {
        leftSecond = second[j++];
        inSecond ^= 1;
      }
      if (leftFirst == 0 && leftSecond == 0) {
        break;
      }
      if (step == 0 && leftStuck(leftFirst, i, firstRuns, leftSecond, j, secondRuns)) {
        break;
      }
    }
    if (intersection == 0) {
      return 0;
    }
    return (double) intersection / (crowd ? area(first, firstRuns) : union);
  }

  /** Whether one mask ended and the other goes on: on one grid that cannot be. */
  private static boolean leftStuck(
      int leftFirst, int i, int firstRuns, int leftSecond, int j, int secondRuns) {
    return (leftFirst == 0 && i >= firstRuns) || (leftSecond == 0 && j >= secondRuns);
  }
}
