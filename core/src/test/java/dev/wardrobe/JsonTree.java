package dev.wardrobe;

import dev.wardrobe.json.JsonReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A small golden file as a tree of maps, lists, strings and numbers. */
public record JsonTree(Object value) implements Iterable<JsonTree> {

  /** Reads a whole file. */
  public static JsonTree read(Path file) throws IOException {
    return parse(Files.readAllBytes(file));
  }

  /** Reads a text in UTF-8. */
  public static JsonTree parse(byte[] text) {
    try (JsonParser parser = JsonReading.parser(text)) {
      parser.nextToken();
      return new JsonTree(value(parser));
    }
  }

  private static Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
          parser.nextToken();
          map.put(key, value(parser));
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
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      default -> parser.getString();
    };
  }

  /** The value of a key. */
  public JsonTree get(String key) {
    Object found = ((Map<?, ?>) value).get(key);
    if (found == null) {
      throw new IllegalArgumentException("No key " + key);
    }
    return new JsonTree(found);
  }

  /** Whether there is a value of a key. */
  public boolean has(String key) {
    return ((Map<?, ?>) value).containsKey(key);
  }

  /** The element at an index. */
  public JsonTree get(int index) {
    Object found = ((List<?>) value).get(index);
    if (found == null) {
      throw new IllegalArgumentException("No element " + index);
    }
    return new JsonTree(found);
  }

  /** How many elements a list has. */
  public int size() {
    return ((List<?>) value).size();
  }

  /** A text. */
  public String text() {
    return (String) value;
  }

  /** A number. */
  public double number() {
    return (Double) value;
  }

  /** A whole number. */
  public int integer() {
    return Math.toIntExact(Math.round(number()));
  }

  /** A list of numbers. */
  public double[] numbers() {
    double[] numbers = new double[size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = get(i).number();
    }
    return numbers;
  }

  @Override
  public Iterator<JsonTree> iterator() {
    List<JsonTree> elements = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      elements.add(get(i));
    }
    return elements.iterator();
  }
}
