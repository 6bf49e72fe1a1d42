package dev.wardrobe.cli;

import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.Rule;
import dev.wardrobe.json.PythonJson;
import dev.wardrobe.validation.FindingTally;
import dev.wardrobe.validation.Validator;
import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * All findings as one JSON object, written as they come: {@code {"data", "splits": [{"name",
 * "findings": [{"rule", "consequence", "file", "item", "field", "found", "expected"}], "photos",
 * "items", "counts": {rule: n}, "total"}], "total"}}.
 */
final class JsonReport implements ValidationReport {
  private final PrintWriter out;
  private final Path data;
  private boolean firstSplit = true;
  private boolean firstFinding = true;

  JsonReport(PrintWriter out, Path data) {
    this.out = out;
    this.data = data;
  }

  @Override
  public void begin() {
    out.print("{\"data\": " + quoted(data.toString()) + ", \"splits\": [");
  }

  @Override
  public void beginSplit(DatasetSplit split) {
    out.print(firstSplit ? "\n" : ",\n");
    out.print("{\"name\": " + quoted(split.name()) + ", \"findings\": [");
    firstSplit = false;
    firstFinding = true;
  }

  @Override
  public void finding(Finding finding) {
    out.print(firstFinding ? "\n" : ",\n");
    firstFinding = false;
    Rule rule = finding.rule();
    out.print(
        "  {\"rule\": %s, \"consequence\": %s, \"file\": %s, \"item\": %s, \"field\": %s, \"found\": %s, \"expected\": %s}"
            .formatted(
                quoted(rule.code()),
                quoted(rule.consequence().label()),
                quoted(finding.file()),
                quoted(finding.item()),
                quoted(finding.field()),
                quoted(finding.found()),
                quoted(finding.expected())));
  }

  @Override
  public void endSplit(
      DatasetSplit split, Validator.Summary summary, FindingTally tally, double seconds) {
    StringBuilder counts = new StringBuilder();
    for (Rule rule : Rule.values()) {
      if (tally.count(rule) > 0) {
        counts.append(counts.isEmpty() ? "" : ", ");
        counts.append(quoted(rule.code())).append(": ").append(tally.count(rule));
      }
    }
    out.print(
        "], \"photos\": %d, \"items\": %d, \"counts\": {%s}, \"total\": %d}"
            .formatted(summary.photos(), summary.items(), counts, tally.total()));
  }

  @Override
  public void end(long total) {
    out.println("\n], \"total\": %d}".formatted(total));
  }

  private static String quoted(String text) {
    return new PythonJson().string(text).toString();
  }
}
