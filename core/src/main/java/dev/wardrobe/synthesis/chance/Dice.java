package dev.wardrobe.synthesis.chance;

/**
 * Random choices that are the same on every machine and JDK for ever: the SplitMix64 generator
 * (Steele, Lea and Flood, 2014), seeded from several numbers. Not safe for use by several threads.
 */
public final class Dice {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  /** A generator of its own for each combination of numbers, whatever their order of use. */
  public Dice(long... seeds) {
    for (long seed : seeds) {
      state = mixed(state + GAMMA) ^ seed;
    }
  }

  private static long mixed(long value) {
    long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  /** Uniform in [0, 1). */
  public double next() {
    state += GAMMA;
    return (mixed(state) >>> 11) * 0x1p-53;
  }

  /** Uniform in [from, to). */
  public double between(double from, double to) {
    return from + (to - from) * next();
  }

  /** Uniform among 0 to {@code bound - 1}. */
  public int below(int bound) {
    return (int) (next() * bound);
  }

  /** True with a probability. */
  public boolean chance(double probability) {
    return next() < probability;
  }

  /** An index, each as likely as its weight is large; weights are at least 0 and not all 0. */
  public int weighted(double... weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = next() * total;
    int last = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        last = i;
        left -= weights[i];
        if (left < 0) {
          return i;
        }
      }
    }
    return last;
  }

  /** The numbers 0 to {@code count - 1} in random order. */
  public int[] permutation(int count) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int other = below(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }
}
