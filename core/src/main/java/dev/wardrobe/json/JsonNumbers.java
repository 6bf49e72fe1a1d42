package dev.wardrobe.json;

import dev.wardrobe.structures.Coordinates;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Lists of coordinates in JSON, each number an integer or a float as it was. */
public final class JsonNumbers {
  /** Beyond this no coordinate can be meant; a JPEG has at most 65,535 pixels a side. */
  public static final double FARTHEST = 1_000_000;

  private JsonNumbers() {}

  /**
   * Adds the number a parser stands at.
   *
   * @return false, with nothing added, if it is no number, not finite or too large
   */
  public static boolean read(JsonParser parser, Coordinates.Builder numbers) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() == JsonParser.NumberType.INT
        && Math.abs((long) parser.getIntValue()) <= FARTHEST) {
      numbers.addInteger(parser.getIntValue());
      return true;
    }
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      double value = JsonReading.doubleValue(parser);
      if (Math.abs(value) <= FARTHEST) {
        numbers.addReal(value);
        return true;
      }
    }
    return false;
  }

  /** What {@link #read} expects instead of the value the parser stands at, for messages. */
  public static String expected(JsonParser parser) {
    JsonToken token = parser.currentToken();
    return token != null && token.isNumeric()
        ? "a finite number within 1,000,000 pixels"
        : "a number";
  }

  /** Writes a list. */
  public static void write(PythonJson json, Coordinates numbers) {
    json.raw("[");
    for (int i = 0; i < numbers.size(); i++) {
      json.raw(i == 0 ? "" : ", ");
      if (numbers.isInteger(i)) {
        json.integer((long) numbers.get(i));
      } else {
        json.real(numbers.get(i));
      }
    }
    json.raw("]");
  }
}
