package dev.wardrobe.statistics;

import java.util.List;

/**
 * A table for people: numbers are already text.
 *
 * @param title one line
 * @param labels how many columns on the left are words; the rest are numbers, aligned right
 * @param header one word or two a column
 * @param rows as many cells as the header; an empty cell repeats nothing
 * @param notes lines below it, possibly none
 */
record Table(
    String title, int labels, List<String> header, List<List<String>> rows, List<String> notes) {

  Table {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            "Expected %d cells in %s, but got %s".formatted(header.size(), title, row));
      }
    }
  }
}
