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
  /** Below this, six places make at most 15 digits. */
  private static final double FAST_LIMIT = 1e9;

  private static final byte[] POINT_ZERO = {'.', '0'};

  private byte[] bytes;
  private int length;

  /** An empty buffer. */
  public PythonJson() {
    this(1 << 12);
  }

  /** An empty buffer with room for so many bytes before it grows. */
  public PythonJson(int capacity) {
    bytes = new byte[capacity];
  }

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

  /** Adds a comma and a blank. */
  public PythonJson separator() {
    reserve(2);
    bytes[length++] = ',';
    bytes[length++] = ' ';
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
    if (value < 0) {
      if (value == Long.MIN_VALUE) {
        return raw("-9223372036854775808");
      }
      raw("-");
      return unsigned(-value);
    }
    return unsigned(value);
  }

  /**
   * Adds a float as Python's repr: the shortest decimal that reads back the same, with an exponent
   * below 1e-4 and from 1e16 on; NaN, Infinity and -Infinity as Python's json writes them.
   */
  public PythonJson real(double value) {
    double size = Math.abs(value);
    if (size < FAST_LIMIT) {
      // A decimal of at most 15 digits that reads back the same is the shortest one.
      long whole = (long) size;
      if (whole == size && (whole != 0 || Double.doubleToRawLongBits(value) == 0)) {
        return sign(value).unsigned(whole).raw(POINT_ZERO);
      }
      long hundredths = (long) (size * 100 + .5);
      if (hundredths / 100.0 == size && hundredths > 0) {
        return sign(value).decimal(hundredths, 100, 2);
      }
      long millionths = (long) (size * 1e6 + .5);
      if (millionths / 1e6 == size && millionths >= 100) {
        return sign(value).decimal(millionths, 1_000_000, 6);
      }
    }
    return raw(PythonFloat.repr(value));
  }

  private PythonJson sign(double value) {
    return value < 0 ? raw("-") : this;
  }

  /** Adds a number of so many places, without trailing zeros; it is no whole number. */
  private PythonJson decimal(long scaled, int unit, int unitPlaces) {
    long whole = scaled / unit;
    int fraction = (int) (scaled - whole * unit);
    unsigned(whole);
    int places = unitPlaces;
    while (fraction % 10 == 0) {
      fraction /= 10;
      places--;
    }
    reserve(7);
    bytes[length] = '.';
    for (int at = length + places; at > length; at--) {
      bytes[at] = (byte) ('0' + fraction % 10);
      fraction /= 10;
    }
    length += places + 1;
    return this;
  }

  private PythonJson unsigned(long value) {
    reserve(20);
    if (value <= Integer.MAX_VALUE) {
      int rest = (int) value;
      int end = length + digits(rest);
      length = end;
      do {
        bytes[--end] = (byte) ('0' + rest % 10);
        rest /= 10;
      } while (rest > 0);
      return this;
    }
    return raw(Long.toString(value));
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

  /** Removes bytes from the end. */
  public void dropLast(int count) {
    length -= count;
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

  private static int digits(int value) {
    if (value < 1000) {
      return value < 10 ? 1 : value < 100 ? 2 : 3;
    }
    int digits = 4;
    for (long limit = 10_000; value >= limit; limit *= 10) {
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
