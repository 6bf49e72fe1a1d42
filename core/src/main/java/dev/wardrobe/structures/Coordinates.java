package dev.wardrobe.structures;

import java.util.Arrays;
import java.util.Objects;

/**
 * An immutable sequence of finite numbers that remembers which of them were written as integers.
 *
 * <p>DeepFashion2 mixes {@code 12} and {@code 12.0}; the official conversion keeps each as it was.
 * The values are doubles all the same: integers are exact up to 2^53.
 */
public final class Coordinates {
  private static final long[] NO_INTEGERS = {};

  private final double[] values;

  /** One bit a value; empty if no value was written as an integer. */
  private final long[] integerBits;

  private Coordinates(double[] values, long[] integerBits) {
    this.values = values;
    this.integerBits = integerBits;
  }

  /**
   * Numbers written as integers.
   *
   * @param values copied
   */
  public static Coordinates ofIntegers(int... values) {
    double[] doubles = new double[values.length];
    long[] bits = new long[(values.length + 63) / 64];
    Arrays.fill(bits, -1L);
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return new Coordinates(doubles, bits);
  }

  /**
   * Numbers written with a fraction, even where it is zero.
   *
   * @param values copied
   * @throws IllegalArgumentException if a value is not finite
   */
  public static Coordinates ofReals(double... values) {
    for (double value : values) {
      requireFinite(value);
    }
    return new Coordinates(values.clone(), NO_INTEGERS);
  }

  /** An empty builder, to be filled number by number. */
  public static Builder builder() {
    return new Builder();
  }

  private static void requireFinite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("Expected a finite number, but got " + value);
    }
  }

  /** How many numbers there are. */
  public int size() {
    return values.length;
  }

  /**
   * The number at an index.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  public double get(int index) {
    return values[index];
  }

  /**
   * Whether the number at an index was written as an integer.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  public boolean isInteger(int index) {
    Objects.checkIndex(index, values.length);
    return integerBits.length > 0 && (integerBits[index >> 6] & 1L << index) != 0;
  }

  /** A copy of the numbers. */
  public double[] toArray() {
    return values.clone();
  }

  /** Equal numbers, written alike. */
  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Coordinates that) || !Arrays.equals(values, that.values)) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      if (isInteger(i) != that.isInteger(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /** The numbers as JSON-like text, for messages. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ", ");
      if (isInteger(i)) {
        text.append((long) values[i]);
      } else {
        text.append(values[i]);
      }
    }
    return text.append(']').toString();
  }

  /** Collects numbers; reusable after {@link #clear}. Not safe for use by several threads. */
  public static final class Builder {
    private double[] values = new double[64];
    private long[] bits = new long[1];
    private boolean anyInteger;
    private int size;

    private Builder() {}

    /** Adds a number written as an integer. */
    public Builder addInteger(long value) {
      grow();
      bits[size >> 6] |= 1L << size;
      anyInteger = true;
      values[size++] = value;
      return this;
    }

    /**
     * Adds a number written with a fraction or exponent.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public Builder addReal(double value) {
      requireFinite(value);
      grow();
      bits[size >> 6] &= ~(1L << size);
      values[size++] = value;
      return this;
    }

    /** How many numbers were added since the last {@link #clear}. */
    public int size() {
      return size;
    }

    /** Forgets all numbers. */
    public void clear() {
      size = 0;
      anyInteger = false;
    }

    /** A copy of the numbers added so far. */
    public double[] toArray() {
      return Arrays.copyOf(values, size);
    }

    /** The numbers added so far, as an immutable sequence. */
    public Coordinates build() {
      return new Coordinates(
          Arrays.copyOf(values, size),
          anyInteger ? Arrays.copyOf(bits, (size + 63) / 64) : NO_INTEGERS);
    }

    private void grow() {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
        bits = Arrays.copyOf(bits, (values.length + 63) / 64);
      }
    }
  }
}
