package dev.wardrobe.model.weights;

import dev.wardrobe.model.config.StrictJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Where weights come from, as a JSON object of strings, numbers and truth values. */
public final class ProvenanceJson {
  private ProvenanceJson() {}

  /**
   * The text.
   *
   * @throws IllegalArgumentException if there are other values
   */
  public static String write(Map<String, ?> provenance) {
    provenance.forEach((name, value) -> {
      if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
        throw new IllegalArgumentException(
            "provenance.%s: found %s, expected a string, a number or a truth value"
                .formatted(name, value));
      }
    });
    return StrictJson.write(provenance);
  }

  /**
   * What a text says: String, Long, Double or Boolean by name.
   *
   * @throws IllegalArgumentException if it is no such text
   */
  public static Map<String, Object> read(String text) {
    Map<String, Object> values = new LinkedHashMap<>();
    JsonNode json = StrictJson.parse(text);
    if (!json.isObject()) {
      throw new IllegalArgumentException("it is no JSON object");
    }
    json.properties().forEach(field -> values.put(field.getKey(), scalar(field.getValue())));
    return Collections.unmodifiableMap(values);
  }

  private static Object scalar(JsonNode value) {
    if (value.isString()) {
      return value.stringValue();
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return value.longValue();
    }
    if (value.isNumber()) {
      return value.asDouble();
    }
    throw new IllegalArgumentException(
        "found %s, expected strings, numbers and truth values"
            .formatted(Wording.name(value.toString())));
  }
}
