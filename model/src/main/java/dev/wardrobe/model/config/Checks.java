package dev.wardrobe.model.config;

/** Checks of values that users may set; messages name the field as in the JSON file. */
final class Checks {
  private Checks() {}

  static void require(boolean right, String field, Object found, String expected) {
    if (!right) {
      throw new IllegalArgumentException(
          "%s: found %s, expected %s".formatted(field, found, expected));
    }
  }

  static void atLeast(int least, int found, String field) {
    require(found >= least, field, found, "at least " + least);
  }

  static void between(double least, double most, double found, String field) {
    require(found >= least && found <= most, field, found, "%s to %s".formatted(least, most));
  }
}
