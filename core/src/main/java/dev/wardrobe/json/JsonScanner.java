package dev.wardrobe.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Walks over JSON in bytes, value by value, building nothing that is not asked for. It is what the
 * reading of result files stands on: they are gigabytes of numbers of which few count, and skipping
 * is three times as fast as telling tokens apart.
 *
 * <p>It is one class, and its loops are long, because they share the bytes and the position: a call
 * for each byte or word would cost more than the work.
 *
 * <p>Accepted is what Python's json accepts: NaN and Infinity are numbers. Values that are skipped
 * are only walked over: their brackets and quotes must fit together, no more. Bytes outside ASCII
 * may stand in texts only. Whatever does not fit is a {@link JsonFault}.
 */
public final class JsonScanner {
  /** How many bytes of the array must follow the scanned ones; they are overwritten. */
  public static final int PADDING = 16;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long ZEROS = 0x3030303030303030L;
  private static final int DEEPEST = 64;
  private static final int LONGEST_NUMBER = 400;
  private static final int LONGEST_DESCRIBED = 40;

  private byte[] bytes = new byte[PADDING];
  private int at;
  private int end;
  private double plainValue;
  private int textStart;
  private int textEnd;
  private boolean textEscaped;

  /** A scanner without bytes. */
  public JsonScanner() {}

  /**
   * Turns to other bytes.
   *
   * @param array holds them, and {@link #PADDING} more, which are set to 0
   * @param from the first one
   * @param to after the last one
   */
  public void reset(byte[] array, int from, int to) {
    bytes = array;
    at = from;
    end = to;
    // Zeros end every loop over digits, spaces or texts without a check for the end.
    LONGS.set(bytes, to, 0L);
    LONGS.set(bytes, to + 8, 0L);
  }

  /** Walks over a byte order mark, if one is next. */
  public void skipByteOrderMark() {
    if (bytes[at] == (byte) 0xEF && bytes[at + 1] == (byte) 0xBB && bytes[at + 2] == (byte) 0xBF) {
      at += 3;
    }
  }

  /** The index of the next byte. */
  public int position() {
    return at;
  }

  /** The next byte that is no white space, which is not consumed; 0 at the end. */
  public byte peek() {
    byte b = bytes[at];
    while (b <= ' ' && (b == ' ' || b == '\n' || b == '\r' || b == '\t')) {
      b = bytes[++at];
    }
    return b;
  }

  /** Whether only white space is left. */
  public boolean atEnd() {
    return peek() == 0 && at >= end;
  }

