package dev.wardrobe.predictions;

import java.util.Arrays;

/** An item's feature: what a match network compares. */
public final class Embedding {
  /** Of a model without a match network. */
  public static final Embedding NONE = new Embedding(new float[0]);

  private final float[] values;

  private Embedding(float[] values) {
    this.values = values;
  }

  /**
   * A feature.
   *
   * @param values copied; none for {@link #NONE}
   */
  public static Embedding of(float... values) {
    return values.length == 0 ? NONE : new Embedding(values.clone());
  }

  /** How many numbers it has; 0 if there is none. */
  public int length() {
    return values.length;
  }

  /** The number at a 0-based index. */
  public float get(int index) {
    return values[index];
  }

  /** A copy of the numbers. */
  public float[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Embedding that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Embedding of %d numbers".formatted(values.length);
  }
}
