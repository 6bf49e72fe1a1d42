package dev.wardrobe.json;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Python's repr of a float. Java and Python both print the shortest decimal that reads back the
 * same; they differ in where exponents begin, how they look, and in that Java prints two digits
 * where one would do for the smallest numbers.
 */
public final class PythonFloat {
  private PythonFloat() {}

  /** The text, such as "0.1", "1e-05", "1e+16", "nan" written as json.dump does: "NaN". */
  public static String repr(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Infinity" : "-Infinity";
    }
    if (value == 0) {
      return Double.doubleToRawLongBits(value) == 0 ? "0.0" : "-0.0";
    }
    BigDecimal decimal = shortest(Math.abs(value));
    String digits = decimal.unscaledValue().toString();
    int exponent = digits.length() - decimal.scale() - 1;
    String sign = value < 0 ? "-" : "";
    if (exponent < -4 || exponent >= 16) {
      String mantissa =
          digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
      String power = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
      return sign + mantissa + "e" + (exponent < 0 ? "-" : "+") + power;
    }
    String plain = decimal.toPlainString();
    return sign + (plain.contains(".") ? plain : plain + ".0");
  }

  private static BigDecimal shortest(double positive) {
    BigDecimal decimal = new BigDecimal(Double.toString(positive)).stripTrailingZeros();
    if (decimal.precision() == 2) {
      BigDecimal one = decimal.round(new MathContext(1));
      if (one.doubleValue() == positive) {
        return one.stripTrailingZeros();
      }
    }
    return decimal;
  }
}
