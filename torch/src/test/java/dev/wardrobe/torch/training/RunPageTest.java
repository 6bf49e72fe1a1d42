package dev.wardrobe.torch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class RunPageTest {
  private final MetricsTable steps = new MetricsTable();
  private final MetricsTable validations = new MetricsTable();

  private static RunPage.RunState state(String name, boolean running) {
    return new RunPage.RunState(
        name, "so far", running, 1000, 500, Map.of("weights", "a<b>&\"c\""), "{\"a\": \"<b>\"}");
  }

  private void fill() {
    for (int step = 1; step <= 1000; step++) {
      Map<String, Double> row = new LinkedHashMap<>();
      row.put("step", (double) step);
      row.put("learning_rate", .002);
      row.put("loss", 10.0 / step);
      row.put("loss_mask", 5.0 / step);
      row.put("gradient_norm", 1.0);
      row.put("images_per_second", 9.0);
      row.put("seconds", step * 2.0);
      steps.add(row);
    }
    for (int step = 250; step <= 1000; step += 250) {
      Map<String, Double> row = new LinkedHashMap<>();
      row.put("step", (double) step);
      row.put("photos", 40.0);
      row.put("score", step == 500 ? .75 : .5);
      row.put("box_AP", step == 500 ? .75 : .5);
      row.put("seconds", 5.0);
      validations.add(row);
    }
  }

  private static void assertWellFormed(String html) {
    assertThatCode(() ->
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(
                    new ByteArrayInputStream(
                        html.replace("<!DOCTYPE html>", "").getBytes(StandardCharsets.UTF_8))))
        .doesNotThrowAnyException();
  }

  @Test
  void a_page_before_the_first_step_is_well_formed() {
    assertWellFormed(RunPage.of(state("new", true), steps, validations));
  }

  @Test
  void a_page_is_well_formed_and_needs_nothing_else() {
    fill();
    String html = RunPage.of(state("a <run> & \u0001more", false), steps, validations);
    assertWellFormed(html);
    assertThat(html).doesNotContain("http://", "https://", "src=", "<script", "<run>", "a<b>");
    assertThat(html).contains("a &lt;run&gt;");
  }

  @Test
  void the_best_model_is_shown_and_marked() {
    fill();
    String html = RunPage.of(state("run", false), steps, validations);
    assertThat(html).contains("<b>0.750</b><span>box AP, best model</span>");
    assertThat(html).containsOnlyOnce("<tr class=\"best\"><td>500</td>");
  }

  @Test
  void only_a_page_of_a_running_training_loads_itself_again() {
    assertThat(RunPage.of(state("run", true), steps, validations))
        .contains("http-equiv=\"refresh\"");
    assertThat(RunPage.of(state("run", false), steps, validations)).doesNotContain("refresh");
  }

  @Test
  void a_long_training_makes_no_long_page() {
    MetricsTable losses = new MetricsTable();
    for (int step = 1; step <= 100_000; step++) {
      Map<String, Double> row = new LinkedHashMap<>();
      row.put("step", (double) step);
      row.put("loss", Math.sin(step));
      losses.add(row);
    }
    assertThat(RunPage.of(state("run", false), losses, validations)).hasSizeLessThan(40_000);
  }
}
