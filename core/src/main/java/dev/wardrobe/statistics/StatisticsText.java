package dev.wardrobe.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Statistics as text for a terminal: tables with numbers aligned right, at most 100 columns wide
 * for the official splits.
 */
public final class StatisticsText {
  private static final String GAP = "  ";

  private StatisticsText() {}

  /** The text, lines ending with a line feed. */
  public static String of(Statistics statistics) {
    return text(statistics, StatisticsTables.of(statistics));
  }

  /** Only Table 1 and Figure 3; the latter only where there are items. */
  public static String brief(Statistics statistics) {
    List<Table> published =
        StatisticsTables.of(statistics).stream()
            .filter(table ->
                table.title().startsWith("Table 1") || table.title().startsWith("Figure 3"))
            .toList();
    return text(statistics, published);
  }

  private static String text(Statistics statistics, List<Table> tables) {
    StringBuilder text = new StringBuilder();
    text.append("DeepFashion2 in ").append(statistics.name()).append('\n');
    for (Table table : tables) {
      text.append('\n');
      append(text, table);
    }
    return text.append('\n').append(PublishedFigures.SOURCE).append('\n').toString();
  }

  private static void append(StringBuilder text, Table table) {
    List<Integer> widths = widths(table);
    text.append(table.title()).append('\n');
    appendRow(text, table, table.header(), widths);
    int total = widths.stream().mapToInt(Integer::intValue).sum();
    int gaps = GAP.length() * (widths.size() - 1);
    text.append("-".repeat(total + gaps)).append('\n');
    table.rows().forEach(row -> appendRow(text, table, row, widths));
    table.notes().forEach(note -> text.append(note).append('\n'));
  }

  private static List<Integer> widths(Table table) {
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < table.header().size(); column++) {
      int width = table.header().get(column).length();
      for (List<String> row : table.rows()) {
        width = Math.max(width, row.get(column).length());
      }
      widths.add(width);
    }
    return widths;
  }

  private static void appendRow(
      StringBuilder text, Table table, List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      String fill = " ".repeat(widths.get(column) - cell.length());
      line.append(column == 0 ? "" : GAP);
      line.append(column < table.labels() ? cell + fill : fill + cell);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }
}
