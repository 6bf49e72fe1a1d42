package dev.wardrobe.cli;

import dev.wardrobe.files.Consequence;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.Rule;
import dev.wardrobe.validation.FindingTally;
import dev.wardrobe.validation.Validator;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;

/** Findings for a person: grouped, counted, the first few of each kind in full. */
final class TextReport implements ValidationReport {
  private final PrintWriter out;
  private final int shown;

  TextReport(PrintWriter out, int shown) {
    this.out = out;
    this.shown = shown;
  }

  @Override
  public void begin() {}

  @Override
  public void beginSplit(DatasetSplit split) {}

  @Override
  public void finding(Finding finding) {}

  @Override
  public void endSplit(
      DatasetSplit split, Validator.Summary summary, FindingTally tally, double seconds) {
    out.println(
        "%s: %s, %s, checked in %s%s"
            .formatted(
                split.name(),
                Words.count(summary.photos(), "photo"),
                Words.count(summary.items(), "item"),
                Words.seconds(seconds),
                without(split)));
    for (Rule.Group group : Rule.Group.values()) {
      printGroup(group, tally);
    }
    out.println(
        tally.total() == 0
            ? "  nothing wrong"
            : "  %s: %,d leave out a photo, %,d an item, %,d change nothing"
                .formatted(
                    Words.count(tally.total(), "finding"),
                    tally.total(Consequence.PHOTO_SKIPPED),
                    tally.total(Consequence.ITEM_SKIPPED),
                    tally.total(Consequence.KEPT)));
    out.println();
  }

  /** What is not there and so not checked. */
  private static String without(DatasetSplit split) {
    if (!split.annotated()) {
      return " (no annotations here)";
    }
    return split.sized() ? "" : " (no photos here; with --sizes, edges and scale are checked, too)";
  }

  private void printGroup(Rule.Group group, FindingTally tally) {
    List<Rule> rules =
        Arrays.stream(Rule.values())
            .filter(rule -> rule.group() == group && tally.count(rule) > 0)
            .toList();
    if (rules.isEmpty()) {
      return;
    }
    out.println("  " + group.label());
    for (Rule rule : rules) {
      long count = tally.count(rule);
      out.println(
          "  %,8d  %s: %s (%s)"
              .formatted(count, rule.code(), rule.description(), rule.consequence().label()));
      tally.first(rule).forEach(finding -> out.println("              " + finding));
      if (shown > 0 && count > tally.first(rule).size()) {
        out.println("              ... and %,d more".formatted(count - tally.first(rule).size()));
      }
    }
  }

  @Override
  public void end(long total) {}
}
