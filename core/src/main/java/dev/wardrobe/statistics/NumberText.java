package dev.wardrobe.statistics;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Numbers as a person reads them: commas between thousands, a dash where there is none. */
final class NumberText {
  static final String NOTHING = "-";

  private NumberText() {}

  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  static String count(OptionalLong value) {
    return value.isPresent() ? count(value.getAsLong()) : NOTHING;
  }

  static String percent(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.1f %%", value.getAsDouble()) : NOTHING;
  }

  static String percentOf(long part, long whole) {
    return whole == 0 ? NOTHING : percent(OptionalDouble.of(100.0 * part / whole));
  }

  static String mean(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : NOTHING;
  }

  static String ratio(long sum, long count) {
    return mean(count == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum / count));
  }
}
