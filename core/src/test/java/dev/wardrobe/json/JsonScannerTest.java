package dev.wardrobe.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

class JsonScannerTest {
  private static final JsonKeys NO_KEYS = JsonKeys.of();

  /** A scanner over a text that stands somewhere in a larger array of rubbish. */
  private static JsonScanner scanner(byte[] text) {
    byte[] array = new byte[3 + text.length + JsonScanner.PADDING + 3];
    Arrays.fill(array, (byte) '"');
    System.arraycopy(text, 0, array, 3, text.length);
    JsonScanner scanner = new JsonScanner();
    scanner.reset(array, 3, 3 + text.length);
    return scanner;
  }

  private static JsonScanner scanner(String text) {
    return scanner(text.getBytes(UTF_8));
  }

  /** The whole of a document, as the scanner sees it. */
  private static Object walked(byte[] document) {
    JsonScanner scanner = scanner(document);
    Object value = value(scanner);
    if (!scanner.atEnd()) {
      throw scanner.fault("the end");
    }
    return value;
  }

  private static Object value(JsonScanner scanner) {
    return switch (scanner.peek()) {
      case '{' -> {
        Map<String, Object> map = new LinkedHashMap<>();
        scanner.next('{');
        boolean more = !scanner.tryNext('}');
        while (more) {
          assertThat(scanner.key(NO_KEYS)).isEqualTo(JsonKeys.OTHER);
          String name = scanner.lastText();
          map.put(name, value(scanner));
          more = scanner.more('}');
        }
        yield map;
      }
      case '[' -> {
        List<Object> list = new ArrayList<>();
        scanner.next('[');
        boolean more = !scanner.tryNext(']');
        while (more) {
          list.add(value(scanner));
          more = scanner.more(']');
        }
        yield list;
      }
      case '"' -> {
        scanner.text();
        yield scanner.lastText();
      }
      default -> {
        if (scanner.isNumber()) {
          yield scanner.number();
        }
        String word = scanner.describe();
        scanner.skip();
        yield List.of(word);
      }
    };
  }

