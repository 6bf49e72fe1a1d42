package dev.wardrobe.json;

/**
 * Decimal digits eight at a time: a word of eight bytes in the order of the text, the first one
 * lowest, each exclusive-ored with '0', so that digits are 0 to 9 and all else is more.
 */
final class EightDigits {
  private static final long HIGHS = 0x8080808080808080L;
  private static final long PAIRS = 0x000000FF000000FFL;

  private EightDigits() {}

  /** How many digits the word begins with, 0 to 8. */
  static int count(long word) {
    // Adding 0x76 raises the high bit of whatever is above 9; a carry reaches later bytes only.
    long others = ((word + 0x7676767676767676L) | word) & HIGHS;
    return Long.numberOfTrailingZeros(others) >> 3;
  }

  /** The number that the first digits make, which must be digits: 1 to 8 of them; 0 of none. */
  static long value(long word, int count) {
    if (count == 0) {
      return 0;
    }
    // Zeros before the digits, then sums of two, four and eight neighbours.
    long aligned = word << (64 - 8 * count);
    long twos = aligned * 10 + (aligned >>> 8);
    return ((twos & PAIRS) * (100 + (1_000_000L << 32))
            + ((twos >>> 16) & PAIRS) * (1 + (10_000L << 32)))
        >>> 32;
  }
}
