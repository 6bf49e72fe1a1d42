package dev.wardrobe.model.onnx;

import java.nio.charset.StandardCharsets;

/** An attribute of a node. */
final class Attribute {
  private static final int FLOAT = 1;
  private static final int INT = 2;
  private static final int STRING = 3;
  private static final int INTS = 7;

  private final ProtoMessage message;

  private Attribute(String name, int type) {
    message = new ProtoMessage().text(1, name).integer(20, type);
  }

  static Attribute of(String name, float value) {
    Attribute attribute = new Attribute(name, FLOAT);
    attribute.message.number(2, value);
    return attribute;
  }

  static Attribute of(String name, long value) {
    Attribute attribute = new Attribute(name, INT);
    attribute.message.integer(3, value);
    return attribute;
  }

  static Attribute of(String name, String value) {
    Attribute attribute = new Attribute(name, STRING);
    attribute.message.bytes(4, value.getBytes(StandardCharsets.UTF_8));
    return attribute;
  }

  static Attribute ofAll(String name, long... values) {
    Attribute attribute = new Attribute(name, INTS);
    for (long value : values) {
      attribute.message.integer(8, value);
    }
    return attribute;
  }

  ProtoMessage message() {
    return message;
  }
}
