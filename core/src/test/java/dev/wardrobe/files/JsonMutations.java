package dev.wardrobe.files;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways in which a JSON file can be broken or odd. */
final class JsonMutations {
  private static final String SIGNS = "{}[]\",:\\ -.eE0\n";
  private static final Pattern KEY = Pattern.compile("\"(\\w+)\": ");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
  private static final Pattern LIST = Pattern.compile("\\[[^\\[\\]]*\\]");
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "\"\"",
          "\"7\"",
          "{}",
          "[]",
          "[[]]",
          "[[1, 2]]",
          "NaN",
          "Infinity",
          "-Infinity",
          "1e999",
          "-1e999",
          "1e-999",
          "-0",
          "-0.0",
          "0",
          "-1",
          "3.5",
          "2147483648",
          "-2147483649",
          "9223372036854775808",
          "1e5",
          "\"\\ud800\"",
          "{\"a\": [1]}");
  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_16,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          Charset.forName("UTF-32"),
          Charset.forName("IBM037"));

  private JsonMutations() {}

  /** A copy with one change. */
  static byte[] mutate(byte[] json, SplittableRandom random) {
    int kind = random.nextInt(16);
    if (kind < 5) {
      return bytes(json, kind, random);
    }
    String text = new String(json, StandardCharsets.UTF_8);
    return switch (kind) {
      case 5, 6 -> replace(text, NUMBER, value(random), random);
      case 7 -> replace(text, TEXT, value(random), random);
      case 8 -> replace(text, LIST, value(random), random);
      case 9 -> replace(text, KEY, "\"" + key(text, random) + "\": ", random);
      case 10 ->
          replace(text, KEY, "\"%s\": %s, $0".formatted(key(text, random), value(random)), random);
      case 11 -> replace(text, LIST, "$0, $0", random);
      case 12 -> replace(text, NUMBER, "1" + "0".repeat(random.nextInt(600)), random);
      case 13 -> replace(text, NUMBER, hugeList(random), random);
      case 14 -> replace(text, NUMBER, nested(random), random);
      default -> encoded(text, random);
    };
  }

  /** Cut, swapped, overwritten, inserted and doubled bytes. */
  private static byte[] bytes(byte[] json, int kind, SplittableRandom random) {
    if (json.length < 2) {
      return new byte[] {(byte) random.nextInt(256)};
    }
    int a = random.nextInt(json.length);
    int b = random.nextInt(json.length);
    byte[] changed = json.clone();
    switch (kind) {
      case 0 -> changed = Arrays.copyOf(json, a);
      case 1 -> {
        changed[a] = json[b];
        changed[b] = json[a];
      }
      case 2 -> changed[a] = (byte) random.nextInt(256);
      case 3 -> changed[a] = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
      default -> {
        int from = Math.min(a, b);
        int length = Math.min(Math.abs(a - b), 200);
        changed = new byte[json.length + length];
        System.arraycopy(json, 0, changed, 0, from + length);
        System.arraycopy(json, from, changed, from + length, json.length - from);
      }
    }
    return changed;
  }

  private static byte[] replace(String text, Pattern what, String by, SplittableRandom random) {
    Matcher matcher = what.matcher(text);
    List<int[]> places = new ArrayList<>();
    while (matcher.find()) {
      places.add(new int[] {matcher.start(), matcher.end()});
    }
    if (places.isEmpty()) {
      return SampleText.bytes(text + by);
    }
    int[] place = places.get(random.nextInt(places.size()));
    String found = text.substring(place[0], place[1]);
    String changed =
        text.substring(0, place[0]) + by.replace("$0", found) + text.substring(place[1]);
    return SampleText.bytes(changed);
  }

  private static String value(SplittableRandom random) {
    return VALUES.get(random.nextInt(VALUES.size()));
  }

  /** Another key of the file, or a new one. */
  private static String key(String text, SplittableRandom random) {
    List<String> keys = new ArrayList<>(List.of("item3", "item99", "item0", "note"));
    Matcher matcher = KEY.matcher(text);
    while (matcher.find()) {
      keys.add(matcher.group(1));
    }
    return keys.get(random.nextInt(keys.size()));
  }

  private static String hugeList(SplittableRandom random) {
    return "[" + "1, ".repeat(random.nextInt(5_000)) + value(random) + "]";
  }

  private static String nested(SplittableRandom random) {
    int depth = random.nextInt(200);
    return random.nextBoolean()
        ? "[".repeat(depth) + "1" + "]".repeat(depth)
        : "{\"a\": ".repeat(depth) + "1" + "}".repeat(depth);
  }

  private static byte[] encoded(String text, SplittableRandom random) {
    return random.nextInt(3) == 0
        ? SampleText.bytes("\uFEFF" + text)
        : text.getBytes(CHARSETS.get(random.nextInt(CHARSETS.size())));
  }
}
