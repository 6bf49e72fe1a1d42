package dev.wardrobe.model.ops;

/**
 * How far the top of a heat map lies from the centre of its highest cell, in cells.
 *
 * @param right to the right, at most 1 either way
 * @param down downwards, at most 1 either way
 */
record HeatmapPeak(double right, double down) {
  private static final HeatmapPeak CENTRE = new HeatmapPeak(0, 0);

  /** Smaller numbers count as this one, which has a logarithm. */
  private static final float SMALLEST = 1e-12f;

  /**
   * The top of the paraboloid through the logarithms of the peak and its neighbours; of a parabola
   * along each axis where there is no such top nearby or the peak lies on the map's edge.
   */
  static HeatmapPeak of(float[] map, int size, int peak) {
    int row = peak / size;
    int column = peak % size;
    boolean insideX = column > 0 && column < size - 1;
    boolean insideY = row > 0 && row < size - 1;
    double centre = log(map, peak);
    double left = insideX ? log(map, peak - 1) : 0;
    double right = insideX ? log(map, peak + 1) : 0;
    double above = insideY ? log(map, peak - size) : 0;
    double below = insideY ? log(map, peak + size) : 0;
    double slopeX = (right - left) / 2;
    double slopeY = (below - above) / 2;
    double bendX = insideX ? right - 2 * centre + left : 0;
    double bendY = insideY ? below - 2 * centre + above : 0;
    if (insideX && insideY) {
      double twist =
          (log(map, peak + size + 1)
                  - log(map, peak + size - 1)
                  - log(map, peak - size + 1)
                  + log(map, peak - size - 1))
              / 4;
      double determinant = bendX * bendY - twist * twist;
      double x = (twist * slopeY - bendY * slopeX) / determinant;
      double y = (twist * slopeX - bendX * slopeY) / determinant;
      if (determinant > 0 && bendX < 0 && Math.abs(x) <= 1 && Math.abs(y) <= 1) {
        return new HeatmapPeak(x, y);
      }
    }
    return bendX < 0 || bendY < 0
        ? new HeatmapPeak(bendX < 0 ? -slopeX / bendX : 0, bendY < 0 ? -slopeY / bendY : 0)
        : CENTRE;
  }

  private static double log(float[] map, int at) {
    return Math.log(Math.max(map[at], SMALLEST));
  }
}
