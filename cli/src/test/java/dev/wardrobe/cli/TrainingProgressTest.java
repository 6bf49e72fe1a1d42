package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.torch.training.TrainingPlan;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TrainingProgressTest {
  private static final TrainingPlan PLAN =
      new TrainingPlan(0, 600, 2000, 250, 400, 630_000, "float32", true);

  private final StringWriter text = new StringWriter();
  private final AtomicLong nanos = new AtomicLong(-5);

  private TrainingProgress progress(boolean terminal, boolean quiet) {
    return new TrainingProgress(
        new PrintWriter(text), Path.of("data"), quiet, terminal, nanos::get);
  }

  private void pass(int seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  private static Map<String, Double> step(double loss) {
    return Map.of("loss", loss, "images_per_second", 18.21);
  }

  @Test
  void terminal_gets_one_line_that_fits_and_is_taken_away() {
    TrainingProgress progress = progress(true, false);
    progress.started(PLAN);
    text.getBuffer().setLength(0);
    progress.stepped(1, step(9));
    for (int i = 2; i <= 300; i++) {
      pass(1);
      progress.stepped(i, step(3));
    }
    String last = text.toString();
    assertThat(last.substring(last.lastIndexOf("\u001b[K") + 3))
        .isEqualTo("Step 300 of 600: loss 3.000, 18.2 images a second, 4 min 59 s left")
        .hasSizeLessThan(80);
    assertThat(last).doesNotContain("\n");
    progress.finish();
    assertThat(text.toString()).endsWith("\r\u001b[K");
  }

  @Test
  void file_gets_a_line_every_half_minute() {
    TrainingProgress progress = progress(false, false);
    progress.started(PLAN);
    for (int i = 1; i <= 100; i++) {
      pass(1);
      progress.stepped(i, step(3));
    }
    progress.finish();
    assertThat(text.toString().lines().filter(line -> line.startsWith("Step "))).hasSize(4);
  }

  @Test
  void validations_stay() {
    TrainingProgress progress = progress(true, false);
    progress.started(PLAN);
    Map<String, Double> scores = new LinkedHashMap<>();
    scores.put("photos", 400.0);
    scores.put("box_AP", .6124);
    scores.put("box_AP50", .7);
    scores.put("mask_AP", .65);
    progress.validated(200, scores, true);
    assertThat(text.toString())
        .endsWith("Step 200: box AP 0.612, mask AP 0.650, the best so far\n");
  }

  @Test
  void quiet_is_quiet() {
    TrainingProgress progress = progress(false, true);
    progress.reading("train", 64, 2000);
    progress.started(PLAN);
    pass(100);
    progress.stepped(1, step(9));
    progress.validated(1, Map.of("box_AP", .5), true);
    progress.finish();
    assertThat(text.toString()).isEmpty();
  }
}
