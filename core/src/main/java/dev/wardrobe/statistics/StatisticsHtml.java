package dev.wardrobe.statistics;

import dev.wardrobe.markup.XmlText;
import dev.wardrobe.tables.Table;
import java.util.List;

/**
 * Statistics as one HTML page that needs nothing else: the picture, and below it every table of the
 * text.
 */
public final class StatisticsHtml {
  private static final String STYLE =
      """
      body { margin: 0 auto; max-width: 1600px; padding: 0 1rem 3rem; background: #f5f7f9;
        color: #1d2733; font: 15px/1.45 system-ui, 'Segoe UI', Roboto, Arial, sans-serif; }
      svg { display: block; width: 100%; height: auto; }
      main { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; }
      section { background: #fff; border: 1px solid #dfe4ea; border-radius: 10px;
        padding: .4rem 1.2rem 1rem; overflow-x: auto; }
      h2 { font-size: 1.1rem; margin: .6rem 0; }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
      th, td { padding: .15rem .6rem; text-align: left; white-space: pre; }
      th { border-bottom: 1px solid #dfe4ea; font-weight: 600; }
      .n { text-align: right; }
      p { color: #5d6875; margin: .5rem 0 0; max-width: 32rem; }
      """;

  private StatisticsHtml() {}

  /** The page as text. */
  public static String of(Statistics statistics) {
    StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n");
    html.append("<meta charset=\"utf-8\"/>\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    html.append("<title>").append(XmlText.escape(StatisticsSvg.title(statistics)));
    html.append("</title>\n<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
    html.append(StatisticsSvg.of(statistics)).append("<main>\n");
    StatisticsTables.of(statistics).forEach(table -> append(html, table));
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private static void append(StringBuilder html, Table table) {
    html.append("<section>\n<h2>").append(XmlText.escape(table.title())).append("</h2>\n");
    html.append("<table>\n<thead>");
    appendRow(html, table, table.header(), "th");
    html.append("</thead>\n<tbody>\n");
    table.rows().forEach(row -> appendRow(html, table, row, "td"));
    html.append("</tbody>\n</table>\n");
    if (!table.notes().isEmpty()) {
      html.append("<p>").append(XmlText.escape(String.join(" ", table.notes()))).append("</p>\n");
    }
    html.append("</section>\n");
  }

  private static void appendRow(StringBuilder html, Table table, List<String> row, String element) {
    html.append("<tr>");
    for (int column = 0; column < row.size(); column++) {
      html.append('<').append(element);
      html.append(column < table.labels() ? ">" : " class=\"n\">");
      html.append(XmlText.escape(row.get(column)));
      html.append("</").append(element).append('>');
    }
    html.append("</tr>\n");
  }
}
