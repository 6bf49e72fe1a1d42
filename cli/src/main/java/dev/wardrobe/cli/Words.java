package dev.wardrobe.cli;

/** Numbers with their nouns, as people write them. */
final class Words {
  private Words() {}

  /** Such as "1 photo" or "2,000 photos". */
  static String count(long number, String noun) {
    return "%,d %s%s".formatted(number, noun, number == 1 ? "" : "s");
  }

  /** A time span, such as "40 ms" or "2.1 s". */
  static String seconds(double seconds) {
    return seconds < .1 ? "%.0f ms".formatted(1000 * seconds) : "%.1f s".formatted(seconds);
  }
}
