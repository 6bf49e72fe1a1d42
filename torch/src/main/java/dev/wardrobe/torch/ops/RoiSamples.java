package dev.wardrobe.torch.ops;

import java.util.Arrays;

/**
 * Which places of a pyramid the cells of regions' grids are sums of, and with which weights: those
 * of cell i are the ones from {@code starts[i]} up to the next cell's start.
 */
final class RoiSamples {
  private final int[] rows;
  private final float[] weights;
  private final int[] starts;
  private int length;

  private RoiSamples(int most, int cells) {
    rows = new int[most];
    weights = new float[most];
    starts = new int[cells];
  }

  private RoiSamples(RoiSamples whole) {
    rows = Arrays.copyOf(whole.rows, whole.length);
    weights = Arrays.copyOf(whole.weights, whole.length);
    starts = whole.starts;
    length = whole.length;
  }

  /** The samples of all boxes, by box, row and column of the grid. */
  static RoiSamples of(
      PyramidRows pyramid, float[] boxes, int[] images, int canonicalSize, int pool) {
    int cells = images.length * pool * pool;
    int most = AxisTaps.MOST * AxisTaps.MOST;
    RoiSamples samples = new RoiSamples(Math.multiplyExact(most, cells), cells);
    AxisTaps down = new AxisTaps(pool);
    AxisTaps across = new AxisTaps(pool);
    for (int box = 0; box < images.length; box++) {
      int level = pyramid.levelOf(boxes, box, canonicalSize);
      float scale = pyramid.scale(level);
      int at = 4 * box;
      across.set(boxes[at] * scale, boxes[at + 2] * scale, pyramid.width(level));
      down.set(boxes[at + 1] * scale, boxes[at + 3] * scale, pyramid.height(level));
      int first = pyramid.first(images[box], level);
      samples.add(down, across, box * pool * pool, first, pyramid.width(level));
    }
    return new RoiSamples(samples);
  }

  /** Each cell is the product of what it is made of along the two axes. */
  private void add(AxisTaps down, AxisTaps across, int firstCell, int firstRow, int width) {
    int cell = firstCell;
    for (int row = 0; row < down.bins(); row++) {
      for (int column = 0; column < across.bins(); column++) {
        starts[cell++] = length;
        for (int y = down.start(row); y < down.end(row); y++) {
          int line = firstRow + down.place(y) * width;
          float share = down.weight(y);
          for (int x = across.start(column); x < across.end(column); x++) {
            rows[length] = line + across.place(x);
            weights[length++] = share * across.weight(x);
          }
        }
      }
    }
  }

  /** The places. */
  int[] rows() {
    return rows;
  }

  /** How much each counts. */
  float[] weights() {
    return weights;
  }

  /** Where each cell begins. */
  int[] starts() {
    return starts;
  }
}
