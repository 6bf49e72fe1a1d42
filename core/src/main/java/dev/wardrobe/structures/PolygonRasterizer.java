package dev.wardrobe.structures;

import java.util.Arrays;

/**
 * Turns one polygon into run lengths exactly as COCO's maskApi (rleFrPoly) does.
 *
 * <p>The outline is walked on a grid five times finer, one step per fine pixel along the longer
 * side of each edge. Wherever the walk changes its fine column at the middle of a photo column, the
 * rows below the crossing toggle between unset and set. The crossings, sorted in column order, are
 * the ends of the runs.
 */
final class PolygonRasterizer {
  private static final int UPSAMPLING = 5;

  /** The centre of photo column c lies between the fine columns 5 c + 2 and 5 c + 3. */
  private static final int MIDDLE = 2;

  private final ImageSize size;
  private int[] crossings = new int[64];
  private int crossingCount;
  private int lastColumn;
  private int lastRow;
  private boolean started;

  private PolygonRasterizer(ImageSize size) {
    this.size = size;
  }

  static int[] rasterize(Coordinates polygon, ImageSize size) {
    PolygonRasterizer rasterizer = new PolygonRasterizer(size);
    int points = polygon.size() / 2;
    for (int i = 0; i < points; i++) {
      int next = (i + 1) % points;
      rasterizer.walk(
          fine(polygon.get(2 * i)),
          fine(polygon.get(2 * i + 1)),
          fine(polygon.get(2 * next)),
          fine(polygon.get(2 * next + 1)));
    }
    return rasterizer.runs();
  }

  private static int fine(double coordinate) {
    return (int) (UPSAMPLING * coordinate + .5);
  }

  /**
   * Walks one edge; the slope is always applied from the lower end. Only the fine pixels at the
   * ends are visited, and those where the fine column changes at the middle of a photo column.
   */
  private void walk(int fromX, int fromY, int toX, int toY) {
    int dx = Math.abs(toX - fromX);
    int dy = Math.abs(toY - fromY);
    boolean alongX = dx >= dy;
    boolean backwards = alongX ? fromX > toX : fromY > toY;
    int lowX = backwards ? toX : fromX;
    int lowY = backwards ? toY : fromY;
    int steps = Math.max(dx, dy);
    int otherEnd = alongX ? (backwards ? fromY : toY) - lowY : (backwards ? fromX : toX) - lowX;
    double slope = (double) otherEnd / steps;
    int first = backwards ? steps : 0;
    int last = steps - first;
    if (alongX) {
      visit(lowX + first, at(lowY, slope, first));
      crossColumns(lowX, lowY, slope, steps);
      lastColumn = lowX + last;
      lastRow = at(lowY, slope, last);
    } else {
      visit(at(lowX, slope, first), lowY + first);
      crossRows(lowX, lowY, slope, steps);
      lastColumn = at(lowX, slope, last);
      lastRow = lowY + last;
    }
  }

  private static int at(int low, double slope, int step) {
    return (int) (low + slope * step + .5);
  }

  /** An edge that changes the fine column at every step. */
  private void crossColumns(int lowX, int lowY, double slope, int steps) {
    int column = Math.max(0, Math.ceilDiv(lowX - MIDDLE, UPSAMPLING));
    int end = Math.min(size.width() - 1, Math.floorDiv(lowX + steps - MIDDLE - 1, UPSAMPLING));
    int upper = slope < 0 ? 1 : 0; // of two steps, the one in the upper row
    for (; column <= end; column++) {
      cross(column, at(lowY, slope, UPSAMPLING * column + MIDDLE - lowX + upper));
    }
  }

  /** An edge that changes the fine row at every step, and the fine column at some. */
  private void crossRows(int lowX, int lowY, double slope, int steps) {
    int start = at(lowX, slope, 0);
    int stop = at(lowX, slope, steps);
    int column = Math.max(0, Math.ceilDiv(Math.min(start, stop) - MIDDLE, UPSAMPLING));
    int end =
        Math.min(size.width() - 1, Math.floorDiv(Math.max(start, stop) - MIDDLE - 1, UPSAMPLING));
    boolean rising = start < stop;
    for (; column <= end; column++) {
      // The first step on the far side of the middle; estimated, then put right to the bit.
      int left = UPSAMPLING * column + MIDDLE;
      int step = (int) Math.min(steps, Math.max(1, (left + .5 - lowX) / slope));
      while (step > 1 && (at(lowX, slope, step - 1) > left) == rising) {
        step--;
      }
      while (step < steps && (at(lowX, slope, step) > left) != rising) {
        step++;
      }
      cross(column, lowY + step - 1);
    }
  }

  /** Visits the first fine pixel of an edge: not always the last one of the edge before. */
  private void visit(int column, int row) {
    if (started && column != lastColumn) {
      int left = (column < lastColumn ? column : column - 1) - MIDDLE;
      if (Math.floorMod(left, UPSAMPLING) == 0) {
        int photoColumn = Math.floorDiv(left, UPSAMPLING);
        if (photoColumn >= 0 && photoColumn < size.width()) {
          cross(photoColumn, Math.min(row, lastRow));
        }
      }
    }
    started = true;
  }

  /** The outline passes the centres of a photo column above those at or below a fine row. */
  private void cross(int column, int row) {
    // The first photo row whose centre lies below the fine row; rounding cannot change it.
    int photoRow = Math.ceilDiv(row - MIDDLE, UPSAMPLING);
    addCrossing(column * size.height() + Math.min(Math.max(photoRow, 0), size.height()));
  }

  private void addCrossing(int position) {
    if (crossingCount == crossings.length) {
      crossings = Arrays.copyOf(crossings, crossingCount * 2);
    }
    crossings[crossingCount++] = position;
  }

  /** Run lengths between the sorted crossings; an empty run joins the runs around it. */
  private int[] runs() {
    Arrays.sort(crossings, 0, crossingCount);
    int[] runs = new int[crossingCount + 1];
    int length = 0;
    int previous = 0;
    boolean join = false;
    for (int i = 0; i <= crossingCount; i++) {
      int end = i < crossingCount ? crossings[i] : (int) size.area();
      int run = end - previous;
      previous = end;
      if (join) {
        runs[length - 1] += run;
        join = false;
      } else if (run == 0 && length > 0) {
        join = true;
      } else {
        runs[length++] = run;
      }
    }
    return Arrays.copyOf(runs, length);
  }
}
