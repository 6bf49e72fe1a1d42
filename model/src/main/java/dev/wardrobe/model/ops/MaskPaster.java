package dev.wardrobe.model.ops;

import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.RleMask;

/**
 * Draws what the mask head found into the photo: torchvision's {@code paste_masks_in_image} and a
 * threshold, straight to run lengths. The grid gets a border of zeros, the box grows by it and is
 * cut to whole pixels, and the grid is resized to it bilinearly.
 */
public final class MaskPaster {
  private final int size;
  private final float[] padded; // column by column
  private final Resampling columns;
  private final Resampling rows;
  private final float threshold;

  private MaskPaster(float[] chances, int size, Box box, ImageSize photo, double threshold) {
    this.size = size + 2;
    padded = new float[this.size * this.size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        padded[(column + 1) * this.size + row + 1] = chances[row * size + column];
      }
    }
    columns = new Resampling(this.size, (float) box.x1(), (float) box.x2(), photo.width());
    rows = new Resampling(this.size, (float) box.y1(), (float) box.y2(), photo.height());
    this.threshold = (float) threshold;
  }

  /**
   * The mask of an item on the photo's grid; without a set pixel where the box lies outside.
   *
   * @param chances of being the item, 0 to 1, row by row
   * @param size cells of the grid along each axis
   * @param box of the item, in pixels of the photo
   * @param photo the grid to draw into
   * @param threshold pixels with this chance or more are set; above 0, usually .5
   * @throws IllegalArgumentException if there are not size x size chances, or the photo has 2^31
   *     pixels or more
   */
  public static RleMask paste(
      float[] chances, int size, Box box, ImageSize photo, double threshold) {
    if (chances.length != size * size) {
      throw new IllegalArgumentException(
          "Expected %d x %d chances, but got %d".formatted(size, size, chances.length));
    }
    return new MaskPaster(chances, size, box, photo, threshold).runs(photo);
  }

  private RleMask runs(ImageSize photo) {
    if (columns.first() >= columns.end() || rows.first() >= rows.end()) {
      return RleMask.empty(photo);
    }
    RunBuilder runs = new RunBuilder();
    runs.add(columns.first() * photo.height(), false);
    float[] column = new float[size];
    for (int x = columns.first(); x < columns.end(); x++) {
      int left = columns.low(x) * size;
      int right = columns.high(x) * size;
      float share = columns.share(x);
      for (int i = 0; i < size; i++) {
        column[i] = mix(padded[left + i], padded[right + i], share);
      }
      runs.add(rows.first(), false);
      draw(column, runs);
      runs.add(photo.height() - rows.end(), false);
    }
    runs.add((photo.width() - columns.end()) * photo.height(), false);
    return RleMask.ofCounts(photo, runs.toArray());
  }

  /** Draws one column of the photo, cell by cell. */
  private void draw(float[] column, RunBuilder runs) {
    int y = rows.first();
    while (y < rows.end()) {
      float above = column[rows.low(y)];
      float below = column[rows.high(y)];
      int stop = rows.endOfCell(y);
      boolean set = isSet(above, below, y);
      int change = firstChange(above, below, y, stop);
      runs.add(change - y, set);
      runs.add(stop - change, !set);
      y = stop;
    }
  }

  /** Between two cells, chances only rise or only fall: there is one change at most. */
  private int firstChange(float above, float below, int first, int stop) {
    boolean set = isSet(above, below, first);
    if (set == (above >= threshold) && set == (below >= threshold)) {
      return stop;
    }
    int from = first + 1;
    int to = stop;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (isSet(above, below, middle) == set) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private boolean isSet(float above, float below, int row) {
    return mix(above, below, rows.share(row)) >= threshold;
  }

  private static float mix(float first, float second, float share) {
    return (1 - share) * first + share * second;
  }
}
