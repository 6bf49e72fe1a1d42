package dev.wardrobe.coco;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;

/**
 * A number as an annotation writes it and as Python prints it after reading.
 *
 * @param text in the annotation
 * @param value as a double
 * @param integer whether Python reads an int
 */
record NumberText(String text, double value, boolean integer) {

  static NumberText ofInteger(int value) {
    return new NumberText(Integer.toString(value), value, true);
  }

  /** A float written in one of many ways. */
  static NumberText ofFloat(double value, SplittableRandom random) {
    String text =
        switch (random.nextInt(5)) {
          case 0 -> new BigDecimal(value).round(new MathContext(17)).toPlainString();
          case 1 -> python(value) + (python(value).contains("e") ? "" : "00");
          case 2 -> "%se0".formatted(python(value).contains("e") ? "0.0" : python(value));
          case 3 -> new BigDecimal(python(value)).movePointLeft(2).toPlainString() + "E+2";
          default -> python(value);
        };
    return new NumberText(text, Double.parseDouble(text), isInteger(text));
  }

  private static boolean isInteger(String text) {
    return text.chars().allMatch(c -> c == '-' || Character.isDigit(c));
  }

  /** A number somewhere in a range, of every kind that files have. */
  static NumberText any(SplittableRandom random, int from, int to) {
    int whole = random.nextInt(from, to);
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> ofInteger(whole);
      case 3 -> ofFloat(whole, random);
      case 4 -> ofFloat(whole + random.nextInt(100) / 100.0, random);
      case 5 -> ofFloat(whole + random.nextInt(1_000_000) / 1e6, random);
      case 6 -> ofFloat(whole + random.nextDouble(), random);
      default -> odd(random);
    };
  }

  private static NumberText odd(SplittableRandom random) {
    String[] texts = {
      "-0.0", "-0", "0", "0.0", "1e-05", "1.5E-7", "0.00012", "-3.25", "1e2", "1e5"
    };
    String text = texts[random.nextInt(texts.length)];
    return new NumberText(text, Double.parseDouble(text), isInteger(text));
  }

  /** What Python's json.dump writes for it. */
  String python() {
    return integer ? Long.toString((long) value) : python(value);
  }

  /** Python's repr of a float, slowly: Java's shortest digits in Python's layout. */
  static String python(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    BigDecimal digits = new BigDecimal(Double.toString(value));
    double size = Math.abs(value);
    if (size >= 1e-4 && size < 1e16) {
      String plain = digits.stripTrailingZeros().toPlainString();
      return plain.contains(".") ? plain : plain + ".0";
    }
    BigDecimal bare = digits.stripTrailingZeros();
    String unscaled = bare.unscaledValue().abs().toString();
    int power = unscaled.length() - 1 - bare.scale();
    String mantissa =
        unscaled.charAt(0) + (unscaled.length() > 1 ? "." + unscaled.substring(1) : "");
    return (value < 0 ? "-" : "")
        + mantissa
        + "e%s%02d".formatted(power < 0 ? "-" : "+", Math.abs(power));
  }
}
