package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.synthesis.defects.Defect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
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
    assertThat(run.err())
        .contains("train: 30 photos, ", " items, with annotations", "validation: 20 photos");
    assertThat(count(folder.resolve("train/image"))).isEqualTo(30);
    assertThat(count(folder.resolve("validation/annos"))).isEqualTo(20);
    assertThat(CommandRun.of("validate", folder, "--decode").assertFine().out())
        .contains("nothing wrong");
  }

  @Test
  void annotations_alone_come_with_their_sizes() {
    CommandRun.of("synthesize", folder, "--train", 15, "--annotations-only").assertFine();
    assertThat(folder.resolve("train/image")).doesNotExist();
    CommandRun.of("validate", folder, "--sizes", folder.resolve("train/sizes.json")).assertFine();
  }

  @Test
  void equal_seeds_give_equal_files_and_others_do_not() throws IOException {
    byte[][] files = new byte[3][];
    String[] seeds = {"5", "5", "6"};
    for (int i = 0; i < files.length; i++) {
      Path each = folder.resolve("set" + i);
      CommandRun.of("synthesize", each, "--train", 3, "--annotations-only", "--seed", seeds[i])
          .assertFine();
      files[i] = Files.readAllBytes(each.resolve("train/annos/000002.json"));
    }
    assertThat(files[1]).isEqualTo(files[0]);
    assertThat(Arrays.equals(files[2], files[0])).isFalse();
  }

  @Test
  void longer_sides_lie_in_the_range_asked_for() throws IOException {
    CommandRun.of(
            "synthesize", folder, "--validation", 12, "--annotations-only", "--size", "200..220")
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
  void planted_defects_are_named_and_found() throws IOException {
    CommandRun run =
        CommandRun.of("synthesize", folder, "--train", 160, "--size", "128..160", "--with-defects")
            .assertFine();
    List<String> planted = run.err().lines().filter(line -> line.startsWith("Planted ")).toList();
    assertThat(planted).hasSize(Defect.values().length);
    String found = CommandRun.of("validate", folder, "--decode", "--json").assertFindings().out();
    String readme = Files.readString(folder.resolve("README.md"));
    for (String line : planted) {
      String rule = line.split(" ", -1)[1];
      String place = line.substring(line.indexOf(" in ") + " in ".length());
      assertThat(found).as(line).contains("\"" + rule + "\"");
      assertThat(readme.replace(" |  |", "").replace(" | ", " "))
          .contains("`" + rule + "` " + place);
    }
  }

  @Test
  void nothing_to_make_is_a_mistake() {
    CommandRun.of("synthesize", folder, "--train", 3, "--validation", -3)
        .assertMistake("Expected --validation 0 to 1,000,000, but got -3");
    CommandRun.of("synthesize", folder, "--train", 1_000_001)
        .assertMistake("Expected --train 0 to 1,000,000, but got 1000001");
    assertThat(folder.resolve("train")).doesNotExist();
    CommandRun.of("synthesize", folder, "--train", 0).assertMistake("Nothing to make");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void impossible_sizes_and_threads_are_mistakes() {
    CommandRun.of("synthesize", folder, "--train", 1, "--size", "big")
        .assertMistake("Expected --size A..B with 128 <= A <= B <= 4096, but got big");
    for (String wrong : List.of("100..200", "300..200", "128..4097")) {
      CommandRun.of("synthesize", folder, "--train", 1, "--size", wrong)
          .assertMistake("Expected --size A..B with 128 <= A <= B <= 4096, but got " + wrong);
    }
    CommandRun.of("synthesize", folder, "--train", 1, "--threads", 0)
        .assertMistake("Expected --threads 1 to ");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void small_set_says_which_defects_found_no_photo() {
    CommandRun run =
        CommandRun.of(
                "synthesize",
                folder,
                "--validation",
                6,
                "--size",
                "128..160",
                "--annotations-only",
                "--with-defects")
            .assertFine();
    assertThat(run.err())
        .contains("Planted ", "validation/annos/", "Not planted: ")
        .containsPattern(
            "Planted \\d+ of \\d+ kinds: the others found no photo that suits them; "
                + "make at least 150 photos\\R");
    assertThat(run.err().lines()).allMatch(line -> line.length() <= 110);
  }

  @Test
  void readme_says_what_the_set_is_and_disturbs_no_verb() throws IOException {
    CommandRun.of("synthesize", folder, "--train", 4, "--validation", 3, "--annotations-only")
        .assertFine();
    assertThat(Files.readString(folder.resolve("README.md")))
        .contains("wardrobe synthesize FOLDER --train 4 --validation 3 --size 256..640 --seed 7")
        .contains("| train | 4 |", "| validation | 3 |", "sizes.json");
    assertThat(CommandRun.of("validate", folder).assertFine().out()).contains("nothing wrong");
    CommandRun.of("stats", folder, "--brief").assertFine();
    CommandRun.of("synthesize", folder, "--train", 4).assertMistake("There is a README.md in");
  }

  @Test
  void contact_sheet_shows_some_of_the_photos() throws IOException {
    Path sheet = folder.resolve("sheet.png");
    CommandRun run =
        CommandRun.of(
                "synthesize",
                folder.resolve("set"),
                "--train",
                8,
                "--size",
                "128..160",
                "--contact-sheet",
                sheet)
            .assertFine();
    assertThat(run.err()).contains("a contact sheet");
    assertThat(ImageIO.read(sheet.toFile()).getWidth()).isEqualTo(1600);
  }

  @Test
  void contact_sheet_that_cannot_be_written_is_refused_before_anything_is_made()
      throws IOException {
    Path set = folder.resolve("set");
    Path file = Files.writeString(folder.resolve("file"), "");
    Files.createDirectory(folder.resolve("folder.png"));
    Map<Path, String> refusals = new LinkedHashMap<>();
    refusals.put(folder.resolve("folder.png"), "folder.png is a folder");
    refusals.put(folder.resolve("sheet.gif"), "expected a name that ends in .png or .jpg");
    refusals.put(set.resolve("train/../validation/sheet.png"), "is for the data set alone");
    refusals.put(file.resolve("sheet.png"), "file is a file, no folder");
    refusals.forEach((sheet, reason) -> {
      CommandRun run =
          CommandRun.of("synthesize", set, "--train", 2, "--contact-sheet", sheet)
              .assertMistake("--contact-sheet: ");
      assertThat(run.err()).contains(reason);
    });
    assertThat(set).doesNotExist();
  }

  @Test
  void contact_sheet_may_lie_beside_the_splits_and_in_a_new_folder() {
    Path sheet = folder.resolve("new/sheet.JPG");
    CommandRun.of(
            "synthesize",
            folder,
            "--train",
            2,
            "--size",
            "128..128",
            "--annotations-only",
            "--contact-sheet",
            sheet)
        .assertFine();
    assertThat(sheet).isNotEmptyFile();
  }

  @Test
  void file_or_nothing_for_a_folder_is_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    CommandRun.of("synthesize", file, "--train", 2)
        .assertMistake(file + " is a file: choose a folder");
    CommandRun.of("synthesize", file.resolve("set"), "--train", 2)
        .assertMistake("Cannot write " + file.resolve("set/README.md") + ": ");
    CommandRun.of("synthesize", "", "--train", 2)
        .assertMistake("Expected a folder, but got an empty name");
  }

  @Test
  void failed_set_says_so_and_is_not_mixed_with_another() throws IOException {
    Path results = folder.resolve("results");
    Files.writeString(results, "in the way");
    CommandRun run =
        CommandRun.of("synthesize", folder, "--train", 3, "--annotations-only", "--results")
            .assertFailed();
    assertThat(run.err())
        .contains(folder + " is incomplete (its README.md says so); remove it and start again");
    assertThat(Files.readString(folder.resolve("README.md")))
        .startsWith("# An unfinished made-up data set\n")
        .contains("    wardrobe synthesize FOLDER --train 3 --size 256..640 --seed 7");
    CommandRun.of("synthesize", folder, "--train", 3)
        .assertMistake(folder + " holds an unfinished set: remove it or choose a new folder");
  }

  @Test
  void numbers_have_limits_that_the_help_names() {
    CommandRun.of("synthesize", folder, "--seed", "99999999999999999999")
        .assertMistake("Invalid value for option '--seed': '99999999999999999999' is too large");
    assertThat(CommandRun.of("synthesize", "--help").out())
        .contains("at most 1,000,000", "128 to 4096", "150 photos", "2 usage or cannot be written");
  }

  @Test
  void number_of_threads_changes_no_file() throws IOException {
    for (String threads : List.of("1", "3")) {
      CommandRun.of(
              "synthesize",
              folder.resolve(threads),
              "--train",
              70,
              "--size",
              "128..160",
              "--annotations-only",
              "--threads",
              threads)
          .assertFine();
    }
    for (String file : List.of("README.md", "train/sizes.json", "train/annos/000070.json")) {
      assertThat(folder.resolve("3").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("1").resolve(file));
    }
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
        CommandRun.of("synthesize", folder, "--validation", 30, "--annotations-only", "--results")
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
