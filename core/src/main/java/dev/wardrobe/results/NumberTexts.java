package dev.wardrobe.results;

import dev.wardrobe.json.JsonScanner;
import dev.wardrobe.json.PythonJson;

/**
 * The numbers of one list after another, with the texts they are written as. What was read is valid
 * as long as the scanned bytes are. Not for several threads at once.
 */
final class NumberTexts {
  private final double[] values;
  private final int[] starts;
  private byte[] bytes = new byte[0];
  private boolean present;
  private int count;
  private String found = "";

  /** For lists of up to so many numbers. */
  NumberTexts(int most) {
    values = new double[most];
    starts = new int[most + 1];
  }

  void clear() {
    present = false;
    count = 0;
    found = "";
  }

  /** Takes the next value. */
  void read(JsonScanner scanner, byte[] scanned) {
    present = true;
    bytes = scanned;
    found = "";
    boolean list = scanner.peek() == '[';
    int from = scanner.position();
    count = scanner.numbers(values);
    if (count < 0) {
      found = list ? "a list of more than numbers" : scanner.describe();
      scanner.skip();
    } else if (count <= values.length) {
      locate(from + 1, scanner.position());
    }
  }

  private void locate(int from, int to) {
    int number = 0;
    starts[0] = from;
    for (int i = from; i < to; i++) {
      if (bytes[i] == ',') {
        starts[++number] = i + 1;
      }
    }
    starts[count] = to; // after the closing bracket, as the others are after their comma
  }

  /** Whether there was a value, good or bad. */
  boolean present() {
    return present;
  }

  /** What was found instead of so many numbers; empty if they were found. */
  String foundInsteadOf(int wanted) {
    if (!present) {
      return "nothing";
    }
    return found.isEmpty() && count != wanted ? count + " numbers" : found;
  }

  double value(int index) {
    return values[index];
  }

  /** Adds a number as it is written. */
  void write(int index, PythonJson target) {
    int from = starts[index];
    int to = starts[index + 1] - 1;
    while (bytes[from] <= ' ') {
      from++;
    }
    while (bytes[to - 1] <= ' ') {
      to--;
    }
    target.raw(bytes, from, to - from);
  }

  /** Whether a number is written like this. */
  boolean isWritten(int index, String text) {
    PythonJson written = new PythonJson(text.length());
    write(index, written);
    return written.toString().equals(text);
  }
}
