package dev.wardrobe.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds the header of a JPEG segment by segment. */
final class JpegBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  JpegBytes() {
    bytes(0xFF, 0xD8);
  }

  /** A whole small photo header: start, frame. */
  static byte[] colour(int width, int height) {
    return new JpegBytes().frame(0xC0, width, height, 3).toByteArray();
  }

  JpegBytes bytes(int... values) {
    for (int value : values) {
      out.write(value);
    }
    return this;
  }

  JpegBytes segment(int marker, byte... body) {
    bytes(0xFF, marker, (body.length + 2) >> 8, (body.length + 2) & 255);
    try {
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  JpegBytes frame(int marker, int width, int height, int components) {
    ByteBuffer body = ByteBuffer.allocate(6 + 3 * components);
    body.put((byte) 8).putShort((short) height).putShort((short) width).put((byte) components);
    return segment(marker, body.array());
  }

  /** An APP1 segment of EXIF with two tags, the second of them the orientation. */
  JpegBytes exif(ByteOrder order, int orientation) {
    return segment(0xE1, exifBody(order, 0x0112, orientation));
  }

  static byte[] exifBody(ByteOrder order, int tag, int value) {
    ByteBuffer body = ByteBuffer.allocate(6 + 8 + 2 + 24 + 4);
    body.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    body.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
    body.order(order).putShort((short) 42).putInt(8).putShort((short) 2);
    body.putShort((short) 0x010F).putShort((short) 2).putInt(4).putInt(0x41424300);
    body.putShort((short) tag).putShort((short) 3).putInt(1).putShort((short) value);
    return body.array();
  }

  byte[] toByteArray() {
    return out.toByteArray();
  }
}
