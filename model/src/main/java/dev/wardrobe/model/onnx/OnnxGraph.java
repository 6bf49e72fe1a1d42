package dev.wardrobe.model.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A graph in the making: values are known by their names, nodes are added in the order in which
 * they are computed. The numbers of fields are those of onnx.proto.
 */
final class OnnxGraph {
  /** The version of the operators: the first one whose Resize, TopK and RoiAlign are today's. */
  static final int OPSET = 18;

  /** The field of a model that holds its notes. */
  static final int METADATA = 14;

  /** The version of the file format that came with that opset. */
  private static final int IR_VERSION = 8;

  private final ProtoMessage graph = new ProtoMessage();
  private final Set<String> names = new HashSet<>();

  /**
   * What the graph takes or gives.
   *
   * @param axes the length of each: a number, or a name where it may be any
   */
  record Value(String name, ElementType type, List<String> axes) {
    Value(String name, ElementType type, String... axes) {
      this(name, type, List.of(axes));
    }

    private ProtoMessage message() {
      ProtoMessage shape = new ProtoMessage();
      for (String axis : axes) {
        boolean fixed = axis.chars().allMatch(Character::isDigit);
        ProtoMessage dimension = new ProtoMessage();
        shape.message(
            1, fixed ? dimension.integer(1, Long.parseLong(axis)) : dimension.text(2, axis));
      }
      ProtoMessage tensor = new ProtoMessage().integer(1, type.code()).message(2, shape);
      return new ProtoMessage().text(1, name).message(2, new ProtoMessage().message(1, tensor));
    }
  }

  /** Adds an input. */
  String input(Value value) {
    graph.message(11, value.message());
    return unique(value.name());
  }

  /** Makes a value that is there an output. */
  void output(Value value) {
    if (!names.contains(value.name())) {
      throw new IllegalArgumentException("There is no value " + value.name());
    }
    graph.message(12, value.message());
  }

  /** Adds constant 32-bit numbers. */
  String constant(String name, float[] values, long... shape) {
    byte[] bytes = new byte[Float.BYTES * values.length];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return constant(name, ElementType.FLOAT, bytes, values.length, shape);
  }

  /** Adds constant integers. */
  String constant(String name, long[] values, long... shape) {
    byte[] bytes = new byte[Long.BYTES * values.length];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(values);
    return constant(name, ElementType.INT64, bytes, values.length, shape);
  }

  /** Adds a list of integers, such as a shape, unless it is there. */
  String integers(long... values) {
    String name = "integers" + Arrays.toString(values).replace(" ", "");
    return names.contains(name) ? name : constant(name, values, values.length);
  }

  /** Adds a single number, unless it is there. */
  String number(float value) {
    String name = "number[" + value + "]";
    return names.contains(name) ? name : constant(name, new float[] {value});
  }

  /** Adds a list of equal numbers, unless it is there. */
  String filled(int count, float value) {
    String name = "filled[%d x %s]".formatted(count, value);
    if (names.contains(name)) {
      return name;
    }
    float[] values = new float[count];
    Arrays.fill(values, value);
    return constant(name, values, count);
  }

  private String constant(String name, ElementType type, byte[] bytes, int count, long... shape) {
    if (Arrays.stream(shape).reduce(1, (a, b) -> a * b) != count) {
      throw new IllegalArgumentException(
          "Expected %s numbers for %s, but got %d".formatted(Arrays.toString(shape), name, count));
    }
    ProtoMessage tensor = new ProtoMessage();
    for (long axis : shape) {
      tensor.integer(1, axis);
    }
    graph.message(5, tensor.integer(2, type.code()).text(8, name).bytes(9, bytes));
    return unique(name);
  }

  /**
   * Adds a node with one output, which gets the node's name.
   *
   * @param inputs names of values; "" for one that is left out
   */
  String node(String operator, String name, List<String> inputs, Attribute... attributes) {
    add(operator, name, inputs, List.of(name), attributes);
    return name;
  }

  /** Adds a node with several outputs, called name:0, name:1 and so on. */
  List<String> nodes(
      String operator, String name, int outputs, List<String> inputs, Attribute... attributes) {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < outputs; i++) {
      made.add(name + ":" + i);
    }
    add(operator, name, inputs, made, attributes);
    return made;
  }

  private void add(
      String operator,
      String name,
      List<String> inputs,
      List<String> outputs,
      Attribute... attributes) {
    ProtoMessage node = new ProtoMessage();
    for (String input : inputs) {
      if (!input.isEmpty() && !names.contains(input)) {
        throw new IllegalArgumentException("%s: there is no value %s".formatted(name, input));
      }
      node.text(1, input);
    }
    outputs.forEach(output -> node.text(2, unique(output)));
    node.text(3, name).text(4, operator);
    for (Attribute attribute : attributes) {
      node.message(5, attribute.message());
    }
    graph.message(1, node);
  }

  private String unique(String name) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("There are two values " + name);
    }
    return name;
  }

  /**
   * The whole model; the graph is not to be changed any more.
   *
   * @param producer which program made it
   * @param metadata notes by name, in their order
   */
  byte[] toModel(String name, String producer, String version, Map<String, String> metadata) {
    ProtoMessage model = new ProtoMessage();
    model.integer(1, IR_VERSION).text(2, producer).text(3, version);
    model.message(7, graph.text(2, name));
    model.message(8, new ProtoMessage().text(1, "").integer(2, OPSET));
    metadata.forEach(
        (key, value) -> model.message(METADATA, new ProtoMessage().text(1, key).text(2, value)));
    return model.toByteString().toByteArray();
  }
}
