package dev.wardrobe.structures;

import java.util.Arrays;

/**
 * The oracle of {@link PolygonRasterizer}: the same outline, every fine pixel of it visited.
 *
 * <p>The outline is walked on a grid five times finer, one step per fine pixel along the longer
 * side of each edge. Wherever the walk changes its fine column at the middle of a photo column, the
 * rows below the crossing toggle between unset and set. The crossings, sorted in column order, are
 * the ends of the runs.
 */
final class PlainRasterizer {
  private static final int UPSAMPLING = 5;

  private final ImageSize size;
  private int[] crossings = new int[64];
  private int crossingCount;
  private int lastColumn;
  private int lastRow;
  private boolean started;

  private PlainRasterizer(ImageSize size) {
    this.size = size;
  }

  static int[] rasterize(Coordinates polygon, ImageSize size) {
    PlainRasterizer rasterizer = new PlainRasterizer(size);
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

  /** Visits the fine pixels of one edge; the slope is always applied from the lower end. */
  private void walk(int fromX, int fromY, int toX, int toY) {
    int dx = Math.abs(toX - fromX);
    int dy = Math.abs(toY - fromY);
    boolean alongX = dx >= dy;
    boolean backwards = alongX ? fromX > toX : fromY > toY;
    int lowX = backwards ? toX : fromX;
    int lowY = backwards ? toY : fromY;
    int steps = Math.max(dx, dy);
    double slope =
        alongX
            ? (double) ((backwards ? fromY : toY) - lowY) / dx
            : (double) ((backwards ? fromX : toX) - lowX) / dy;
    for (int step = 0; step <= steps; step++) {
      int t = backwards ? steps - step : step;
      if (alongX) {
        visit(lowX + t, (int) (lowY + slope * t + .5));
      } else {
        visit((int) (lowX + slope * t + .5), lowY + t);
      }
    }
  }

  private void visit(int column, int row) {
    if (started && column != lastColumn) {
      // The centre of a photo column lies between the fine columns 5 c + 2 and 5 c + 3.
      double x = ((column < lastColumn ? column : column - 1) + .5) / UPSAMPLING - .5;
      if (Math.floor(x) == x && x >= 0 && x <= size.width() - 1) {
        double y = (Math.min(row, lastRow) + .5) / UPSAMPLING - .5;
        y = Math.ceil(Math.min(Math.max(y, 0), size.height()));
        addCrossing(((int) x) * size.height() + (int) y);
      }
    }
    started = true;
    lastColumn = column;
    lastRow = row;
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
