package dev.wardrobe.model.ops;

/** Sorting by descending score: keys whose ascending order it is. */
public final class ScoreOrder {
  private ScoreOrder() {}

  /**
   * A key that sorts before those of lower scores, of equal ones before those of higher indexes;
   * what is no number sorts first. Its lower half, {@code (int) key}, is the index.
   *
   * @param index 0 or more
   */
  public static long key(float score, int index) {
    int bits = Float.floatToIntBits(score + 0f); // minus zero becomes zero
    int ascending = bits ^ (bits >> (Integer.SIZE - 1) & Integer.MAX_VALUE);
    return (long) ~ascending << Integer.SIZE | index;
  }
}
