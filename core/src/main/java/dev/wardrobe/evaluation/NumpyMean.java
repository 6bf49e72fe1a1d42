package dev.wardrobe.evaluation;

import java.util.Arrays;

/**
 * A mean of what is above -1, added up in the order in which numpy adds: halves are added up by
 * themselves down to blocks of {@value #BLOCK}, a block in eight interleaved sums. Floating-point
 * sums depend on the order, so any other order would differ from the official numbers in the last
 * digits.
 */
final class NumpyMean {
  private static final int BLOCK = 128;
  private static final int LANES = 8;

  private double[] values = new double[64];
  private int size;

  /** Adds a value unless it is -1. */
  void add(double value) {
    if (value > -1) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }
  }

  /** The mean; -1 of nothing. */
  double value() {
    return size == 0 ? -1 : sum(0, size) / size;
  }

  private double sum(int from, int count) {
    if (count < LANES) {
      return sumOneByOne(0, from, count);
    }
    if (count <= BLOCK) {
      return sumBlock(from, count);
    }
    int half = count / 2;
    half -= half % LANES;
    return sum(from, half) + sum(from + half, count - half);
  }

  private double sumBlock(int from, int count) {
    double[] lanes = Arrays.copyOfRange(values, from, from + LANES);
    int whole = count - count % LANES;
    for (int i = LANES; i < whole; i++) {
      lanes[i % LANES] += values[from + i];
    }
    double sum =
        ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3]))
            + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
    return sumOneByOne(sum, from + whole, count - whole);
  }

  private double sumOneByOne(double start, int from, int count) {
    double sum = start;
    for (int i = from; i < from + count; i++) {
      sum += values[i];
    }
    return sum;
  }
}
