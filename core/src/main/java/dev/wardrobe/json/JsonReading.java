package dev.wardrobe.json;

import java.io.InputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Parsers for foreign JSON. They accept NaN and Infinity as Python's json does, so that the caller
 * can name the place, and bound nesting, names, strings and numbers.
 */
public final class JsonReading {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxNumberLength(400)
                  .maxNameLength(1_000)
                  .build())
          .recyclerPool(JsonRecyclerPools.threadLocalPool())
          .build();

  /** For objects with more names than are worth remembering. */
  private static final JsonFactory MANY_NAMES =
      FACTORY.rebuild().disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES).build();

  private static final double[] POWERS_OF_TEN = powersOfTen();
  private static final int EXACT_DIGITS = 15;

  private JsonReading() {}

  /**
   * The float a parser stands at. Plain decimals of up to 15 digits, which almost all are, take a
   * short way: the digits as an integer, divided by a power of ten, both exact as doubles, so the
   * quotient is the nearest double.
   */
  public static double doubleValue(JsonParser parser) {
    char[] text = parser.getStringCharacters();
    int at = parser.getStringOffset();
    int end = at + parser.getStringLength();
    boolean negative = text[at] == '-';
    long digits = 0;
    int count = 0;
    int point = -1;
    for (int i = negative ? at + 1 : at; i < end; i++) {
      char c = text[i];
      if (c == '.') {
        point = i;
      } else if (c >= '0' && c <= '9') {
        digits = digits * 10 + c - '0';
        count++;
      } else {
        return parser.getDoubleValue();
      }
    }
    if (count > EXACT_DIGITS || point < 0) {
      return parser.getDoubleValue();
    }
    double size = digits / POWERS_OF_TEN[end - point - 1];
    return negative ? -size : size;
  }

  private static double[] powersOfTen() {
    double[] powers = new double[EXACT_DIGITS + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }

  /** A parser over bytes in UTF-8. */
  public static JsonParser parser(byte[] json) {
    return FACTORY.createParser(ObjectReadContext.empty(), json);
  }

  /** A parser over some bytes in UTF-8. */
  public static JsonParser parser(byte[] json, int offset, int length) {
    return FACTORY.createParser(ObjectReadContext.empty(), json, offset, length);
  }

  /** A parser over a stream in UTF-8 of an object with thousands of names. */
  public static JsonParser parserOfManyNames(InputStream json) {
    return MANY_NAMES.createParser(ObjectReadContext.empty(), json);
  }

  /** A parser over a stream in UTF-8; closing the parser closes the stream. */
  public static JsonParser parser(InputStream json) {
    return FACTORY.createParser(ObjectReadContext.empty(), json);
  }
}
