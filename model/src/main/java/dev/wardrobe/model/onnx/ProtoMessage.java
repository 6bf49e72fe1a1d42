package dev.wardrobe.model.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A message of protocol buffers, written field by field; fields are known by their numbers. */
final class ProtoMessage {
  private final ByteString.Output bytes = ByteString.newOutput();
  private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

  /** Writes one field. */
  @FunctionalInterface
  private interface Write {
    void to(CodedOutputStream out) throws IOException;
  }

  private ProtoMessage with(Write field) {
    try {
      field.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // not in memory
    }
    return this;
  }

  ProtoMessage text(int field, String value) {
    return with(o -> o.writeString(field, value));
  }

  ProtoMessage integer(int field, long value) {
    return with(o -> o.writeInt64(field, value));
  }

  ProtoMessage number(int field, float value) {
    return with(o -> o.writeFloat(field, value));
  }

  ProtoMessage bytes(int field, byte... value) {
    return with(o -> o.writeByteArray(field, value));
  }

  ProtoMessage message(int field, ProtoMessage value) {
    ByteString inner = value.toByteString();
    return with(o -> o.writeBytes(field, inner));
  }

  ByteString toByteString() {
    with(CodedOutputStream::flush);
    return bytes.toByteString();
  }
}
