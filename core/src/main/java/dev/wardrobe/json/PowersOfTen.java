package dev.wardrobe.json;

/** Powers of ten that a double holds exactly. */
final class PowersOfTen {
  private static final double[] EXACT = new double[23];

  static {
    EXACT[0] = 1;
    for (int i = 1; i < EXACT.length; i++) {
      EXACT[i] = EXACT[i - 1] * 10;
    }
  }

  private static final int[] WHOLE = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
  };

  private PowersOfTen() {}

  /** Ten to the power, 0 to 8. */
  static int whole(int power) {
    return WHOLE[power];
  }

  /** Ten to the power, 0 to 22. */
  static double exact(int power) {
    return EXACT[power];
  }
}
