package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairsCommandTest {
  @TempDir private Path folder;

  private Path split;
  private Path target;

  @BeforeEach
  void split() {
    split = SampleData.split(folder.resolve("train"));
    target = folder.resolve("pairs.csv");
  }

  @Test
  void csv_is_written_and_counted() throws IOException {
    CommandRun run = CommandRun.of("pairs", split, "-o", target).assertFine();
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "1 positive pair, 0 hard negatives, 1 other negative among 3 items");
    assertThat(run.out()).isEmpty();
    assertThat(Files.readAllLines(target))
        .hasSize(3)
        .contains(
            "positive,1,1,9,7,1,100,100,200,200,2,1,9,7,1,100,100,200,200",
            "negative,1,1,9,7,1,100,100,200,200,2,2,9,7,0,100,100,200,200");
  }

  @Test
  void format_follows_the_ending_unless_given() throws IOException {
    Path lines = folder.resolve("pairs.jsonl");
    CommandRun.of("pairs", split, "-o", lines).assertFine();
    assertThat(Files.readAllLines(lines))
        .hasSize(2)
        .allMatch(line -> line.startsWith("{\"label\": \""));
    CommandRun.of("pairs", split, "-o", lines, "--format", "csv").assertFine();
    assertThat(Files.readAllLines(lines)).first().asString().startsWith("label,");
    CommandRun.of("pairs", split, "-o", target, "--format", "JSONL").assertFine();
    assertThat(Files.readAllLines(target)).hasSize(2);
  }

  @Test
  void too_few_negatives_are_said() {
    CommandRun run =
        CommandRun.of("pairs", split, "-o", target, "--negatives", "3.5", "--hard", "1")
            .assertFine();
    assertThat(run.err().lines())
        .containsExactly(
            "1 positive pair, 0 hard negatives, 1 other negative among 3 items",
            "wardrobe: 3 negatives fewer than asked for: the data has no more");
  }

  @Test
  void categories_are_names_in_any_spelling_or_ids() {
    for (String category : List.of("skirt", "9", "Skirt,vest dress", "vest-dress,9")) {
      assertThat(
              CommandRun.of("pairs", split, "-o", target, "--category", category)
                  .assertFine()
                  .err())
          .startsWith("1 positive pair,");
    }
    assertThat(
            CommandRun.of(
                    "pairs",
                    split,
                    "-o",
                    target,
                    "--category",
                    "short_sleeved_shirt",
                    "--same-category")
                .assertFine()
                .err())
        .startsWith("0 positive pairs,");
  }

  @Test
  void seed_makes_the_list_the_same() throws IOException {
    for (int id = 3; id < 40; id++) {
      SampleData.annotation(
          split, id, SampleData.photo(id % 2 == 0 ? "shop" : "user", SampleData.skirt(1, id % 5)));
      SampleData.image(split, id);
    }
    CommandRun.of("pairs", split, "-o", target, "--seed", "5").assertFine();
    String first = Files.readString(target);
    CommandRun.of("pairs", split, "-o", target, "--seed", "5", "--threads", "1").assertFine();
    assertThat(Files.readString(target)).isEqualTo(first);
    CommandRun.of("pairs", split, "-o", target, "--seed", "6").assertFine();
    assertThat(Files.readString(target)).isNotEqualTo(first);
  }

  @Test
  void mistakes_are_told_in_words() {
    CommandRun.of("pairs", split, "--negatives", "-1")
        .assertMistake("Expected 0 to 1000 negatives per positive, but got -1.0");
    CommandRun.of("pairs", split, "--negatives", "two")
        .assertMistake("Invalid value for option '--negatives': 'two' is no number");
    CommandRun.of("pairs", split, "--hard", "2")
        .assertMistake("Expected a share of hard negatives of 0 to 1, but got 2.0");
    CommandRun.of("pairs", split, "--seed", "1.5")
        .assertMistake("Invalid value for option '--seed': '1.5' is no whole number");
    CommandRun.of("pairs", split, "--format", "xml")
        .assertMistake("Invalid value for option '--format': 'xml' is none of csv, jsonl");
    CommandRun.of("pairs", split, "--category", "hat")
        .assertMistake("Invalid value for option '--category' (NAME): 'hat' is no category:");
    CommandRun.of("pairs", split, "-o", folder)
        .assertMistake("Cannot write %s: it is a folder; name a file in it".formatted(folder));
    Path test = folder.resolve("test");
    SampleData.image(test, 1);
    CommandRun.of("pairs", test)
        .assertMistake(
            "%s has no annotations: a list of pairs needs a split with annos/NNNNNN.json"
                .formatted(test));
  }

  @Test
  void lost_photo_is_reported() {
    SampleData.annotation(split, 3, "{");
    assertThat(CommandRun.of("pairs", split, "-o", target).assertFindings().err())
        .contains("photo left out: train/annos/000003.json")
        .contains("wardrobe: left out 1 photo and 0 items");
  }

  private Process start(Object... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new ProcessBuilder(command).start();
  }

  @Test
  void without_a_file_the_pairs_go_to_standard_output() throws Exception {
    Process process = start("pairs", split);
    byte[] out = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    CommandRun.of("pairs", split, "-o", target).assertFine();
    assertThat(target).hasBinaryContent(out);
  }

  @Test
  void reader_that_leaves_early_ends_it_quietly() throws Exception {
    String[] items = new String[120];
    for (int i = 0; i < items.length; i++) {
      items[i] = SampleData.skirt(i + 1, 1);
    }
    SampleData.annotation(split, 1, SampleData.photo("user", items));
    SampleData.annotation(split, 2, SampleData.photo("shop", items));
    Process process = start("pairs", split);
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).startsWith("label,");
    }
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(Main.OK);
    assertThat(err).isEmpty();
  }
}
