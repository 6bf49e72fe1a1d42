package dev.wardrobe.statistics;

import dev.wardrobe.tables.Table;
import dev.wardrobe.tables.TableText;
import java.util.List;

/**
 * Statistics as text for a terminal: tables with numbers aligned right, at most 100 columns wide
 * for the official splits.
 */
public final class StatisticsText {
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
      text.append(TableText.of(table));
    }
    return text.append('\n').append(PublishedFigures.SOURCE).append('\n').toString();
  }
}
