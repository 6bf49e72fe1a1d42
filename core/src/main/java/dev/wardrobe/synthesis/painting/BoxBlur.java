package dev.wardrobe.synthesis.painting;

/** Means over squares of a grid; what is outside the grid counts as its edge's value. */
final class BoxBlur {
  private BoxBlur() {}

  /**
   * Softens values in place, twice: a value reaches as far as twice the radius.
   *
   * @param radius in cells; less than 1 weighs the neighbours accordingly
   */
  static void twice(float[] values, int width, int height, float radius) {
    float[] other = new float[values.length];
    rows(values, other, width, height, radius);
    rows(other, values, width, height, radius);
    columns(values, other, width, height, radius);
    columns(other, values, width, height, radius);
  }

  /** Softens values in place, once. */
  static void once(float[] values, int width, int height, float radius) {
    float[] other = new float[values.length];
    rows(values, other, width, height, radius);
    columns(other, values, width, height, radius);
  }

  private static void rows(float[] from, float[] to, int width, int height, float radius) {
    int whole = (int) radius;
    float rest = radius - whole;
    float scale = 1 / (2 * radius + 1);
    for (int row = 0; row < height; row++) {
      int start = row * width;
      int end = start + width - 1;
      float sum = 0;
      for (int i = -whole; i <= whole; i++) {
        sum += from[inside(start + i, start, end)];
      }
      for (int i = start; i <= end; i++) {
        boolean inner = i - whole > start && i + whole < end;
        int before = inner ? i - whole - 1 : inside(i - whole - 1, start, end);
        int after = inner ? i + whole + 1 : inside(i + whole + 1, start, end);
        int leaving = inner ? i - whole : inside(i - whole, start, end);
        to[i] = (sum + rest * (from[before] + from[after])) * scale;
        sum += from[after] - from[leaving];
      }
    }
  }

  private static int inside(int index, int first, int last) {
    return Math.max(first, Math.min(last, index));
  }

  /** Row by row, so that memory is read in its order. */
  private static void columns(float[] from, float[] to, int width, int height, float radius) {
    int whole = (int) radius;
    float rest = radius - whole;
    float scale = 1 / (2 * radius + 1);
    float[] sums = new float[width];
    for (int row = -whole; row <= whole; row++) {
      int at = inside(row, 0, height - 1) * width;
      for (int x = 0; x < width; x++) {
        sums[x] += from[at + x];
      }
    }
    for (int row = 0; row < height; row++) {
      int before = inside(row - whole - 1, 0, height - 1) * width;
      int after = inside(row + whole + 1, 0, height - 1) * width;
      int leaving = inside(row - whole, 0, height - 1) * width;
      int at = row * width;
      for (int x = 0; x < width; x++) {
        to[at + x] = (sums[x] + rest * (from[before + x] + from[after + x])) * scale;
        sums[x] += from[after + x] - from[leaving + x];
      }
    }
  }
}
