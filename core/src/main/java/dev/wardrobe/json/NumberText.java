package dev.wardrobe.json;

import java.util.regex.Pattern;

/** The long way from a JSON number's text to a double. */
final class NumberText {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

  private NumberText() {}

  /** The nearest double; not a number if the text is none, or is "NaN". */
  static double parse(String text) {
    return switch (text) {
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    };
  }
}
