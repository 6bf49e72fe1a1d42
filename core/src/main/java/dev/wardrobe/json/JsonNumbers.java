package dev.wardrobe.json;

import dev.wardrobe.structures.Coordinates;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;

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
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return readInteger(parser, numbers);
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

  private static boolean readInteger(JsonParser parser, Coordinates.Builder numbers) {
    int value;
    try {
      value = parser.getIntValue();
    } catch (InputCoercionException e) {
      return false; // beyond an int
    }
    if (value > FARTHEST || value < -FARTHEST) {
      return false;
    }
    numbers.addInteger(value);
    return true;
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
    int size = numbers.size();
    for (int i = 0; i < size; i++) {
      if (i > 0) {
        json.separator();
      }
      if (numbers.isInteger(i)) {
        json.integer((long) numbers.get(i));
      } else {
        json.real(numbers.get(i));
      }
    }
    json.raw("]");
  }
}
