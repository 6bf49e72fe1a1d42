package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthesizeCommandTest {
  @TempDir Path folder;

  private static long count(Path files) throws IOException {
    try (Stream<Path> all = Files.list(files)) {
      return all.count();
    }
  }

  @Test
  void splits_are_written_and_clean() throws IOException {
    CommandRun run =
        CommandRun.of("synthesize", folder, "--train", 30, "--validation", 20).assertFine();
    assertThat(run.err()).contains("train: 30 photos, with annotations", "validation: 20 photos");
    assertThat(count(folder.resolve("train/image"))).isEqualTo(30);
    assertThat(count(folder.resolve("validation/annos"))).isEqualTo(20);
    assertThat(CommandRun.of("validate", folder, "--decode").assertFine().out())
        .contains("nothing wrong");
  }

  @Test
  void annotations_alone_come_with_their_sizes() {
    CommandRun.of("synthesize", folder, "--train", 15, "--no-photos").assertFine();
    assertThat(folder.resolve("train/image")).doesNotExist();
    CommandRun.of("validate", folder, "--sizes", folder.resolve("train/sizes.json")).assertFine();
  }

  @Test
  void equal_seeds_give_equal_files_and_others_do_not() throws IOException {
    byte[][] files = new byte[3][];
    String[] seeds = {"5", "5", "6"};
    for (int i = 0; i < files.length; i++) {
      Path each = folder.resolve("set" + i);
      CommandRun.of("synthesize", each, "--train", 3, "--no-photos", "--seed", seeds[i])
          .assertFine();
      files[i] = Files.readAllBytes(each.resolve("train/annos/000002.json"));
    }
    assertThat(files[1]).isEqualTo(files[0]);
    assertThat(Arrays.equals(files[2], files[0])).isFalse();
  }

  @Test
  void longer_sides_lie_in_the_range_asked_for() throws IOException {
    CommandRun.of("synthesize", folder, "--validation", 12, "--no-photos", "--size", "200..220")
        .assertFine();
    String sizes = Files.readString(folder.resolve("validation/sizes.json"));
    String[] pairs = sizes.substring(sizes.indexOf('[') + 1).split("\\].*?\\[|\\]", -1);
    for (int i = 0; i < 12; i++) {
      String[] sides = pairs[i].split(", ", -1);
      int longer = Math.max(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
      assertThat(longer).isBetween(200, 220);
    }
  }

  @Test
  void planted_flaws_are_said_and_found() {
    CommandRun run = CommandRun.of("synthesize", folder, "--train", 60, "--flaws", 5).assertFine();
    assertThat(run.err().lines().filter(line -> line.startsWith("Planted "))).hasSize(5);
    CommandRun.of("validate", folder, "--decode").assertFindings();
  }

  @Test
  void nothing_to_make_is_a_mistake() {
    CommandRun.of("synthesize", folder, "--train", 3, "--validation", -3)
        .assertMistake("Expected numbers of photos of at least 0");
    assertThat(folder.resolve("train")).doesNotExist();
    CommandRun.of("synthesize", folder).assertMistake("Nothing to make");
  }

  @Test
  void impossible_sizes_and_flaws_are_mistakes() {
    CommandRun.of("synthesize", folder, "--train", 1, "--size", "big")
        .assertMistake("Expected --size A..B");
    CommandRun.of("synthesize", folder, "--train", 1, "--size", "300..200")
        .assertMistake("Expected 128 <= smallest side");
    CommandRun.of("synthesize", folder, "--train", 1, "--flaws", 1000)
        .assertMistake("Expected 0 to ");
    CommandRun.of("synthesize", folder, "--train", 1, "--flaws", -1)
        .assertMistake("Expected 0 to ");
  }

  @Test
  void old_files_are_not_mixed_with_new_ones() throws IOException {
    Files.createDirectories(folder.resolve("train/annos"));
    Files.writeString(folder.resolve("train/annos/000001.json"), "{}");
    CommandRun.of("synthesize", folder, "--train", 2).assertMistake("The folder");
    assertThat(folder.resolve("train/annos/000001.json")).hasContent("{}");
  }

  @Test
  void results_of_a_made_up_model_can_be_scored() {
    CommandRun run =
        CommandRun.of("synthesize", folder, "--validation", 30, "--no-photos", "--results")
            .assertFine();
    assertThat(run.err()).contains("results of a made-up model");
    Path found = folder.resolve("results/validation");
    CommandRun.of(
            "evaluate",
            "detection",
            "--gt",
            folder.resolve("validation"),
            "--results",
            found.resolve("boxes.json"))
        .assertFine();
    assertThat(found.resolve("retrieval.json")).isNotEmptyFile();
  }
}
