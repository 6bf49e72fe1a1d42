package dev.wardrobe.tables;

import dev.wardrobe.tables.Table.Group;
import java.util.ArrayList;
import java.util.List;

/** A table as lines of text: numbers aligned right, a rule below the header. */
public final class TableText {
  private static final int GAP = 2;

  private final Table table;
  private final List<Integer> gaps = new ArrayList<>();
  private final List<Integer> widths = new ArrayList<>();

  private TableText(Table table) {
    this.table = table;
    for (int column = 0; column < table.header().size(); column++) {
      int width = table.header().get(column).length();
      for (List<String> row : table.rows()) {
        width = Math.max(width, row.get(column).length());
      }
      widths.add(width);
      gaps.add(column == 0 ? 0 : GAP);
    }
    fitGroups();
  }

  /** Columns of a group stand closer, and wide enough for its label. */
  private void fitGroups() {
    int first = table.labels();
    for (Group group : table.groups()) {
      for (int column = first + 1; column < first + group.columns(); column++) {
        gaps.set(column, 1);
      }
      int missing = group.label().length() - span(first, group);
      if (missing > 0) {
        widths.set(first, widths.get(first) + missing);
      }
      first += group.columns();
    }
  }

  /** Title, header, rows and notes, each line ending with a line feed. */
  public static String of(Table table) {
    TableText text = new TableText(table);
    StringBuilder lines = new StringBuilder(table.title()).append('\n');
    if (!table.groups().isEmpty()) {
      lines.append(text.groupRow()).append('\n');
    }
    lines.append(text.row(table.header())).append('\n');
    lines.append("-".repeat(text.total())).append('\n');
    table.rows().forEach(row -> lines.append(text.row(row)).append('\n'));
    table.notes().forEach(note -> lines.append(note).append('\n'));
    return lines.toString();
  }

  private int total() {
    return sum(widths) + sum(gaps);
  }

  private static int sum(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).sum();
  }

  /** From the first character of a group to its last. */
  private int span(int first, Group group) {
    int end = first + group.columns();
    return sum(widths.subList(first, end)) + sum(gaps.subList(first + 1, end));
  }

  private String groupRow() {
    StringBuilder line = new StringBuilder();
    int labels = table.labels();
    line.append(" ".repeat(sum(widths.subList(0, labels)) + sum(gaps.subList(0, labels))));
    int first = labels;
    for (Group group : table.groups()) {
      line.append(" ".repeat(gaps.get(first)));
      int free = span(first, group) - group.label().length();
      line.append(" ".repeat(free / 2)).append(group.label()).append(" ".repeat(free - free / 2));
      first += group.columns();
    }
    return line.toString().stripTrailing();
  }

  private String row(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      String fill = " ".repeat(widths.get(column) - cell.length());
      line.append(" ".repeat(gaps.get(column)));
      line.append(column < table.labels() ? cell + fill : fill + cell);
    }
    return line.toString().stripTrailing();
  }
}
