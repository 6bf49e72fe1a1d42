package dev.wardrobe.model.config;

import dev.wardrobe.files.DatasetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A {@link Config} as JSON: an object with the names of the records' components, in their order;
 * constants of an enum in upper case. Reading asks for exactly these fields.
 */
public final class ConfigJson {
  private static final int NEAREST = 3;

  /** Fields that configs did not always have, by their object, and what they mean without. */
  private static final Map<String, Map<String, String>> LATER =
      Map.of(
          "heads",
          Map.of("margin", "0"),
          "training",
          Map.of(
              "lossWeights",
              StrictJson.write(RecordTree.of(LossWeights.EQUAL)),
              "repeatThreshold",
              "0"));

  private ConfigJson() {}

  /** The JSON of a config, on one line. */
  public static String write(Config config) {
    return StrictJson.write(RecordTree.of(config));
  }

  /**
   * Reads a config.
   *
   * @param where the file it comes from, for messages
   * @throws DatasetException if it is not the JSON of a config, with the path of the first wrong
   *     field
   */
  public static Config read(String json, String where) {
    try {
      return RecordTree.toRecord(Config.class, withLaterFields(StrictJson.parse(json)));
    } catch (IllegalArgumentException e) {
      throw new DatasetException("Wrong config in %s: %s".formatted(where, e.getMessage()), e);
    }
  }

  private static JsonNode withLaterFields(JsonNode config) {
    LATER.forEach((part, fields) -> {
      if (config.path(part) instanceof ObjectNode object) {
        fields.forEach((name, value) -> {
          if (!object.has(name)) {
            object.set(name, StrictJson.parse(value));
          }
        });
      }
    });
    return config;
  }

  /**
   * A config with some fields set, all at once: only the result must be right.
   *
   * @param values by path, such as "training.batchSize"; as in JSON, where quotes of a string may
   *     be left out: {@code 4}, {@code .5}, {@code false}, {@code [1, 2]}, {@code COSINE}
   * @throws DatasetException if there is no such field, or the config is wrong with these values
   */
  public static Config with(Config config, Map<String, String> values) {
    Map<String, Object> tree = RecordTree.of(config);
    Collection<String> paths = paths("", tree);
    values.forEach((path, value) -> {
      if (!paths.contains(path)) {
        throw new DatasetException(
            "There is no setting %s; the nearest are %s"
                .formatted(path, String.join(", ", nearest(path, paths))));
      }
      put(tree, path, parsed(value));
    });
    try {
      return RecordTree.toRecord(Config.class, StrictJson.parse(StrictJson.write(tree)));
    } catch (IllegalArgumentException e) {
      throw new DatasetException("Cannot set this: %s".formatted(e.getMessage()), e);
    }
  }

  /** The paths of all fields that can be set, in order. */
  public static List<String> paths() {
    return paths("", RecordTree.of(Config.tiny()));
  }

  private static List<String> paths(String prefix, Map<?, ?> tree) {
    List<String> paths = new ArrayList<>();
    tree.forEach((name, value) -> {
      if (value instanceof Map<?, ?> inner) {
        paths.addAll(paths(prefix + name + ".", inner));
      } else {
        paths.add(prefix + name);
      }
    });
    return paths;
  }

  private static void put(Map<String, Object> tree, String path, Object value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      tree.put(path, value);
      return;
    }
    Map<String, Object> inner = new LinkedHashMap<>();
    if (tree.get(path.substring(0, dot)) instanceof Map<?, ?> found) {
      found.forEach((name, old) -> inner.put(String.valueOf(name), old));
    }
    put(inner, path.substring(dot + 1), value);
    tree.put(path.substring(0, dot), inner);
  }

  private static Object parsed(String value) {
    try {
      // Python's users write .9, which JSON does not know.
      JsonNode json = StrictJson.parse(value.matches("\\.[0-9]+") ? "0" + value : value);
      return json.isMissingNode() ? value : json;
    } catch (IllegalArgumentException e) {
      return value; // a word without quotes
    }
  }

  private static List<String> nearest(String path, Collection<String> paths) {
    return paths.stream()
        .sorted(
            Comparator.comparingInt((String other) ->
                other.startsWith(path + ".")
                    ? 0
                    : Math.min(
                        EditDistance.between(path, other),
                        1 + EditDistance.between(lastName(path), lastName(other)))))
        .limit(NEAREST)
        .toList();
  }

  private static String lastName(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
