package dev.wardrobe.torch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.files.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
  @TempDir private Path folder;

  private static Map<String, Double> values(Object... namesAndValues) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], ((Number) namesAndValues[i + 1]).doubleValue());
    }
    return values;
  }

  private void writeThreeSteps() {
    try (Metrics metrics = Metrics.open(folder, 0)) {
      metrics.add(Metrics.Phase.TRAIN, values("step", 1, "loss", 2.5));
      metrics.add(Metrics.Phase.TRAIN, values("step", 2, "loss", .1));
      metrics.add(Metrics.Phase.VALIDATION, values("step", 2, "photos", 400, "box_AP", .25));
      metrics.add(Metrics.Phase.TRAIN, values("step", 3, "loss", 1e-7));
      metrics.writeTables();
    }
  }

  private String text(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void each_line_is_an_object() throws IOException {
    writeThreeSteps();
    assertThat(text("metrics.jsonl"))
        .isEqualTo(
            """
            {"phase": "train", "step": 1, "loss": 2.5}
            {"phase": "train", "step": 2, "loss": 0.1}
            {"phase": "validation", "step": 2, "photos": 400, "box_AP": 0.25}
            {"phase": "train", "step": 3, "loss": 1e-07}
            """);
  }

  @Test
  void tables_hold_the_same_numbers() throws IOException {
    writeThreeSteps();
    assertThat(text("metrics.csv")).isEqualTo("step,loss\n1,2.5\n2,0.1\n3,1e-07\n");
    assertThat(text("validation.csv")).isEqualTo("step,photos,box_AP\n2,400,0.25\n");
  }

  @Test
  void going_on_cuts_back_to_the_step() throws IOException {
    writeThreeSteps();
    try (Metrics metrics = Metrics.open(folder, 2)) {
      assertThat(metrics.table(Metrics.Phase.TRAIN).column("loss")).containsExactly(2.5, .1);
      assertThat(metrics.table(Metrics.Phase.VALIDATION).size()).isEqualTo(1);
      metrics.add(Metrics.Phase.TRAIN, values("step", 3, "loss", 7));
    }
    assertThat(text("metrics.jsonl"))
        .endsWith("\"box_AP\": 0.25}\n{\"phase\": \"train\", \"step\": 3, \"loss\": 7.0}\n");
  }

  @Test
  void a_line_that_was_cut_short_is_dropped() throws IOException {
    writeThreeSteps();
    Path file = folder.resolve("metrics.jsonl");
    Files.writeString(file, "{\"phase\": \"train\", \"ste", StandardOpenOption.APPEND);
    Metrics.open(folder, 9).close();
    assertThat(text("metrics.jsonl"))
        .endsWith("{\"phase\": \"train\", \"step\": 3, \"loss\": 1e-07}\n");
  }

  @Test
  void a_foreign_line_in_between_is_refused() throws IOException {
    writeThreeSteps();
    Path file = folder.resolve("metrics.jsonl");
    Files.writeString(file, "hello\n" + text("metrics.jsonl"));
    assertThatThrownBy(() -> Metrics.open(folder, 9))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("line 1")
        .hasMessageContaining("metrics.jsonl");
  }

  @Test
  void what_is_no_number_is_left_out_of_lines_and_tables() throws IOException {
    try (Metrics metrics = Metrics.open(folder, 0)) {
      metrics.add(Metrics.Phase.TRAIN, values("step", 1, "loss", 1, "late", Double.NaN));
      metrics.add(Metrics.Phase.TRAIN, values("step", 2, "late", 3));
      metrics.writeTables();
    }
    assertThat(text("metrics.jsonl"))
        .isEqualTo(
            """
            {"phase": "train", "step": 1, "loss": 1.0}
            {"phase": "train", "step": 2, "late": 3.0}
            """);
    assertThat(text("metrics.csv")).isEqualTo("step,loss,late\n1,1.0,\n2,,3.0\n");
    assertThat(folder.resolve("validation.csv")).doesNotExist();
  }
}
