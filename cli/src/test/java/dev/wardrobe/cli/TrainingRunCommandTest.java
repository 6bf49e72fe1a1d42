package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunCommandTest {
  @TempDir Path folder;

  @Test
  void all_its_verbs_work_and_say_nothing() {
    CommandRun run = CommandRun.of("training-run", folder, "--photos", 40).assertFine();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEmpty();
    assertThat(folder.resolve("coco.json")).isNotEmptyFile();
    assertThat(folder.resolve("pairs.csv")).isNotEmptyFile();
  }

  @Test
  void it_is_no_verb_for_people() {
    assertThat(CommandRun.of("--help").out()).doesNotContain("training-run");
  }
}
