package dev.wardrobe.torch.rcnn;

import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Mask;
import dev.wardrobe.structures.RleMask;

/**
 * Torchvision's way to what the mask head should draw, {@code project_masks_on_boxes}: the pixels
 * of the bit mask, averaged over as many samples a cell as the region has pixels there.
 */
final class TorchvisionMaskGrid {
  private final boolean[] bits;
  private final int height;
  private final int width;

  private TorchvisionMaskGrid(RleMask mask) {
    height = mask.size().height();
    width = mask.size().width();
    bits = new boolean[height * width];
    int at = 0;
    boolean set = false;
    for (int run : mask.counts()) {
      for (int end = at + run; at < end; at++) {
        bits[at] = set;
      }
      set = !set;
    }
  }

  static float[] of(Mask mask, Box region, int size) {
    return new TorchvisionMaskGrid((RleMask) mask).grid(region, size);
  }

  private float[] grid(Box region, int size) {
    double cellWidth = Math.max(region.width(), 1) / size;
    double cellHeight = Math.max(region.height(), 1) / size;
    int across = (int) Math.ceil(cellWidth);
    int down = (int) Math.ceil(cellHeight);
    float[] grid = new float[size * size];
    for (int cell = 0; cell < grid.length; cell++) {
      int row = cell / size;
      int column = cell % size;
      double sum = 0;
      for (int i = 0; i < down; i++) {
        double y = region.y1() + (row + (i + .5) / down) * cellHeight;
        for (int j = 0; j < across; j++) {
          sum += sample(region.x1() + (column + (j + .5) / across) * cellWidth, y);
        }
      }
      grid[cell] = (float) (sum / (down * across));
    }
    return grid;
  }

  private double sample(double x, double y) {
    if (x < -1 || x > width || y < -1 || y > height) {
      return 0;
    }
    double left = Math.min(Math.max(x, 0), width - 1);
    double upper = Math.min(Math.max(y, 0), height - 1);
    int column = (int) left;
    int row = (int) upper;
    double right = left - column;
    double lower = upper - row;
    return (1 - lower) * ((1 - right) * bit(column, row) + right * bit(column + 1, row))
        + lower * ((1 - right) * bit(column, row + 1) + right * bit(column + 1, row + 1));
  }

  /** Run lengths go down the columns. */
  private int bit(int column, int row) {
    int x = Math.min(column, width - 1);
    int y = Math.min(row, height - 1);
    return bits[x * height + y] ? 1 : 0;
  }
}
