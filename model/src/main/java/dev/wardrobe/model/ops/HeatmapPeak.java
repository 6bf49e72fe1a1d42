package dev.wardrobe.model.ops;

/**
 * How far the top of a heat map lies from the centre of its highest cell, in cells.
 *
 * @param right to the right, at most 1 either way
 * @param down downwards, at most 1 either way
 */
record HeatmapPeak(double right, double down) {
  private static final HeatmapPeak CENTRE = new HeatmapPeak(0, 0);

  /**
   * The top of the paraboloid through the peak and its neighbours; of a parabola along each axis
   * where there is no such top nearby or the peak lies on the map's edge.
   */
  static HeatmapPeak of(float[] logits, int start, int size, int peak) {
    int row = peak / size;
    int column = peak % size;
    boolean insideX = column > 0 && column < size - 1;
    boolean insideY = row > 0 && row < size - 1;
    int at = start + peak;
    double slopeX = insideX ? (logits[at + 1] - (double) logits[at - 1]) / 2 : 0;
    double slopeY = insideY ? (logits[at + size] - (double) logits[at - size]) / 2 : 0;
    double bendX = insideX ? logits[at + 1] - 2.0 * logits[at] + logits[at - 1] : 0;
    double bendY = insideY ? logits[at + size] - 2.0 * logits[at] + logits[at - size] : 0;
    if (insideX && insideY) {
      double twist =
          ((double) logits[at + size + 1]
                  - logits[at + size - 1]
                  - logits[at - size + 1]
                  + logits[at - size - 1])
              / 4;
      double determinant = bendX * bendY - twist * twist;
      double right = (twist * slopeY - bendY * slopeX) / determinant;
      double down = (twist * slopeX - bendX * slopeY) / determinant;
      if (determinant > 0 && bendX < 0 && Math.abs(right) <= 1 && Math.abs(down) <= 1) {
        return new HeatmapPeak(right, down);
      }
    }
    return bendX < 0 || bendY < 0
        ? new HeatmapPeak(bendX < 0 ? -slopeX / bendX : 0, bendY < 0 ? -slopeY / bendY : 0)
        : CENTRE;
  }
}
