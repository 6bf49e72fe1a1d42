package dev.wardrobe.results;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.json.JsonKeys;
import dev.wardrobe.json.JsonScanner;
import dev.wardrobe.json.PythonJson;
import java.util.Arrays;
import java.util.Optional;

/**
 * One record after another of landmark results: where each key and each value is written, and what
 * the values are that say what its landmarks are. Made to be used again and again; what it found is
 * valid as long as the scanned bytes are. Not for several threads at once.
 */
final class LandmarkRecord {
  /** All 294 landmarks. */
  static final int KEYPOINTS = 0;

  /** The category's own landmarks. */
  static final int LANDMARKS = 1;

  /** The box around all 294. */
  static final int EXTENT = 2;

  /** The one point at which the other categories' landmarks are, or all of them. */
  static final int OTHERS = 3;

  private static final int CATEGORY_ID = 4;
  private static final int IMAGE_ID = 5;
  private static final JsonKeys KEYS =
      JsonKeys.of("keypoints", "landmarks", "extent", "others", "category_id", "image_id");
  private static final int PLACES = 5;

  private final NumberTexts[] lists = {
    new NumberTexts(3 * LandmarkSchema.TOTAL),
    new NumberTexts(3 * LandmarkSchema.TOTAL),
    new NumberTexts(4),
    new NumberTexts(3 * LandmarkSchema.TOTAL)
  };
  private byte[] bytes = new byte[0];
  private int[] fields = new int[16 * PLACES]; // key's number, key from, to, value from, to
  private int fieldCount;
  private int twice;
  private double categoryId;
  private double imageId;
  private String categoryFound = "";
  private String instead = "";

  /** Nothing read yet. */
  LandmarkRecord() {}

  /** Takes the next value, which should be an object; {@link #instead} says what else it is. */
  void read(JsonScanner scanner, byte[] scanned) {
    bytes = scanned;
    fieldCount = 0;
    twice = JsonKeys.OTHER;
    categoryFound = "nothing";
    imageId = Double.NaN;
    instead = "";
    for (NumberTexts list : lists) {
      list.clear();
    }
    if (scanner.peek() != '{') {
      instead = scanner.describe();
      scanner.skip();
      return;
    }
    scanner.next('{');
    boolean more = !scanner.tryNext('}');
    while (more) {
      readField(scanner);
      more = scanner.more('}');
    }
  }

  private void readField(JsonScanner scanner) {
    int key = scanner.key(KEYS);
    int keyFrom = scanner.textStart() - 1;
    int keyTo = scanner.textEnd() + 1;
    scanner.peek();
    int from = scanner.position();
    if (key >= 0 && isKnown(key)) {
      twice = key;
    }
    if (key == CATEGORY_ID) {
      categoryFound = scanner.describe();
      categoryId = number(scanner);
    } else if (key == IMAGE_ID) {
      imageId = number(scanner);
    } else if (key >= 0) {
      lists[key].read(scanner, bytes);
    } else {
      scanner.skip();
    }
    add(key, keyFrom, keyTo, from, scanner.position());
  }

  private boolean isKnown(int key) {
    for (int i = 0; i < fieldCount; i++) {
      if (fields[i * PLACES] == key) {
        return true;
      }
    }
    return false;
  }

  private static double number(JsonScanner scanner) {
    if (scanner.isNumber()) {
      return scanner.number();
    }
    scanner.skip();
    return Double.NaN;
  }

  private void add(int... places) {
    if ((fieldCount + 1) * PLACES > fields.length) {
      fields = Arrays.copyOf(fields, 2 * fields.length);
    }
    System.arraycopy(places, 0, fields, fieldCount * PLACES, PLACES);
    fieldCount++;
  }

  /** What was found where a record should be; empty if there was one. */
  String instead() {
    return instead;
  }

  /** A list of it: {@link #KEYPOINTS}, {@link #LANDMARKS}, {@link #EXTENT} or {@link #OTHERS}. */
  NumberTexts list(int key) {
    return lists[key];
  }

  /** The name of a list. */
  static String name(int key) {
    return KEYS.names().get(key);
  }

  /** The category; empty if there is none of DeepFashion2's. */
  Optional<Category> category() {
    return categoryId == Math.rint(categoryId) && !categoryFound.equals("nothing")
        ? Category.ofId((long) categoryId)
        : Optional.empty();
  }

  /** The photo; 0, which is none, if it is not said. */
  long imageId() {
    return (long) imageId;
  }

  /** What is written as the category. */
  String categoryFound() {
    return categoryFound;
  }

  /** The name of a key that there is twice and that must not be; empty if there is none. */
  String twice() {
    return twice == JsonKeys.OTHER ? "" : KEYS.names().get(twice);
  }

  /** How many keys there are. */
  int fieldCount() {
    return fieldCount;
  }

  /** Whether a key, by its place in the record, is that of a list. */
  boolean isField(int field, int list) {
    return fields[field * PLACES] == list;
  }

  /** Adds a key as it is written, with its quotes. */
  void writeKey(int field, PythonJson target) {
    write(field, 1, target);
  }

  /** Adds a key's value as it is written. */
  void writeValue(int field, PythonJson target) {
    write(field, 3, target);
  }

  private void write(int field, int place, PythonJson target) {
    int from = fields[field * PLACES + place];
    target.raw(bytes, from, fields[field * PLACES + place + 1] - from);
  }
}
