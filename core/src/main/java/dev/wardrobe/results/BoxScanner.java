package dev.wardrobe.results;

import dev.wardrobe.json.JsonScanner;

/** Reads a COCO "bbox". */
public final class BoxScanner {
  /** What a box should be, for messages. */
  public static final String EXPECTED = "[x, y, width, height]";

  private BoxScanner() {}

  /**
   * Reads the next value.
   *
   * @param box gets x, y, width and height; numbers need not be finite
   * @return what was found instead of four numbers; empty if they were found
   */
  public static String read(JsonScanner scanner, double[] box) {
    if (scanner.peek() != '[') {
      String found = scanner.describe();
      scanner.skip();
      return found;
    }
    scanner.next('[');
    String found = "";
    int count = 0;
    boolean more = !scanner.tryNext(']');
    while (more) {
      if (scanner.isNumber()) {
        double value = scanner.number();
        if (count < 4) {
          box[count] = value;
        }
      } else {
        found = found.isEmpty() ? scanner.describe() : found;
        scanner.skip();
      }
      count++;
      more = scanner.more(']');
    }
    return !found.isEmpty() || count == 4 ? found : count + " numbers";
  }
}
