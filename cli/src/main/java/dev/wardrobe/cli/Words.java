package dev.wardrobe.cli;

/** Numbers with their nouns, as people write them. */
final class Words {
  private Words() {}

  /** Such as "1 photo" or "2,000 photos". */
  static String count(long number, String noun) {
    return "%,d %s%s".formatted(number, noun, number == 1 ? "" : "s");
  }
}
