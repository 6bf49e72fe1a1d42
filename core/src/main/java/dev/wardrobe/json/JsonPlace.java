package dev.wardrobe.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/** Says in a few words what a JSON parser stands at, or what stopped it. */
public final class JsonPlace {
  private static final int LONGEST = 40;

  private JsonPlace() {}

  /** Whether the parser stands at an integer that fits an int. */
  public static boolean isInt(JsonParser parser) {
    return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() == JsonParser.NumberType.INT;
  }

  /** The value the parser stands at, shortened. */
  public static String describe(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return "nothing";
    }
    return switch (token) {
      case START_OBJECT -> "an object {...}";
      case START_ARRAY -> "a list [...]";
      case VALUE_NULL -> "null";
      case VALUE_STRING -> "the text \"" + shortened(parser.getString()) + "\"";
      default -> shortened(parser.getString());
    };
  }

  /** What stopped the parser, and at which line and column. */
  public static String problem(JacksonException problem) {
    String line = message(problem);
    TokenStreamLocation at = problem.getLocation();
    return at == null || at.getLineNr() < 1
        ? line
        : "at line %d column %d: %s".formatted(at.getLineNr(), at.getColumnNr(), line);
  }

  /** What stopped the parser, in one line, without the place and how to configure Jackson. */
  public static String message(JacksonException problem) {
    return String.valueOf(problem.getOriginalMessage())
        .lines()
        .findFirst()
        .orElse("unreadable")
        .replaceFirst(" \\(start marker.*", "")
        .replaceFirst(", from `[^`]*`", "");
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
