package dev.wardrobe.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing buffer of JSON text exactly as Python's json.dump writes it by default: one line,
 * floats as Python's repr, non-ASCII characters escaped. Separators are the caller's: ", " and ":
 * ".
 *
 * <p>Not safe for use by several threads.
 */
public final class PythonJson {
  private static final int MICROS = 1_000_000;

  private byte[] bytes = new byte[4096];
  private int length;

  /** How many bytes were written since the last {@link #clear}. */
  public int length() {
    return length;
  }

  /** Forgets the text and keeps the memory. */
  public void clear() {
    length = 0;
  }

  /** Adds ASCII text as it is. */
  public PythonJson raw(String ascii) {
    int n = ascii.length();
    reserve(n);
    for (int i = 0; i < n; i++) {
      bytes[length++] = (byte) ascii.charAt(i);
    }
    return this;
  }

  /** Adds bytes as they are. */
  public PythonJson raw(byte[] text) {
    return raw(text, 0, text.length);
  }

  /** Adds some bytes as they are. */
  public PythonJson raw(byte[] text, int offset, int count) {
    reserve(count);
    System.arraycopy(text, offset, bytes, length, count);
    length += count;
    return this;
  }

  /** Adds an integer. */
  public PythonJson integer(long value) {
    reserve(20);
    long rest = value;
    if (value < 0) {
      if (value == Long.MIN_VALUE) {
        return raw("-9223372036854775808");
      }
      bytes[length++] = '-';
      rest = -value;
    }
    int end = length + digits(rest);
    length = end;
    do {
      bytes[--end] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    return this;
  }

  /**
   * Adds a float as Python's repr: the shortest decimal that reads back the same, with an exponent
   * below 1e-4 and from 1e16 on; NaN, Infinity and -Infinity as Python's json writes them.
   */
  public PythonJson real(double value) {
    // A decimal of at most 15 digits that reads back the same is the shortest one.
    double micros = Math.rint(value * MICROS);
    if (Math.abs(micros) < 1e15
        && micros / MICROS == value
        && (Math.abs(value) >= 1e-4 || (value == 0 && Double.doubleToRawLongBits(value) == 0))) {
      return decimal((long) micros);
    }
    return raw(PythonFloat.repr(value));
  }

  private PythonJson decimal(long micros) {
    reserve(24);
    long rest = micros;
    if (rest < 0) {
      bytes[length++] = '-';
      rest = -rest;
    }
    integer(rest / MICROS);
    bytes[length++] = '.';
    int fraction = (int) (rest % MICROS);
    if (fraction == 0) {
      bytes[length++] = '0';
      return this;
    }
    int places = 6;
    while (fraction % 10 == 0) {
      fraction /= 10;
      places--;
    }
    for (int at = length + places - 1; at >= length; at--) {
      bytes[at] = (byte) ('0' + fraction % 10);
      fraction /= 10;
    }
    length += places;
    return this;
  }

  /** Adds a quoted string, with everything outside printable ASCII escaped. */
  public PythonJson string(String text) {
    raw("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> raw("\\\"");
        case '\\' -> raw("\\\\");
        case '\n' -> raw("\\n");
        case '\r' -> raw("\\r");
        case '\t' -> raw("\\t");
        case '\b' -> raw("\\b");
        case '\f' -> raw("\\f");
        default -> {
          if (c >= ' ' && c < 127) {
            reserve(1);
            bytes[length++] = (byte) c;
          } else {
            raw("\\u%04x".formatted((int) c));
          }
        }
      }
    }
    return raw("\"");
  }

  /** Writes some of the text to a stream. */
  public void writeTo(OutputStream out, int from, int to) throws IOException {
    out.write(bytes, from, to - from);
  }

  /** A copy of the text as bytes. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.US_ASCII);
  }

  private static int digits(long value) {
    int digits = 1;
    for (long limit = 10; digits < 19 && value >= limit; limit *= 10) {
      digits++;
    }
    return digits;
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
