package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  @TempDir static Path once;
  private static CommandRun demo = CommandRun.of("--version");

  @TempDir Path folder;

  @BeforeAll
  static void runTheDemo() {
    demo = CommandRun.of("demo", "--keep", once.resolve("demo")).assertFine();
  }

  @Test
  void each_step_prints_a_command_that_works_alone() {
    Path kept = once.resolve("demo");
    assertThat(demo.out())
        .contains("nothing wrong", "Table 1", "positive pairs")
        .contains("Table 2", "Table 4", "Table 6", "Table 8");
    assertThat(kept.resolve("val.json")).isNotEmptyFile();
    assertThat(kept.resolve("stats.html")).isNotEmptyFile();
    assertThat(kept.resolve("sheet.png")).isNotEmptyFile();
    assertThat(kept.resolve("lists/query_gt.json")).isNotEmptyFile();
    List<String> commands = new ArrayList<>();
    demo.out()
        .lines()
        .filter(line -> line.startsWith("$ ./wardrobe ") && !line.contains("PATH/TO"))
        .forEach(line -> commands.add(line.substring("$ ./wardrobe ".length())));
    assertThat(commands).hasSizeGreaterThanOrEqualTo(12);
    for (String command : commands) {
      // These want a new folder, and the demo has filled it.
      if (Stream.of("synthesize", "convert deepfashion2", "train").noneMatch(command::startsWith)) {
        int code = CommandRun.of((Object[]) command.split(" ", -1)).code();
        assertThat(code).as(command).isEqualTo(command.contains("/broken") ? 1 : 0);
      }
    }
  }

  @Test
  void an_earlier_demo_is_replaced() throws IOException {
    Path kept = folder.resolve("demo");
    copy(once.resolve("demo"), kept);
    Files.writeString(kept.resolve("mine.txt"), "mine");
    Files.writeString(kept.resolve("data/left-over.txt"), "old");
    CommandRun.of("demo", "--keep", kept).assertFine();
    assertThat(kept.resolve("data/left-over.txt")).doesNotExist();
    assertThat(kept.resolve("mine.txt")).hasContent("mine");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  @Test
  void somebody_elses_folder_is_left_alone() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    CommandRun.of("demo", "--keep", folder).assertMistake(folder + " is there already");
    assertThat(folder.resolve("mine.txt")).hasContent("mine");
    CommandRun.of("demo", "--keep", folder.resolve("mine.txt"))
        .assertMistake(folder.resolve("mine.txt") + " is there already");
  }
}
