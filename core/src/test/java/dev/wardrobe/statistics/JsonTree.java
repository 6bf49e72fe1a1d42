package dev.wardrobe.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.json.JsonReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** JSON as maps, lists, longs, doubles, strings, booleans and {@link #NULL}, for assertions. */
final class JsonTree {
  static final Object NULL = "null";

  private JsonTree() {}

  static Object parse(byte[] json) {
    try (JsonParser parser = JsonReading.parser(json)) {
      parser.nextToken();
      Object value = value(parser);
      assertThat(parser.nextToken()).as("what follows the value").isNull();
      return value;
    }
  }

  private static Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
          parser.nextToken();
          assertThat(map.put(name, value(parser))).as("second %s", name).isNull();
        }
        yield map;
      }
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_NULL -> NULL;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> parser.getString();
    };
  }

  /** The object at a path of keys. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> object(Object tree, String... path) {
    Map<String, Object> at = (Map<String, Object>) tree;
    for (String key : path) {
      at = (Map<String, Object>) get(at, key);
    }
    return at;
  }

  static long number(Map<String, Object> object, String key) {
    return (Long) get(object, key);
  }

  /** What a key holds; fails if there is no such key. */
  static Object get(Map<String, Object> object, String key) {
    return Objects.requireNonNull(object.get(key), () -> "no " + key + " in " + object.keySet());
  }
}
