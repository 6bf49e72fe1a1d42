package dev.wardrobe.model.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Records as trees of plain values, and back from JSON. Components are whole numbers, numbers,
 * truth values, strings, enums, lists of these, and records. Messages begin with the path of the
 * wrong field, such as "training.batchSize: found \"x\", expected a whole number".
 */
final class RecordTree {
  private static final int LONGEST_VALUE = 60;

  private RecordTree() {}

  /** The components by name, in their order. */
  static Map<String, Object> of(Record value) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      tree.put(component.getName(), plain(component(value, component)));
    }
    return tree;
  }

  private static Object component(Record value, RecordComponent component) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object plain(Object value) {
    return switch (value) {
      case Record inner -> of(inner);
      case Enum<?> constant -> constant.name();
      case List<?> list -> list.stream().map(RecordTree::plain).toList();
      default -> value;
    };
  }

  /**
   * The record of a JSON object that has all its components and no other fields.
   *
   * @throws IllegalArgumentException if it has not, or the record refuses the values
   */
  static <R extends Record> R toRecord(Class<R> type, JsonNode json) {
    return type.cast(record("", type, json));
  }

  private static Object record(String path, Class<?> type, JsonNode json) {
    if (!json.isObject()) {
      throw wrong(path, json, "an object");
    }
    RecordComponent[] components = type.getRecordComponents();
    Set<String> names =
        Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      if (!names.contains(field.getKey())) {
        throw new IllegalArgumentException(
            "%s: unknown field; expected are %s"
                .formatted(
                    join(path, shown(field.getKey())),
                    Arrays.stream(components)
                        .map(RecordComponent::getName)
                        .collect(Collectors.joining(", "))));
      }
    }
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String name = components[i].getName();
      if (!json.has(name)) {
        throw new IllegalArgumentException("%s: missing".formatted(join(path, name)));
      }
      values[i] = value(join(path, name), components[i].getGenericType(), json.path(name));
    }
    return construct(path, type, components, values);
  }

  private static Object construct(
      String path, Class<?> type, RecordComponent[] components, Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      String message = Objects.requireNonNullElse(e.getCause(), e).getMessage();
      throw new IllegalArgumentException(
          message == null ? "%s: refused".formatted(path) : message, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object value(String path, Type type, JsonNode json) {
    if (type instanceof ParameterizedType list) {
      return list(path, list.getActualTypeArguments()[0], json);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return record(path, plain, json);
    }
    if (plain.isEnum()) {
      return constant(path, plain, json);
    }
    if (plain == int.class || plain == Integer.class) {
      require(json.isIntegralNumber() && json.canConvertToInt(), path, json, "a whole number");
      return json.intValue();
    }
    if (plain == double.class || plain == Double.class) {
      require(
          json.isNumber() && Double.isFinite(json.asDouble(Double.NaN)), path, json, "a number");
      return json.asDouble();
    }
    if (plain == boolean.class) {
      require(json.isBoolean(), path, json, "true or false");
      return json.booleanValue();
    }
    require(json.isString(), path, json, "a string");
    return json.stringValue();
  }

  private static Object list(String path, Type element, JsonNode json) {
    require(json.isArray(), path, json, "a list");
    List<Object> values = new ArrayList<>();
    for (JsonNode item : json) {
      values.add(value("%s[%d]".formatted(path, values.size()), element, item));
    }
    return values;
  }

  private static Object constant(String path, Class<?> type, JsonNode json) {
    Object[] constants = type.getEnumConstants();
    for (Object constant : constants) {
      if (json.isString() && json.stringValue().equalsIgnoreCase(constant.toString())) {
        return constant;
      }
    }
    String names = Arrays.stream(constants).map(Object::toString).collect(Collectors.joining(", "));
    throw wrong(path, json, "one of " + names);
  }

  private static void require(boolean right, String path, JsonNode found, String expected) {
    if (!right) {
      throw wrong(path, found, expected);
    }
  }

  private static IllegalArgumentException wrong(String path, JsonNode found, String expected) {
    String what =
        found.isMissingNode()
            ? "nothing"
            : found.isObject() ? "an object" : shown(found.toString());
    return new IllegalArgumentException(
        "%sfound %s, expected %s".formatted(path.isEmpty() ? "" : path + ": ", what, expected));
  }

  private static String shown(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "...";
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
