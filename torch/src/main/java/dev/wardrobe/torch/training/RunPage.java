package dev.wardrobe.torch.training;

import dev.wardrobe.markup.XmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A training as one HTML page that needs nothing else: what it reached, curves, scores of every
 * validation, its config and where it comes from.
 */
final class RunPage {
  private static final int REFRESH_SECONDS = 60;
  private static final double RECENT = .05;
  private static final String LOSS = "loss_";

  private final RunState state;
  private final MetricsTable steps;
  private final MetricsTable validations;
  private final StringBuilder html = new StringBuilder();

  private RunPage(RunState state, MetricsTable steps, MetricsTable validations) {
    this.state = state;
    this.steps = steps;
    this.validations = validations;
  }

  /**
   * What a page tells beside the metrics.
   *
   * @param name of the run
   * @param status in a few words, such as "finished"
   * @param running whether the page is going to change
   * @param lastStep how many steps the training has
   * @param bestStep the step of the best model; 0 if there is none
   * @param provenance where the model comes from, by name
   * @param config as JSON, indented
   */
  record RunState(
      String name,
      String status,
      boolean running,
      int lastStep,
      int bestStep,
      Map<String, ?> provenance,
      String config) {}

  /** The page as text. */
  static String of(RunState state, MetricsTable steps, MetricsTable validations) {
    return new RunPage(state, steps, validations).build();
  }

  private String build() {
    head();
    html.append("<div class=\"cards\">\n");
    cards();
    html.append("</div>\n");
    charts();
    validationTable();
    provenance();
    html.append("<details><summary>Config</summary>\n<pre>");
    html.append(XmlText.escape(state.config)).append("</pre>\n</details>\n");
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private void head() {
    String title = XmlText.escape(state.name);
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    if (state.running) {
      html.append("<meta http-equiv=\"refresh\" content=\"%d\"/>\n".formatted(REFRESH_SECONDS));
    }
    html.append("<title>").append(title).append(" \u00b7 wardrobe train</title>\n<style>\n");
    html.append(RunPageStyle.CSS).append("</style>\n</head>\n<body>\n<main>\n<header>\n<h1>");
    html.append(title).append("</h1>\n<p class=\"status\">");
    html.append(XmlText.escape(state.status)).append("</p>\n</header>\n");
  }

  private void cards() {
    int done = steps.size() == 0 ? 0 : (int) steps.get(steps.size() - 1, MetricsTable.STEP);
    card("Step", "%,d of %,d".formatted(done, state.lastStep));
    if (steps.size() > 0) {
      card("Loss, of late", LineChart.number(recent("loss")));
    }
    for (int row = validations.size() - 1; row >= 0; row--) {
      if ((int) validations.get(row, MetricsTable.STEP) == state.bestStep) {
        for (Map.Entry<String, Double> score : validations.row(row).entrySet()) {
          if (score.getKey().endsWith("_AP")) {
            card(words(score.getKey()) + ", best model", share(score.getValue()));
          }
        }
        break;
      }
    }
    if (steps.has("seconds")) {
      card("Images a second", LineChart.number(recent("images_per_second")));
      card("Time", duration(steps.get(steps.size() - 1, "seconds")));
    }
  }

  private void card(String label, String value) {
    html.append("<div class=\"card\"><b>").append(XmlText.escape(value)).append("</b><span>");
    html.append(XmlText.escape(label)).append("</span></div>\n");
  }

  /** The mean of the last steps. */
  private double recent(String column) {
    int count = Math.max(1, (int) (steps.size() * RECENT));
    double sum = 0;
    for (int row = steps.size() - count; row < steps.size(); row++) {
      sum += steps.get(row, column);
    }
    return sum / count;
  }

  private void charts() {
    html.append("<div class=\"charts\">\n");
    if (validations.size() > 0) {
      List<String> columns =
          validations.columns().stream().filter(name -> name.endsWith("_AP")).toList();
      chart("Average precision", columns, validations);
    }
    chart("Loss", List.of("loss"), steps);
    for (String column : steps.columns()) {
      if (column.startsWith(LOSS)) {
        chart("Loss: " + words(column.substring(LOSS.length())), List.of(column), steps);
      }
    }
    chart("Learning rate", List.of("learning_rate"), steps);
    chart("Norm of the gradients", List.of("gradient_norm"), steps);
    chart("Images a second", List.of("images_per_second"), steps);
    html.append("</div>\n");
  }

  private void chart(String title, List<String> columns, MetricsTable table) {
    List<Curve> curves = new ArrayList<>();
    double[] x = table.column(MetricsTable.STEP);
    columns.forEach(column -> curves.add(Curve.of(words(column), x, table.column(column))));
    html.append("<section>\n<h2>").append(XmlText.escape(title)).append("</h2>\n");
    if (columns.size() > 1) {
      html.append("<p class=\"legend\">");
      for (int i = 0; i < columns.size(); i++) {
        html.append("<i class=\"c%d\"></i> ".formatted(i));
        html.append(XmlText.escape(words(columns.get(i)))).append(' ');
      }
      html.append("</p>\n");
    }
    html.append(LineChart.of(title, Math.max(1, state.lastStep), curves));
    html.append("</section>\n");
  }

  private void validationTable() {
    if (validations.size() == 0) {
      return;
    }
    html.append("<section class=\"wide\">\n<h2>Validations</h2>\n<table>\n<thead><tr>");
    validations
        .columns()
        .forEach(
            column -> html.append("<th>").append(XmlText.escape(words(column))).append("</th>"));
    html.append("</tr></thead>\n<tbody>\n");
    for (int row = 0; row < validations.size(); row++) {
      boolean best = (int) validations.get(row, MetricsTable.STEP) == state.bestStep;
      html.append(best ? "<tr class=\"best\">" : "<tr>");
      for (String column : validations.columns()) {
        double value = validations.get(row, column);
        html.append("<td>").append(cell(column, value)).append("</td>");
      }
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n<p class=\"note\">");
    html.append("The marked row is the best model, by the mean of the APs: best.safetensors.");
    html.append(" -1: nothing to find.</p>\n</section>\n");
  }

  private static String cell(String column, double value) {
    return switch (column) {
      case MetricsTable.STEP, "photos" -> "%,d".formatted((long) value);
      case "seconds" -> duration(value);
      default -> share(value);
    };
  }

  private void provenance() {
    html.append("<section class=\"wide\">\n<h2>Provenance</h2>\n<table class=\"facts\">\n");
    state.provenance.forEach((name, value) -> {
      html.append("<tr><th>").append(XmlText.escape(words(name))).append("</th><td>");
      html.append(XmlText.escape(String.valueOf(value))).append("</td></tr>\n");
    });
    html.append("</table>\n</section>\n");
  }

  private static String words(String name) {
    return name.replace('_', ' ');
  }

  private static String share(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String duration(double seconds) {
    long whole = Math.round(seconds);
    return whole < 60
        ? whole + " s"
        : whole < 3600
            ? "%d min %02d s".formatted(whole / 60, whole % 60)
            : "%d h %02d min".formatted(whole / 3600, whole / 60 % 60);
  }
}
