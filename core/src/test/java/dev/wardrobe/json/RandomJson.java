package dev.wardrobe.json;

import java.util.SplittableRandom;

/**
 * Random JSON texts, full of what is rare: all shapes of numbers, escapes, empty and deep lists.
 */
public final class RandomJson {
  private static final String[] PIECES = {
    "\\\"",
    "\\\\",
    "\\/",
    "\\n",
    "\\b",
    "\\u0041",
    "\\u00e9",
    "\\ud83d\\ude00",
    "é",
    "漢",
    "😀",
    "}, {",
    "},{",
    "[",
    "]",
    "{",
    ":",
    ",",
    "a",
    "Z",
    " ",
    "x1",
    "\u007f",
    "null",
    "#",
    "!",
    "~"
  };
  private static final String[] SPACES = {"", "", "", " ", "\n", "\t", "\r\n", "  ", "          "};
  private static final String[] NUMBERS = {
    "0",
    "-0",
    "-0.0",
    "0.0",
    "1",
    "-1",
    "NaN",
    "Infinity",
    "-Infinity",
    "1e5",
    "1E+5",
    "-1.5e-7",
    "1e400",
    "-1e400",
    "1e-400",
    "4.9e-324",
    "1.7976931348623157e308",
    "2.2250738585072014e-308",
    "9007199254740992",
    "9007199254740993",
    "9007199254740993.0",
    "0.1",
    "0.30000000000000004",
    "123456789012345678",
    "1234567890123456789",
    "12345678901234567890123456",
    "0.000000000000000001",
    "179769313486231580793728971405301e277",
    "5e-324",
    "8.5e15",
    "90071992547409.93"
  };

  private final SplittableRandom random;
  private final StringBuilder text = new StringBuilder();

  private RandomJson(SplittableRandom random) {
    this.random = random;
  }

  /** A list or object. */
  static String document(SplittableRandom random) {
    RandomJson json = new RandomJson(random);
    json.space();
    json.nested(1);
    json.space();
    return json.text.toString();
  }

  /** Any value. */
  public static String value(SplittableRandom random) {
    RandomJson json = new RandomJson(random);
    json.value(1);
    return json.text.toString();
  }

  /** A number of any shape that is allowed. */
  static String number(SplittableRandom random) {
    if (random.nextInt(3) == 0) {
      return NUMBERS[random.nextInt(NUMBERS.length)];
    }
    StringBuilder number = new StringBuilder(random.nextInt(3) == 0 ? "-" : "");
    int whole = random.nextInt(random.nextInt(8) == 0 ? 25 : 6);
    if (whole == 0) {
      number.append('0');
    } else {
      number.append(1 + random.nextInt(9));
      digits(number, whole - 1, random);
    }
    if (random.nextBoolean()) {
      number.append('.');
      digits(number, 1 + random.nextInt(random.nextInt(4) == 0 ? 25 : 6), random);
    }
    if (random.nextInt(6) == 0) {
      number
          .append(random.nextBoolean() ? 'e' : 'E')
          .append(new String[] {"", "+", "-"}[random.nextInt(3)]);
      digits(number, 1 + random.nextInt(3), random);
    }
    return number.toString();
  }

  private static void digits(StringBuilder number, int count, SplittableRandom random) {
    for (int i = 0; i < count; i++) {
      number.append(random.nextInt(10));
    }
  }

  private void space() {
    text.append(SPACES[random.nextInt(SPACES.length)]);
  }

  private void value(int depth) {
    switch (random.nextInt(depth > 4 ? 6 : 9)) {
      case 0, 1, 2 -> text.append(number(random));
      case 3, 4 -> string();
      case 5 -> text.append(new String[] {"true", "false", "null"}[random.nextInt(3)]);
      default -> nested(depth);
    }
  }

  private void nested(int depth) {
    boolean object = random.nextBoolean();
    text.append(object ? '{' : '[');
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      text.append(i > 0 ? "," : "");
      space();
      if (object) {
        string();
        space();
        text.append(':');
        space();
      }
      value(depth + 1);
      space();
    }
    if (count == 0) {
      space();
    }
    text.append(object ? '}' : ']');
  }

  private void string() {
    text.append('"');
    int count = random.nextInt(random.nextInt(4) == 0 ? 20 : 6);
    for (int i = 0; i < count; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    text.append('"');
  }
}
