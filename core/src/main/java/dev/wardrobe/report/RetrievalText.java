package dev.wardrobe.report;

import dev.wardrobe.tables.TableText;

/**
 * An evaluation of retrieval as text for a terminal, at most 110 columns wide: the official
 * counters, Tables 8 and 9 with their figures beside ours, notes.
 */
public final class RetrievalText {
  private RetrievalText() {}

  /** The text, lines ending with a line feed. */
  public static String of(RetrievalReport report) {
    RetrievalTables tables = new RetrievalTables(report);
    StringBuilder text = new StringBuilder(head(report));
    text.append('\n').append(TableText.of(tables.manyOverall()));
    if (!report.manySubsets().isEmpty()) {
      text.append('\n').append(TableText.of(tables.manySubsets()));
    }
    return text.append(notes(report)).toString();
  }

  private static String notes(RetrievalReport report) {
    StringBuilder text = new StringBuilder(report.notes().isEmpty() ? "" : "\n");
    report.notes().forEach(note -> text.append("Note: ").append(note).append('\n'));
    return text.toString();
  }

  /** Only the official counters, Table 8 and the notes. */
  public static String brief(RetrievalReport report) {
    return head(report) + notes(report);
  }

  private static String head(RetrievalReport report) {
    RetrievalTables tables = new RetrievalTables(report);
    return TableText.of(tables.counters()) + '\n' + TableText.of(tables.overall());
  }
}
