package dev.wardrobe.tables;

import java.util.List;

/**
 * A table for people: numbers are already text.
 *
 * @param title one line
 * @param labels how many columns on the left are words; the rest are numbers, aligned right
 * @param groups headings over the columns after the labels, from left to right; possibly none
 * @param header one word or two a column
 * @param rows as many cells as the header; an empty cell repeats nothing
 * @param notes lines below it, possibly none
 */
public record Table(
    String title,
    int labels,
    List<Group> groups,
    List<String> header,
    List<List<String>> rows,
    List<String> notes) {

  /**
   * A heading over neighbouring columns.
   *
   * @param label one word or two
   * @param columns how many columns it is over
   */
  public record Group(String label, int columns) {}

  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if a row is shorter or longer than the header, or the groups
   *     are over fewer or more columns than there are
   */
  public Table {
    groups = List.copyOf(groups);
    header = List.copyOf(header);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            "Expected %d cells in %s, but got %s".formatted(header.size(), title, row));
      }
    }
    int grouped = groups.stream().mapToInt(Group::columns).sum();
    if (!groups.isEmpty() && labels + grouped != header.size()) {
      throw new IllegalArgumentException(
          "Expected groups over %d columns in %s, but got %d"
              .formatted(header.size() - labels, title, grouped));
    }
  }

  /** A table without groups. */
  public Table(
      String title, int labels, List<String> header, List<List<String>> rows, List<String> notes) {
    this(title, labels, List.of(), header, rows, notes);
  }
}
