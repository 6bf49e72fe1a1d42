package dev.wardrobe.synthesis.painting;

import java.util.List;

/**
 * A regular grid of cells over a part of a material, for what changes slowly: it is as fine in a
 * small photo as in a large one.
 *
 * @param u left edge in the material
 * @param v upper edge in the material
 * @param perUnit cells on one unit
 * @param width in cells
 * @param height in cells
 */
record Grid(double u, double v, double perUnit, int width, int height) {
  private static final double FINEST = .0025;
  private static final double CELL_PIXELS = 1.6;
  private static final int MOST_CELLS = 150_000;

  /**
   * A grid around polygons.
   *
   * @param polygons in the material
   * @param margin on each side, in units
   * @param unit how many pixels a unit is long
   */
  static Grid around(List<double[]> polygons, double margin, double unit) {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (double[] polygon : polygons) {
      for (int i = 0; i + 1 < polygon.length; i += 2) {
        left = Math.min(left, polygon[i]);
        right = Math.max(right, polygon[i]);
        top = Math.min(top, polygon[i + 1]);
        bottom = Math.max(bottom, polygon[i + 1]);
      }
    }
    double broad = Math.max(0, right - left) + 2 * margin;
    double tall = Math.max(0, bottom - top) + 2 * margin;
    double cell = Math.max(FINEST, CELL_PIXELS / unit);
    cell = Math.max(cell, Math.sqrt(broad * tall / MOST_CELLS));
    // A sliver may be long beyond measure.
    cell = Math.max(cell, Math.max(broad, tall) * 4 / MOST_CELLS);
    int width = (int) Math.ceil(broad / cell) + 2;
    int height = (int) Math.ceil(tall / cell) + 2;
    return new Grid(left - margin - cell, top - margin - cell, 1 / cell, width, height);
  }

  int area() {
    return width * height;
  }

  /** Polygons in cells of this grid. */
  List<double[]> inCells(List<double[]> polygons) {
    return polygons.stream().map(this::inCells).toList();
  }

  /** Places in cells of this grid. */
  double[] inCells(double[] places) {
    double[] cells = new double[places.length / 2 * 2];
    for (int i = 0; i < cells.length; i += 2) {
      cells[i] = (places[i] - u) * perUnit;
      cells[i + 1] = (places[i + 1] - v) * perUnit;
    }
    return cells;
  }

  /** The middle of a column, in the material. */
  float uAt(int column) {
    return (float) (u + (column + .5) / perUnit);
  }

  /** The middle of a row, in the material. */
  float vAt(int row) {
    return (float) (v + (row + .5) / perUnit);
  }

  /** The value at a place of the material, between those of the nearest cells. */
  float at(float[] values, double placeU, double placeV) {
    float x = (float) ((placeU - u) * perUnit) - .5f;
    float y = (float) ((placeV - v) * perUnit) - .5f;
    int column = x <= 0 ? 0 : Math.min((int) x, width - 2);
    int row = y <= 0 ? 0 : Math.min((int) y, height - 2);
    float toRight = Noise.clamp(x - column);
    float toBottom = Noise.clamp(y - row);
    int i = row * width + column;
    float above = values[i] + (values[i + 1] - values[i]) * toRight;
    float below = values[i + width] + (values[i + width + 1] - values[i + width]) * toRight;
    return above + (below - above) * toBottom;
  }
}
