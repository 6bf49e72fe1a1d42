package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.json.JsonReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

class ValidateCommandTest {
  @TempDir private Path folder;

  private Path split;

  @BeforeEach
  void split() {
    split = SampleData.split(folder.resolve("train"));
  }

  /** Reads a whole JSON text; gives the values of a key. */
  private static List<String> values(String json, String key) {
    List<String> values = new ArrayList<>();
    try (JsonParser parser = JsonReading.parser(json.getBytes(StandardCharsets.UTF_8))) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.PROPERTY_NAME && parser.currentName().equals(key)) {
          parser.nextToken();
          values.add(parser.getString());
        }
      }
    }
    return values;
  }

  @Test
  void clean_split_is_said_to_be_so() {
    CommandRun run = CommandRun.of("validate", split).assertFine();
    assertThat(run.out()).startsWith("train: 2 photos, 3 items, checked in ");
    assertThat(run.out()).contains("  nothing wrong");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void annotations_without_photos_are_said_to_be_checked_less() {
    CommandRun run = CommandRun.of("validate", split.resolve("annos")).assertFine();
    assertThat(run.out().lines().findFirst().orElseThrow())
        .endsWith(" (no photos here; with --sizes, edges and scale are checked, too)");
  }

  @Test
  void findings_are_grouped_counted_and_shown_up_to_a_number() {
    for (int id = 3; id <= 9; id++) {
      SampleData.annotation(split, id, "{");
      SampleData.image(split, id);
    }
    CommandRun run = CommandRun.of("validate", split, "--show", "2").assertFindings();
    assertThat(run.out())
        .contains(
            "  structure",
            "         7  json-syntax: a file that is not valid JSON (photo left out)",
            "              train/annos/000003.json: found at line 1",
            "              ... and 5 more",
            "  7 findings: 7 leave out a photo, 0 an item, 0 change nothing")
        .doesNotContain("000005.json");
    assertThat(CommandRun.of("validate", split, "--show", "0").assertFindings().out())
        .contains("json-syntax")
        .doesNotContain("000003.json", "more");
  }

  @Test
  void ignored_rules_do_not_count() {
    SampleData.annotation(split, 2, SampleData.photo("shop", SampleData.skirt(1, 2)));
    CommandRun.of("validate", split).assertFindings();
    CommandRun.of("validate", split, "--ignore", "orphan-shop-style,orphan-consumer-style")
        .assertFine();
    CommandRun.of("validate", split, "--ignore", "orphans")
        .assertMistake(
            "Invalid value for option '--ignore' (RULE): 'orphans' is no rule; 'wardrobe rules'"
                + " lists them");
  }

  @Test
  void json_holds_every_finding_of_every_split() throws IOException {
    SampleData.split(folder.resolve("validation"));
    SampleData.annotation(folder.resolve("validation"), 2, "{\"a\\\"\u00e9\": 1}");
    SampleData.annotation(split, 1, SampleData.photo("user", SampleData.skirt(1, 3)));
    Files.createFile(folder.resolve("validation/annos/new\tname\".txt"));
    CommandRun run = CommandRun.of("validate", folder, "--json").assertFindings();
    assertThat(values(run.out(), "name")).containsExactly("train", "validation");
    assertThat(values(run.out(), "rule"))
        .containsExactly(
            "orphan-shop-style",
            "orphan-consumer-style",
            "file-name",
            "key-unknown",
            "photo-key-missing",
            "photo-key-missing",
            "orphan-consumer-style")
        .hasSize(Integer.parseInt(values(run.out(), "total").getLast()));
    assertThat(values(run.out(), "photos")).containsExactly("2", "2");
    assertThat(values(run.out(), "data")).containsExactly(folder.toString());
  }

  @Test
  void json_of_a_clean_split_has_no_findings() {
    CommandRun run = CommandRun.of("validate", split, "--json").assertFine();
    assertThat(values(run.out(), "total")).containsExactly("0", "0");
    assertThat(values(run.out(), "rule")).isEmpty();
  }

  @Test
  void missing_data_is_one_line_and_no_half_json() {
    Path missing = folder.resolve("nothere");
    CommandRun.of("validate", missing)
        .assertMistake("There is no %s: check the path".formatted(missing));
    CommandRun.of("validate", missing, "--json")
        .assertMistake("There is no %s: check the path".formatted(missing));
    Path file = folder.resolve("train/annos/000001.json");
    CommandRun.of("validate", file).assertMistake(file + " is no zip");
  }

  @Test
  void photos_are_decoded_if_asked() {
    CommandRun run = CommandRun.of("validate", split, "--decode").assertFindings();
    assertThat(run.out()).contains("2  image-decode").contains("train/image/000001.jpg");
  }

  @Test
  void split_without_annotations_says_so() {
    Path test = folder.resolve("t/test");
    SampleData.image(test, 1);
    assertThat(CommandRun.of("validate", test).assertFine().out())
        .startsWith("test: 1 photo, 0 items")
        .contains("(no annotations here)");
  }

  @Test
  void numbers_are_checked() {
    CommandRun.of("validate", split, "--show", "x")
        .assertMistake("Invalid value for option '--show': 'x' is no whole number");
    CommandRun.of("validate", split, "--threads", "many")
        .assertMistake("Invalid value for option '--threads': 'many' is no whole number");
    CommandRun.of("validate", split, "extra").assertMistake("'extra' is one argument too many");
  }
}
