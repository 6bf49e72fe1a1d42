package dev.wardrobe.report;

import dev.wardrobe.tables.TableText;

/**
 * An evaluation as text for a terminal: the official lines, the paper's tables with its figures
 * beside ours, a table of the categories, all at most 110 columns wide, and notes, one a line.
 */
public final class EvaluationText {
  private EvaluationText() {}

  /** The text, lines ending with a line feed. */
  public static String of(EvaluationReport report) {
    EvaluationTables tables = new EvaluationTables(report);
    StringBuilder text = new StringBuilder(head(report));
    if (!report.subsets().isEmpty()) {
      text.append('\n').append(TableText.of(tables.subsets()));
    }
    text.append('\n').append(TableText.of(tables.categories()));
    report
        .intervals()
        .ifPresent(
            intervals -> text.append('\n').append(TableText.of(tables.intervals(intervals))));
    return text.append(notes(report)).toString();
  }

  private static String notes(EvaluationReport report) {
    StringBuilder text = new StringBuilder(report.notes().isEmpty() ? "" : "\n");
    report.notes().forEach(note -> text.append("Note: ").append(note).append('\n'));
    return text.toString();
  }

  /** Only the official lines, Table 2, 4 or 6, and the notes. */
  public static String brief(EvaluationReport report) {
    return head(report) + notes(report);
  }

  private static String head(EvaluationReport report) {
    return OfficialLines.of(report.summary())
        + '\n'
        + TableText.of(new EvaluationTables(report).overall());
  }
}
