package dev.wardrobe.synthesis.painting;

/**
 * How much more of a shape lies before a place than behind it, in its row or column, as a share of
 * both: -1 at the shape's beginning, 0 where it reaches as far to both sides, 1 at its end. In
 * shapes broader than the reach all of their middle is 0.
 */
final class Balance {
  /** Keeps places far from the shape at 0. */
  private static final float LEAST = .02f;

  private Balance() {}

  /** Of each cell, in its row. */
  static float[] across(float[] cover, Grid grid, int reach) {
    float[] balance = new float[cover.length];
    for (int row = 0; row < grid.height(); row++) {
      line(cover, balance, row * grid.width(), 1, grid.width(), reach);
    }
    return balance;
  }

  /** Of each cell, in its column. */
  static float[] along(float[] cover, Grid grid, int reach) {
    float[] balance = new float[cover.length];
    for (int column = 0; column < grid.width(); column++) {
      line(cover, balance, column, grid.width(), grid.height(), reach);
    }
    return balance;
  }

  private static void line(
      float[] cover, float[] balance, int start, int step, int length, int reach) {
    float before = 0;
    float behind = 0;
    for (int i = 0; i < Math.min(reach, length); i++) {
      behind += cover[start + i * step];
    }
    float least = LEAST * reach;
    for (int i = 0; i < length; i++) {
      float here = cover[start + i * step];
      float entering = i + reach < length ? cover[start + (i + reach) * step] : 0;
      float leaving = i >= reach ? cover[start + (i - reach) * step] : 0;
      // The cell itself counts half to both sides.
      float left = before + here / 2;
      float rightward = behind - here / 2;
      balance[start + i * step] = (left - rightward) / (left + rightward + least);
      behind += entering - here;
      before += here - leaving;
    }
  }
}