  /** Consumes the next byte that is no white space if it is this one. */
  public boolean tryNext(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  /** Consumes the next byte that is no white space, which must be this one. */
  public void next(char wanted) {
    if (peek() != wanted) {
      throw fault("'" + wanted + "'");
    }
    at++;
  }

  /**
   * After a value in a list or object: consumes a comma, or the closing bracket.
   *
   * @return whether there is another value
   */
  public boolean more(char closing) {
    byte b = peek();
    if (b == ',') {
      at++;
      return true;
    }
    if (b == closing) {
      at++;
      return false;
    }
    throw fault("',' or '" + closing + "'");
  }

  /**
   * A key and its colon.
   *
   * @return its number, or {@link JsonKeys#OTHER}
   */
  public int key(JsonKeys keys) {
    if (peek() != '"') {
      throw fault("a key in quotes");
    }
    text();
    int key =
        textEscaped ? keys.names().indexOf(lastText()) : keys.indexOf(bytes, textStart, textEnd);
    next(':');
    return key;
  }

  /** Whether the next value is a number, NaN and infinity included. */
  public boolean isNumber() {
    byte b = peek();
    return (b >= '0' && b <= '9') || b == '-' || b == 'N' || b == 'I';
  }

  /**
   * A number, NaN and infinity included. A fault at the end of the bytes, where more digits could
   * follow: in a document numbers stand in lists and objects.
   */
  public double number() {
    byte b = peek();
    int start = at;
    boolean negative = b == '-';
    int i = negative ? start + 1 : start;
    long digits = 0;
    int first = i;
    int digit;
    while ((digit = bytes[i] - '0') >= 0 && digit <= 9) {
      digits = digits * 10 + digit;
      i++;
    }
    int count = i - first;
    int decimals = 0;
    if (bytes[i] == '.' && count > 0) {
      int point = i++;
      while ((digit = bytes[i] - '0') >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        i++;
      }
      decimals = i - point - 1;
      if (decimals == 0) {
        return slowNumber();
      }
    }
    // Beyond 2^53, or 18 digits, the quotient would not be the nearest double.
    if (count == 0
        || count + decimals > 18
        || digits > 1L << 53
        || (count > 1 && bytes[first] == '0')
        || (bytes[i] | 0x20) == 'e'
        || i >= end) {
      return slowNumber();
    }
    at = i;
    double size = decimals == 0 ? digits : digits / PowersOfTen.exact(decimals);
    return negative ? -size : size;
  }

  /**
   * A list of numbers, which is most of a results file.
   *
   * @param target gets as many as it has place for; the others are only counted
   * @return how many there are; -1, with nothing consumed, if it is no list of numbers only
   */
  public int numbers(double[] target) {
    if (peek() != '[') {
      return -1;
    }
    int start = at++;
    int count = 0;
    boolean more = !tryNext(']');
    while (more) {
      double value;
      if (plainNumber()) {
        value = plainValue;
        more = bytes[at++] == ',';
      } else if (isNumber()) {
        value = number();
        more = more(']');
      } else {
        at = start;
        return -1;
      }
      if (count < target.length) {
        target[count] = value;
      }
      count++;
    }
    return count;
  }

  /**
   * A number in a list, if it has at most 7 digits before the point and 15 after it and a comma or
   * bracket right behind it: digits are taken eight at a time. Otherwise nothing is consumed.
   */
  private boolean plainNumber() {
    byte[] b = bytes;
    int i = at;
    while (b[i] == ' ') {
      i++;
    }
    boolean negative = b[i] == '-';
    int first = negative ? i + 1 : i;
    long word = (long) LONGS.get(b, first) ^ ZEROS;
    int whole = EightDigits.count(word);
    if (whole == 0 || whole == 8 || (whole > 1 && b[first] == '0')) {
      return false;
    }
    long digits = EightDigits.value(word, whole);
    int next = first + whole;
    int decimals = 0;
    if (b[next] == '.') {
      word = (long) LONGS.get(b, next + 1) ^ ZEROS;
      decimals = EightDigits.count(word);
      digits = digits * PowersOfTen.whole(decimals) + EightDigits.value(word, decimals);
      if (decimals == 8) {
        word = (long) LONGS.get(b, next + 9) ^ ZEROS;
        int rest = EightDigits.count(word);
        if (rest == 8) {
          return false;
        }
        digits = digits * PowersOfTen.whole(rest) + EightDigits.value(word, rest);
        decimals += rest;
      }
      next += 1 + decimals;
      if (decimals == 0 || whole + decimals > 18 || digits > 1L << 53) {
        return false;
      }
    }
    if (b[next] != ',' && b[next] != ']') {
      return false;
    }
    at = next;
    double size = decimals == 0 ? digits : digits / PowersOfTen.exact(decimals);
    plainValue = negative ? -size : size;
    return true;
  }

  /** Exponents, many digits, NaN, infinity, and whatever is no number. */
  private double slowNumber() {
    int i = at;
    while (i < end && isNumberByte(bytes[i])) {
      i++;
    }
    if (i >= end) {
      throw endFault("a number");
    }
    if (i - at > LONGEST_NUMBER) {
      throw fault("a number of at most " + LONGEST_NUMBER + " characters");
    }
    String text = new String(bytes, at, i - at, StandardCharsets.ISO_8859_1);
    double value = NumberText.parse(text);
    if (Double.isNaN(value) && !text.equals("NaN")) {
      throw fault("a number");
    }
    at = i;
    return value;
  }

  private static boolean isNumberByte(byte b) {
    return (b >= '0' && b <= '9')
        || (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || b == '-'
        || b == '+'
        || b == '.';
  }

  /** Walks over a text, to be asked for with {@link #lastText} and the like. */
  public void text() {
    if (peek() != '"') {
      throw fault("a text");
    }
    int i = at + 1;
    textStart = i;
    textEscaped = false;
    while (true) {
      long word = (long) LONGS.get(bytes, i);
      long quotes = word ^ 0x2222222222222222L;
      long slashes = word ^ 0x5C5C5C5C5C5C5C5CL;
      long controls = (word - 0x2020202020202020L) & ~word & HIGHS;
      long found =
          ((((quotes - ONES) & ~quotes) | ((slashes - ONES) & ~slashes)) & HIGHS) | controls;
      if (found == 0) {
        i += 8;
        continue;
      }
      i += Long.numberOfTrailingZeros(found) >> 3;
      byte b = bytes[i];
      if (b == '"') {
        textEnd = i;
        at = i + 1;
        return;
      }
      if (b == '\\') {
        textEscaped = true;
        i += 2;
      } else if (i < end) {
        throw new JsonFault(
            i, false, "a control character in a text", "an escape such as \\n, or a quote before");
      }
      if (i >= end) {
        throw endFault("the end of a text");
      }
    }
  }

  /** The last text, escapes resolved. */
  public String lastText() {
    String raw = new String(bytes, textStart, textEnd - textStart, StandardCharsets.UTF_8);
    return textEscaped ? JsonEscapes.resolve(raw) : raw;
  }

  /** The index of the last text's first byte. */
  public int textStart() {
    return textStart;
  }

  /** The index after the last text's last byte. */
  public int textEnd() {
    return textEnd;
  }

  /** Walks over the next value. */
  public void skip() {
    switch (peek()) {
      case '"' -> text();
      case '[', '{' -> skipNested();
      default -> {
        if (isNumber()) {
          number();
        } else {
          skipWord();
        }
      }
    }
  }

  private void skipWord() {
    for (String word : new String[] {"true", "false", "null"}) {
      if (startsWith(word)) {
        at += word.length();
        return;
      }
    }
    if (end - at < 5 && isWordStart()) {
      throw endFault("a value");
    }
    throw fault("a value");
  }

  private boolean isWordStart() {
    String rest = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1);
    return "true".startsWith(rest) || "false".startsWith(rest) || "null".startsWith(rest);
  }

  private boolean startsWith(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (bytes[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Walks over a list or object by its brackets. Eight bytes at a time are passed over if none is a
   * quote, or from '[' on, as brackets and most letters are: lists of numbers have none.
   */
  private void skipNested() {
    long open = 0; // one bit a level, set for objects
    int depth = 0;
    int i = at;
    while (true) {
      long word = (long) LONGS.get(bytes, i);
      long quotes = word ^ 0x2222222222222222L;
      long found =
          (((quotes - ONES) & ~quotes) | word | ((word & ~HIGHS) + 0x2525252525252525L)) & HIGHS;
      found |= (word - ONES) & ~word & HIGHS;
      if (found == 0) {
        i += 8;
        continue;
      }
      i += Long.numberOfTrailingZeros(found) >> 3;
      switch (bytes[i]) {
        case '"' -> {
          at = i;
          text();
          i = at;
        }
        case '[', '{' -> {
          if (++depth > DEEPEST) {
            at = i;
            throw fault("at most " + DEEPEST + " levels");
          }
          open = (open << 1) | (bytes[i] == '{' ? 1 : 0);
          i++;
        }
        case ']', '}' -> {
          if ((open & 1) != (bytes[i] == '}' ? 1 : 0)) {
            at = i;
            throw fault((open & 1) == 1 ? "'}'" : "']'");
          }
          open >>>= 1;
          i++;
          if (--depth == 0) {
            at = i;
            return;
          }
        }
        default -> i++;
      }
      if (i > end || (i == end && depth > 0)) {
        throw endFault("the end of a list or object");
      }
    }
  }

  /** A fault at the next value. */
  public JsonFault fault(String expected) {
    return at >= end ? endFault(expected) : new JsonFault(at, false, describe(), expected);
  }

  private JsonFault endFault(String expected) {
    return new JsonFault(end, true, "the end of the file", expected);
  }

  /** The next value in a few words on one line, which is not consumed. */
  public String describe() {
    byte b = peek();
    if (at >= end) {
      return "the end of the file";
    }
    return switch (b) {
      case '{' -> "an object {...}";
      case '[' -> "a list [...]";
      case '"' -> describeText();
      default -> {
        int i = at;
        while (i < end
            && i < at + LONGEST_DESCRIBED
            && (i == at
                || ((isNumberByte(b) || b < 0) && (isNumberByte(bytes[i]) || bytes[i] < 0)))) {
          i++;
        }
        if (isUtf16()) {
          yield "text in UTF-16";
        }
        yield isNumberByte(b) || b < 0 ? printable(at, i) : "'" + printable(at, i) + "'";
      }
    };
  }

  /** What some editors and shells write instead of UTF-8. */
  private boolean isUtf16() {
    return (bytes[at] == (byte) 0xFF && bytes[at + 1] == (byte) 0xFE)
        || (bytes[at] == (byte) 0xFE && bytes[at + 1] == (byte) 0xFF);
  }

  private String printable(int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return text.codePoints().anyMatch(Character::isISOControl)
        ? text.codePoints()
            .mapToObj(
                c -> Character.isISOControl(c) ? "\\u%04x".formatted(c) : Character.toString(c))
            .collect(Collectors.joining())
        : text;
  }

  private String describeText() {
    int stop = Math.min(end, at + 2 + LONGEST_DESCRIBED);
    int i = at + 1;
    while (i < stop && bytes[i] != '"') {
      i += bytes[i] == '\\' ? 2 : 1;
    }
    boolean whole = i < stop;
    i = Math.min(i, Math.min(end, at + 1 + LONGEST_DESCRIBED));
    while (!whole && i < end && i > at + 1 && (bytes[i] & 0xC0) == 0x80) {
      i--; // not inside a character
    }
    return "the text \"" + printable(at + 1, i) + (whole ? "" : "...") + "\"";
  }
}
