package dev.wardrobe.files;

import static dev.wardrobe.files.Parsed.finding;
import static dev.wardrobe.files.SampleText.SKIRT;
import static dev.wardrobe.files.SampleText.item;
import static dev.wardrobe.files.SampleText.skirtWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.SharedData;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.structures.PolygonMask;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The photo's own keys, and everything about JSON. */
class AnnotationParserTest {
  private static final String BOM = "\uFEFF";

  @Test
  void good_file_has_no_findings() {
    Parsed parsed = Parsed.of(SKIRT);
    assertThat(parsed.findings()).isEmpty();
    assertThat(parsed.annotation().orElseThrow().source()).isEqualTo(Source.USER);
    assertThat(parsed.annotation().orElseThrow().pairId()).isEqualTo(3);
    assertThat(parsed.items()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"samples/train/annos/000001.json", "samples/annotation_pair1811.json"})
  void real_file_has_no_findings_and_keeps_its_order(String file) throws IOException {
    Parsed parsed = Parsed.of(Files.readAllBytes(SharedData.require(file)));
    assertThat(parsed.findings()).isEmpty();
    assertThat(parsed.items()).extracting(Item::number).containsExactly(2, 1);
    for (Item item : parsed.items()) {
      assertThat(((PolygonMask) item.mask()).pointCount()).isGreaterThan(8);
      assertThat(item.boundingBox().isInteger(0)).isTrue();
    }
  }

  @Test
  void items_stay_in_the_order_of_the_file() {
    Parsed parsed =
        Parsed.of(
            "{\"item3\": %s, \"source\": \"shop\", \"item1\": %s, \"pair_id\": 0, \"item2\": %s}"
                .formatted(item(3), item(1), item(2)));
    assertThat(parsed.findings()).isEmpty();
    assertThat(parsed.items()).extracting(Item::number).containsExactly(3, 1, 2);
    assertThat(parsed.items()).extracting(Item::style).containsExactly(3, 1, 2);
  }

  @Test
  void missing_source_loses_the_photo() {
    assertLost(
        skirtWith("\"source\": \"user\", ", ""),
        finding(Rule.PHOTO_KEY_MISSING, "", "source", "no such key", "\"shop\" or \"user\""));
  }

