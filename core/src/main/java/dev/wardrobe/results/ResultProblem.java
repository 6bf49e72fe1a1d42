package dev.wardrobe.results;

/**
 * What is wrong with one record of a file.
 *
 * @param file the file's name
 * @param record which record, from 1; 0 if it is about the file
 * @param field the field, such as "score"; empty if it is about the whole record
 * @param found what is there
 * @param expected what should be there
 */
public record ResultProblem(String file, long record, String field, String found, String expected) {
  private static final int LONGEST = 160;

  /** Shortens overlong texts, so that a hostile file cannot flood a report. */
  public ResultProblem {
    file = printable(file);
    field = printable(field);
    found = printable(found);
    expected = printable(expected);
  }

  /** One line: file, record, field, what was found, what was expected. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(file);
    if (record > 0) {
      line.append(", record ").append(record);
    }
    if (!field.isEmpty()) {
      line.append(", ").append(field);
    }
    return line.append(": found ").append(found).append(", expected ").append(expected).toString();
  }

  private static String printable(String text) {
    String kept = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    StringBuilder clean = new StringBuilder(kept.length());
    for (int i = 0; i < kept.length(); i++) {
      char c = kept.charAt(i);
      clean.append(isLayout(c) ? ' ' : c);
    }
    return clean.toString();
  }

  /** Whether a character would break the line, or change how others are shown. */
  private static boolean isLayout(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