  /** The whole of a document, as Jackson sees it; words as lists of one text. */
  private static Object parsed(byte[] document) {
    try (JsonParser parser = JsonReading.parser(document)) {
      parser.nextToken();
      Object value = parsed(parser);
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("more than one value");
      }
      return value;
    }
  }

  private static Object parsed(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new IllegalArgumentException("no value");
    }
    return switch (token) {
      case START_OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
          parser.nextToken();
          map.put(key, parsed(parser));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(parsed(parser));
        }
        yield list;
      }
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Double.parseDouble(parser.getString());
      default -> List.of(parser.getString());
    };
  }

  @Test
  void random_documents_are_what_jackson_reads() {
    for (int seed = 0; seed < 5000; seed++) {
      byte[] text = RandomJson.document(new SplittableRandom(seed)).getBytes(UTF_8);
      assertThat(walked(text)).as("seed %d", seed).isEqualTo(parsed(text));
    }
  }

  @Test
  void skipping_ends_where_walking_ends() {
    for (int seed = 0; seed < 5000; seed++) {
      String text = RandomJson.document(new SplittableRandom(seed)) + ", 1";
      JsonScanner walking = scanner(text);
      value(walking);
      JsonScanner skipping = scanner(text);
      skipping.skip();
      assertThat(skipping.position()).as("seed %d", seed).isEqualTo(walking.position());
    }
  }

  @Test
  void every_beginning_of_a_document_ends_at_its_end() {
    for (int seed = 0; seed < 150; seed++) {
      byte[] text = RandomJson.document(new SplittableRandom(seed)).strip().getBytes(UTF_8);
      for (int length = 0; length < Math.min(text.length, 300); length++) {
        JsonScanner walking = scanner(Arrays.copyOf(text, length));
        JsonScanner skipping = scanner(Arrays.copyOf(text, length));
        String what = "seed %d, first %d bytes".formatted(seed, length);
        assertEndFault(() -> value(walking), what);
        assertEndFault(skipping::skip, what);
      }
    }
  }

  private static void assertEndFault(Runnable reading, String what) {
    assertThatExceptionOfType(JsonFault.class)
        .as(what)
        .isThrownBy(reading::run)
        .matches(JsonFault::atEnd, "is at the end")
        .satisfies(fault -> assertThat(fault.problem()).contains("the end of the file"));
  }

  @Test
  void mutated_documents_end_in_faults_or_are_what_jackson_reads() {
    int accepted = 0;
    for (int seed = 0; seed < 10_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] text = mutated(RandomJson.document(random).getBytes(UTF_8), random);
      skipped(text, seed);
      Object walked;
      try {
        walked = walked(text);
      } catch (JsonFault fault) {
        assertThat(fault.problem()).as("seed %d", seed).doesNotContainPattern("\\p{Cntrl}");
        walked = fault;
      }
      try {
        Object parsed = parsed(text);
        if (parsed instanceof Double) {
          continue; // a number needs something behind it
        }
        assertThat(walked).as("seed %d: %s", seed, new String(text, UTF_8)).isEqualTo(parsed);
        accepted++;
      } catch (JacksonException | IllegalArgumentException refused) {
        // The scanner may be more patient, with escapes that JSON does not know for example.
      }
    }
    assertThat(accepted).isBetween(500, 9500);
  }

  private static void skipped(byte[] text, int seed) {
    try {
      scanner(text).skip();
    } catch (JsonFault fault) {
      assertThat(fault.position()).as("seed %d", seed).isBetween(3, 3 + text.length);
    }
  }

  private static byte[] mutated(byte[] text, SplittableRandom random) {
    byte[] signs = "\"\\{}[],:-+.eEnul0123456789 \n\0\u0001NI".getBytes(UTF_8);
    int count = 1 + random.nextInt(3);
    byte[] now = text;
    for (int i = 0; i < count && now.length > 0; i++) {
      int at = random.nextInt(now.length);
      byte sign =
          random.nextInt(8) == 0 ? (byte) random.nextInt() : signs[random.nextInt(signs.length)];
      switch (random.nextInt(3)) {
        case 0 -> now[at] = sign;
        case 1 -> {
          byte[] longer = Arrays.copyOf(now, now.length + 1);
          System.arraycopy(now, at, longer, at + 1, now.length - at);
          longer[at] = sign;
          now = longer;
        }
        default -> {
          byte[] shorter = Arrays.copyOf(now, now.length - 1);
          System.arraycopy(now, at + 1, shorter, at, now.length - at - 1);
          now = shorter;
        }
      }
    }
    return now;
  }

  @Test
  void numbers_of_every_shape_are_the_nearest_double() {
    for (int seed = 0; seed < 50_000; seed++) {
      String text = RandomJson.number(new SplittableRandom(seed));
      JsonScanner scanner = scanner(text + ",");
      assertThat(scanner.isNumber()).isTrue();
      assertThat(Double.valueOf(scanner.number()))
          .as(text)
          .isEqualTo(Double.valueOf(Double.parseDouble(text)));
      assertThat(scanner.position()).isEqualTo(3 + text.length());
      double[] listed = new double[1];
      assertThat(scanner("[" + text + "]").numbers(listed)).isEqualTo(1);
      assertThat(Double.valueOf(listed[0]))
          .as(text)
          .isEqualTo(Double.valueOf(Double.parseDouble(text)));
    }
  }

  @Test
  void lists_of_numbers_are_the_numbers_one_by_one() {
    for (int seed = 0; seed < 5000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int count = random.nextInt(8);
      StringBuilder text = new StringBuilder(" [");
      for (int i = 0; i < count; i++) {
        String space = new String[] {"", " ", "\n", "  "}[random.nextInt(4)];
        text.append(i > 0 ? "," : "").append(space).append(RandomJson.number(random)).append(space);
      }
      text.append("] ,");
      JsonScanner walking = scanner(text.toString());
      List<?> expected = (List<?>) value(walking);
      JsonScanner scanner = scanner(text.toString());
      double[] found = new double[5];
      assertThat(scanner.numbers(found)).as("seed %d", seed).isEqualTo(count);
      assertThat(scanner.position()).isEqualTo(walking.position());
      for (int i = 0; i < Math.min(count, 5); i++) {
        assertThat((Object) found[i]).as("seed %d", seed).isEqualTo(expected.get(i));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01",
        "-01",
        "00",
        "1.",
        "-1.",
        ".5",
        "-.5",
        "+1",
        "1e",
        "1e+",
        "1.e5",
        "-",
        "--1",
        "0x10",
        "1a",
        "1-",
        "1.2.3",
        "1e5.0",
        "NaNN",
        "nan",
        "Inf",
        "Infinityy",
        "-NaN",
        "+Infinity",
        "N",
        "I",
        "1_000",
        "1 2",
        "0123456789012345678901",
        "1f",
        "1d",
        "truee",
        "tru",
        "nulll",
        "None"
      })
  void what_is_no_number_or_word_is_a_fault(String text) {
    assertThatExceptionOfType(JsonFault.class)
        .isThrownBy(() -> walked(("[" + text + "]").getBytes(UTF_8)))
        .matches(fault -> !fault.atEnd(), "is not at the end");
    assertThatExceptionOfType(JsonFault.class)
        .isThrownBy(() -> {
          JsonScanner scanner = scanner("[" + text + "]");
          if (scanner.numbers(new double[3]) < 0) {
            value(scanner);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[1, null]", "[[1]]", "[\"1\"]", "[1, [2]]", "[,1]", "{}", "1", "\"\"", "[true]"})
  void what_is_no_list_of_numbers_is_left_where_it_is(String text) {
    JsonScanner scanner = scanner("  " + text + " ");
    assertThat(scanner.numbers(new double[4])).isEqualTo(-1);
    assertThat(scanner.position()).isEqualTo(5);
  }

  @Test
  void commas_at_the_end_are_faults() {
    for (String text : List.of("[1,]", "[1, ]", "{\"a\":1,}", "[,]", "{,}", "[1 2]", "[\"a\",]")) {
      assertThatThrownBy(() -> walked(text.getBytes(UTF_8))).isInstanceOf(JsonFault.class);
    }
  }

  @Test
  void minus_zero_keeps_its_sign() {
    for (String text : List.of("-0", "-0.0", "-0.000", "-0e5")) {
      assertThat(1 / scanner(text + ",").number()).isNegative();
      double[] listed = new double[1];
      scanner("[" + text + "]").numbers(listed);
      assertThat(1 / listed[0]).isNegative();
    }
  }

  @Test
  void number_of_more_than_four_hundred_characters_is_a_fault() {
    assertThat(scanner("1" + "0".repeat(399) + ",").number()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThatThrownBy(() -> scanner("1" + "0".repeat(400) + ",").number())
        .isInstanceOf(JsonFault.class)
        .hasMessageContaining("at most 400 characters");
  }

  @Test
  void texts_end_at_their_quote_wherever_it_stands() {
    for (int before = 0; before < 9; before++) {
      for (int length = 0; length < 20; length++) {
        for (String piece : List.of("", "\\\"", "\\\\", "é", "#", "!", "\u007f", "\\\\\\\"")) {
          for (int at = 0; at <= length; at++) {
            String raw = "x".repeat(at) + piece + "y".repeat(length - at);
            JsonScanner scanner = scanner(" ".repeat(before) + '"' + raw + "\", 5");
            scanner.text();
            assertThat(scanner.lastText()).isEqualTo(JsonEscapes.resolve(raw));
            scanner.next(',');
            assertThat(scanner.peek()).isEqualTo((byte) '5');
          }
        }
      }
    }
  }

  @Test
  void control_character_in_a_text_is_a_fault_on_one_line() {
    for (int c = 0; c < 32; c++) {
      String text = "\"abcdefg" + (char) c + "\" ";
      JsonFault fault = catchThrowableOfType(JsonFault.class, () -> scanner(text).text());
      assertThat(fault.atEnd()).isFalse();
      assertThat(fault.problem()).doesNotContainPattern("\\p{Cntrl}");
    }
  }

  @Test
  void sixty_four_levels_are_walked_over_and_no_more() {
    String deep = "[{\"a\":".repeat(32) + "1" + "}]".repeat(32);
    scanner(deep).skip();
    assertThatThrownBy(() -> scanner("[" + deep + "]").skip())
        .isInstanceOf(JsonFault.class)
        .hasMessageContaining("at most 64 levels");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[}", "{]", "[[1}]", "{\"a\": [1}}", "[{]}", "[{\"a\": 1]]"})
  void brackets_that_do_not_fit_are_faults_when_skipped(String text) {
    assertThatThrownBy(() -> scanner(text).skip()).isInstanceOf(JsonFault.class);
  }

  @Test
  void keys_are_known_with_escapes_too() {
    JsonKeys keys = JsonKeys.of("id", "größe", "a\"b", "");
    JsonScanner scanner =
        scanner("\"i\\u0064\" : 1,\"größe\":2, \"gr\\u00f6ße\":3,\"a\\\"b\":4,\"\":5,\"ids\":6 ");
    List<Integer> found = new ArrayList<>();
    do {
      found.add(scanner.key(keys));
      scanner.skip();
    } while (scanner.tryNext(','));
    assertThat(found).containsExactly(0, 1, 1, 2, 3, JsonKeys.OTHER);
  }

  @Test
  void byte_order_mark_is_walked_over() {
    JsonScanner scanner = scanner("\uFEFF [1]");
    scanner.skipByteOrderMark();
    assertThat(scanner.tryNext('[')).isTrue();
    JsonScanner without = scanner("[1]");
    without.skipByteOrderMark();
    assertThat(without.tryNext('[')).isTrue();
  }

  @Test
  void values_are_described_in_a_few_words() {
    assertThat(scanner(" {}").describe()).isEqualTo("an object {...}");
    assertThat(scanner("[1]").describe()).isEqualTo("a list [...]");
    assertThat(scanner("null, 1").describe()).isEqualTo("null");
    assertThat(scanner("-12.5e3]").describe()).isEqualTo("-12.5e3");
    assertThat(scanner("\"a\\\"b\"").describe()).isEqualTo("the text \"a\\\"b\"");
    assertThat(scanner("\"a\nb").describe()).isEqualTo("the text \"a\\u000ab...\"");
    assertThat(scanner("\u0000").describe()).isEqualTo("'\\u0000'");
    assertThat(scanner(",1").describe()).isEqualTo("','");
    assertThat(scanner("]1").describe()).isEqualTo("']'");
    assertThat(scanner("  ").describe()).isEqualTo("the end of the file");
    assertThat(scanner("“x” ").describe()).isEqualTo("“x”");
    assertThat(scanner('"' + "é".repeat(50) + '"').describe())
        .isEqualTo("the text \"" + "é".repeat(20) + "...\"");
    assertThat(scanner('"' + "x".repeat(50) + '"').describe())
        .isEqualTo("the text \"" + "x".repeat(40) + "...\"");
    assertThat(scanner('"' + "x".repeat(40) + '"').describe())
        .isEqualTo("the text \"" + "x".repeat(40) + "\"");
    assertThat(scanner(new byte[] {(byte) 0xFF, (byte) 0xFE, '[', 0}).describe())
        .isEqualTo("text in UTF-16");
  }

  @Test
  void bytes_after_the_padding_are_left_alone() {
    byte[] array = new byte[40];
    Arrays.fill(array, (byte) '7');
    new JsonScanner().reset(array, 4, 10);
    assertThat(Arrays.copyOf(array, 10)).containsOnly('7');
    assertThat(Arrays.copyOfRange(array, 10 + JsonScanner.PADDING, 40)).containsOnly('7');
  }
}
