package dev.wardrobe.torch.weights;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** The bytes of a pickle, and no more of them than a limit. */
final class PickleInput {
  /** Far more than the pickle of a hundred thousand tensors. */
  private static final long MOST_BYTES = 1 << 26;

  private static final int LONGEST_TEXT = 1 << 20;

  private final InputStream in;
  private long position;

  PickleInput(InputStream in) {
    this.in = in;
  }

  /** How many bytes have been read. */
  long position() {
    return position;
  }

  int unsignedByte() throws IOException {
    if (position >= MOST_BYTES) {
      throw new TorchFormatException("its pickle is longer than %d MB".formatted(MOST_BYTES >> 20));
    }
    int value = in.read();
    if (value < 0) {
      throw new EOFException();
    }
    position++;
    return value;
  }

  /** An unsigned number of so many bytes, at most 8, the lowest first. */
  long unsigned(int bytes) throws IOException {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (long) unsignedByte() << (8 * i);
    }
    return value;
  }

  double bigEndianDouble() throws IOException {
    return Double.longBitsToDouble(Long.reverseBytes(unsigned(Double.BYTES)));
  }

  /** A signed number of so many bytes, the lowest first. */
  BigInteger signed(int bytes) throws IOException {
    byte[] reversed = new byte[bytes];
    for (int i = bytes - 1; i >= 0; i--) {
      reversed[i] = (byte) unsignedByte();
    }
    return bytes == 0 ? BigInteger.ZERO : new BigInteger(reversed);
  }

  String text(long bytes) throws IOException {
    if (bytes < 0 || bytes > LONGEST_TEXT) {
      throw new TorchFormatException(
          "found a string of %d bytes, expected at most %d".formatted(bytes, LONGEST_TEXT));
    }
    byte[] text = in.readNBytes((int) bytes);
    position += text.length;
    if (text.length < bytes) {
      throw new EOFException();
    }
    return new String(text, StandardCharsets.UTF_8);
  }

  /** Text up to a line feed. */
  String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = unsignedByte(); c != '\n'; c = unsignedByte()) {
      line.append((char) c);
      if (line.length() > LONGEST_TEXT) {
        throw new TorchFormatException("found a line longer than " + LONGEST_TEXT);
      }
    }
    return line.toString();
  }
}