  @Test
  void missing_pair_id_loses_the_photo() {
    assertLost(
        skirtWith("\"pair_id\": 3, ", ""),
        finding(Rule.PHOTO_KEY_MISSING, "", "pair_id", "no such key", "an integer of at least 0"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"buyer\"|the text \"buyer\"",
        "1|1",
        "null|null",
        "true|true",
        "[\"user\"]|a list [...]",
        "{\"user\": {}}|an object {...}"
      })
  void impossible_source_loses_the_photo(String value, String found) {
    assertLost(
        skirtWith("\"user\"", value),
        finding(Rule.PHOTO_VALUE, "", "source", found, "\"shop\" or \"user\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1|-1",
        "3.0|3.0",
        "\"3\"|the text \"3\"",
        "false|false",
        "null|null",
        "NaN|NaN",
        "2147483648|2147483648",
        "123456789012345678901234567890123456789012345|"
            + "1234567890123456789012345678901234567890...",
        "[3]|a list [...]",
        "{}|an object {...}"
      })
  void impossible_pair_id_loses_the_photo(String value, String found) {
    assertLost(
        skirtWith("\"pair_id\": 3", "\"pair_id\": " + value),
        finding(Rule.PHOTO_VALUE, "", "pair_id", found, "an integer of at least 0"));
  }

  @Test
  void unknown_key_is_reported_and_skipped() {
    Parsed parsed = Parsed.of(skirtWith("\"pair_id\"", "\"note\": [1, {}], \"pair_id\""));
    assertThat(parsed.findings())
        .containsExactly(
            finding(Rule.KEY_UNKNOWN, "", "note", "a key", "source, pair_id, item1, item2, ..."));
    assertThat(parsed.items()).hasSize(1);
  }

  @Test
  void item_under_another_key_is_said_to_be_left_out() {
    Parsed parsed = Parsed.of(skirtWith("\"item1\"", "\"item01\""));
    assertThat(parsed.items()).isEmpty();
    assertThat(parsed.findings())
        .contains(finding(Rule.ITEM_KEY, "item01", "key", "\"item01\"", "item1, item2, ..."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"item", "item0", "item01", "item1x", "item-1", "Item1", "item1234567", ""})
  void key_like_an_item_is_unknown(String key) {
    Parsed parsed = Parsed.of(skirtWith("\"pair_id\"", "\"" + key + "\": 1, \"pair_id\""));
    assertThat(parsed.findings())
        .containsExactly(
            finding(Rule.KEY_UNKNOWN, "", key, "a key", "source, pair_id, item1, item2, ..."));
  }

  @Test
  void file_without_item1_is_reported_and_used() {
    Parsed parsed = Parsed.of(skirtWith("item1", "item2"));
    assertThat(parsed.findings())
        .containsExactly(finding(Rule.ITEM_NUMBERING, "", "", "item2", "item1 to item1"));
    assertThat(parsed.onlyItem().key()).isEqualTo("item2");
  }

  @Test
  void photo_without_items_is_reported_and_used() {
    Parsed parsed = Parsed.of("{\"source\": \"shop\", \"pair_id\": 7}");
    assertThat(parsed.findings())
        .containsExactly(finding(Rule.ITEM_NONE, "", "", "no item", "item1 and so on"));
    assertThat(parsed.items()).isEmpty();
  }

  @Test
  void last_of_equal_keys_counts() {
    Parsed parsed =
        Parsed.of(
            skirtWith("\"pair_id\": 3", "\"pair_id\": 9, \"source\": \"shop\", \"pair_id\": 3"));
    assertThat(parsed.findings())
        .containsExactly(
            finding(Rule.KEY_DUPLICATE, "", "source", "the key a second time", "each key once"),
            finding(Rule.KEY_DUPLICATE, "", "pair_id", "the key a second time", "each key once"));
    assertThat(parsed.annotation().orElseThrow().source()).isEqualTo(Source.SHOP);
    assertThat(parsed.annotation().orElseThrow().pairId()).isEqualTo(3);
  }

  @Test
  void last_of_equal_items_counts_at_the_place_of_the_first() {
    Parsed parsed = Parsed.of(items("item1", item(5), "item2", item(6), "item1", item(7)));
    assertThat(parsed.findings())
        .containsExactly(
            finding(Rule.KEY_DUPLICATE, "", "item1", "the key a second time", "each key once"));
    assertThat(parsed.items()).extracting(Item::key).containsExactly("item1", "item2");
    assertThat(parsed.items()).extracting(Item::style).containsExactly(7, 6);
  }

  @Test
  void good_item_after_an_equal_lost_one_takes_its_place() {
    Parsed parsed = Parsed.of(items("item1", "null", "item2", item(6), "item1", item(7)));
    assertThat(parsed.items()).extracting(Item::style).containsExactly(7, 6);
    assertThat(parsed.findings())
        .extracting(Finding::rule)
        .containsExactly(Rule.ITEM_VALUE, Rule.KEY_DUPLICATE);
  }

  @Test
  void lost_item_after_an_equal_good_one_counts() {
    Parsed parsed = Parsed.of(items("item1", item(5), "item2", item(6), "item1", "[]"));
    assertThat(parsed.items()).extracting(Item::style).containsExactly(6);
    assertThat(parsed.findings())
        .extracting(Finding::rule)
        .containsExactly(Rule.KEY_DUPLICATE, Rule.ITEM_VALUE);
  }

  @Test
  void byte_order_mark_is_reported_and_skipped() {
    Parsed parsed = Parsed.of(BOM + SKIRT);
    assertThat(parsed.findings())
        .containsExactly(
            finding(
                Rule.JSON_BOM,
                "",
                "",
                "a UTF-8 byte order mark",
                "none (Python's json refuses it)"));
    assertThat(parsed.items()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
  void wide_encoding_loses_the_photo(String name) {
    Charset charset = Charset.forName(name);
    Finding expected =
        finding(Rule.JSON_ENCODING, "", "", "UTF-16, UTF-32 or binary data", "UTF-8");
    Parsed plain = Parsed.of(SKIRT.getBytes(charset));
    assertThat(plain.annotation()).isEmpty();
    assertThat(plain.findings()).containsExactly(expected);
    Parsed marked = Parsed.of((BOM + SKIRT).getBytes(charset));
    assertThat(marked.annotation()).isEmpty();
    assertThat(marked.findings()).containsExactly(expected);
  }

  @Test
  void latin1_letter_loses_the_photo() {
    Parsed parsed =
        Parsed.of(skirtWith("skirt", "sk\u00EFrt").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(parsed.annotation()).isEmpty();
    assertThat(parsed.findings()).hasSize(1);
    assertThat(parsed.findings().getFirst().rule()).isEqualTo(Rule.JSON_SYNTAX);
    assertThat(parsed.findings().getFirst().found()).startsWith("at line 1 column ");
  }

  @Test
  void file_cut_anywhere_is_lost_with_its_place() {
    for (int end = 0; end < SKIRT.length(); end++) {
      Parsed parsed = Parsed.of(SKIRT.substring(0, end));
      assertThat(parsed.annotation()).as("cut at %d", end).isEmpty();
      Finding last = parsed.findings().getLast();
      assertThat(last.rule()).as("cut at %d", end).isEqualTo(Rule.JSON_SYNTAX);
      assertThat(last.file()).isEqualTo(Parsed.FILE);
      assertThat(last.found())
          .as("cut at %d", end)
          .matches(end == 0 ? "nothing" : "at line 1 column \\d+: .*");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "' '|nothing",
        "[1]|a list [...]",
        "null|null",
        "\"text\"|the text \"text\"",
        "12|12",
        "NaN|NaN"
      })
  void other_than_an_object_loses_the_photo(String json, String found) {
    assertLost(json, finding(Rule.JSON_SYNTAX, "", "", found, "an object {...}"));
  }

  @Test
  void anything_after_the_object_loses_the_photo() {
    assertLost(
        SKIRT + " {}",
        finding(Rule.JSON_SYNTAX, "", "", "an object {...} after the object", "the end"));
    assertThat(Parsed.of(SKIRT + " \n\t").findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'source': 1}",
        "{\"a\" 1}",
        "{\"a\": 1,}",
        "{\"a\": 01}",
        "{\"a\": +1}",
        "{\"a\": .5}",
        "{\"a\": tru}",
        "{\"a\": [1 2]}",
        "{\"a\": \"\u0001\"}",
        "{\"a\": \"\\x\"}",
        "{\"a\": 1}}",
        "{\"a\": 1]",
        "// c\n{}"
      })
  void broken_json_loses_the_photo(String json) {
    Parsed parsed = Parsed.of(json);
    assertThat(parsed.annotation()).isEmpty();
    assertThat(parsed.findings().getLast().rule()).isEqualTo(Rule.JSON_SYNTAX);
    assertThat(parsed.findings().getLast().expected()).isEqualTo("valid JSON");
    assertThat(parsed.findings().getLast().found()).matches("at line [12] column \\d+: \\S.*");
  }

  @Test
  void deep_nesting_is_refused_but_the_depth_of_any_sane_file_is_not() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    Parsed parsed = Parsed.of(skirtWith("\"pair_id\"", "\"note\": " + deep + ", \"pair_id\""));
    assertThat(parsed.annotation()).isEmpty();
    assertThat(parsed.findings().getLast().found()).contains("nesting depth");
    String shallow = "[".repeat(50) + "]".repeat(50);
    assertThat(
            Parsed.of(skirtWith("\"pair_id\"", "\"note\": " + shallow + ", \"pair_id\"")).items())
        .hasSize(1);
  }

  @Test
  void number_of_thousands_of_digits_is_refused() {
    Parsed parsed = Parsed.of(skirtWith("\"pair_id\": 3", "\"pair_id\": " + "9".repeat(5_000)));
    assertThat(parsed.annotation()).isEmpty();
    assertThat(parsed.findings()).hasSize(1);
    assertThat(parsed.findings().getFirst().rule()).isEqualTo(Rule.JSON_SYNTAX);
  }

  private static String items(String... keysAndItems) {
    StringBuilder json = new StringBuilder("{\"source\": \"shop\", \"pair_id\": 1");
    for (int i = 0; i < keysAndItems.length; i += 2) {
      json.append(", \"%s\": %s".formatted(keysAndItems[i], keysAndItems[i + 1]));
    }
    return json.append('}').toString();
  }

  private static void assertLost(String json, Finding... findings) {
    Parsed parsed = Parsed.of(json);
    assertThat(parsed.annotation()).isEmpty();
    assertThat(parsed.findings()).startsWith(findings);
  }
}
