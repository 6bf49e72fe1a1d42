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
    StringBuilder text = new StringBuilder(brief(report));
    text.append('\n').append(TableText.of(tables.manyOverall()));
    if (!report.manySubsets().isEmpty()) {
      text.append('\n').append(TableText.of(tables.manySubsets()));
    }
    if (!report.notes().isEmpty()) {
      text.append('\n');
      report.notes().forEach(note -> text.append("Note: ").append(note).append('\n'));
    }
    return text.toString();
  }

  /** Only the official counters and Table 8. */
  public static String brief(RetrievalReport report) {
    RetrievalTables tables = new RetrievalTables(report);
    return TableText.of(tables.counters()) + '\n' + TableText.of(tables.overall());
  }
}
