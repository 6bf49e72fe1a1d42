package dev.wardrobe.files;

/**
 * Something wrong at one place of a data set.
 *
 * @param rule what kind of wrong
 * @param file the file, relative to the data set, with forward slashes
 * @param item the item's key, such as "item1"; empty if the finding is about the whole file
 * @param field the key inside the item or file, such as "bounding_box"; empty if there is none
 * @param found what is there
 * @param expected what should be there
 */
public record Finding(
    Rule rule, String file, String item, String field, String found, String expected) {
  private static final int LONGEST = 160;

  /** Shortens overlong texts, so that a hostile file cannot flood a report. */
  public Finding {
    found = shortened(found);
    expected = shortened(expected);
    field = shortened(field);
    item = shortened(item);
  }

  /** A finding about a whole file. */
  public static Finding ofFile(Rule rule, String file, String found, String expected) {
    return new Finding(rule, file, "", "", found, expected);
  }

  /** The place: file, item and field, in one line. */
  public String place() {
    // A file's name may hold line feeds and what steers a terminal.
    StringBuilder place = new StringBuilder(printable(file));
    if (!item.isEmpty()) {
      place.append(' ').append(item);
    }
    if (!field.isEmpty()) {
      place.append(item.isEmpty() ? ' ' : '.').append(field);
    }
    return place.toString();
  }

  /** One line: place, what was found, what was expected. */
  @Override
  public String toString() {
    return place() + ": found " + found + ", expected " + expected;
  }

  private static String shortened(String text) {
    return printable(text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text);
  }

  private static String printable(String line) {
    StringBuilder clean = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      clean.append(Character.isISOControl(c) ? ' ' : c);
    }
    return clean.toString();
  }
}
