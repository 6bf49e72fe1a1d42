package dev.wardrobe.results;

import dev.wardrobe.json.JsonKeys;
import dev.wardrobe.json.JsonScanner;

/**
 * One record after another of a file of results: everything of it, good or bad, to be judged by who
 * uses it. Made to be used again and again. Not for several threads at once.
 */
public final class ScannedResult {
  /** The photo. */
  public static final int IMAGE_ID = 0;

  /** The category. */
  public static final int CATEGORY_ID = 1;

  /** The score. */
  public static final int SCORE = 2;

  private static final JsonKeys KEYS =
      JsonKeys.of(
          "image_id",
          "category_id",
          "score",
          "bbox",
          "segmentation",
          "keypoints",
          "landmarks",
          "extent",
          "others",
          "id");
  private static final int EXTENT = 7;
  private static final String[] NUMBER_FIELDS = {"image_id", "category_id", "score"};

  private final double[] numbers = new double[3];
  private final boolean[] present = new boolean[3];
  private final String[] found = new String[3];
  private final double[] box = new double[4];
  private final ScannedMask mask = new ScannedMask();
  private final ScannedLandmarks landmarks = new ScannedLandmarks();
  private boolean boxPresent;
  private boolean boxEmpty;
  private String boxFound = "";
  private boolean maskPresent;
  private boolean identified;
  private double id;
  private String instead = "";

  /** Nothing found yet. */
  public ScannedResult() {}

  /**
   * Takes the next value, which should be an object; {@link #instead} says what else it is.
   *
   * @param masks whether masks are needed; otherwise they are passed over
   * @param points whether landmarks are needed; otherwise they are passed over
   */
  public void read(JsonScanner scanner, byte[] bytes, boolean masks, boolean points) {
    clear();
    if (scanner.peek() != '{') {
      instead = scanner.describe();
      scanner.skip();
      return;
    }
    scanner.next('{');
    boolean more = !scanner.tryNext('}');
    while (more) {
      int key = scanner.key(KEYS);
      switch (key) {
        case 0, 1, 2 -> readNumber(key, scanner);
        case 3 -> readBox(scanner);
        case 4 -> {
          maskPresent = true;
          if (masks) {
            mask.read(scanner, bytes);
          } else {
            scanner.skip();
          }
        }
        case 5, 6, 7, 8 -> readLandmarks(key, scanner, points);
        case 9 -> {
          identified = scanner.isNumber();
          if (identified) {
            id = scanner.number();
          } else {
            scanner.skip();
          }
        }
        default -> scanner.skip();
      }
      more = scanner.more('}');
    }
  }

  private void clear() {
    for (int i = 0; i < present.length; i++) {
      present[i] = false;
      found[i] = "nothing";
    }
    boxPresent = false;
    boxEmpty = false;
    boxFound = "nothing";
    maskPresent = false;
    identified = false;
    instead = "";
    mask.clear();
    landmarks.clear();
  }

  private void readNumber(int key, JsonScanner scanner) {
    present[key] = scanner.isNumber();
    if (present[key]) {
      numbers[key] = scanner.number();
    } else {
      found[key] = scanner.describe();
      scanner.skip();
    }
  }

  private void readBox(JsonScanner scanner) {
    boxPresent = true;
    boxFound = BoxScanner.read(scanner, box);
    boxEmpty = boxFound.equals("0 numbers");
  }

  private void readLandmarks(int key, JsonScanner scanner, boolean points) {
    if (!points) {
      if (key != EXTENT) {
        landmarks.passOver();
      }
      scanner.skip();
    } else if (key == 5) {
      landmarks.readAll(scanner);
    } else if (key == 6) {
      landmarks.readOwn(scanner);
    } else if (key == 7) {
      landmarks.readExtent(scanner);
    } else {
      landmarks.readOthers(scanner);
    }
  }

  /** What was found where a record should be; empty if there was one. */
  public String instead() {
    return instead;
  }

  /** A number of the record: {@link #IMAGE_ID}, {@link #CATEGORY_ID} or {@link #SCORE}. */
  public double number(int field) {
    return numbers[field];
  }

  /** Whether there was a number. */
  public boolean has(int field) {
    return present[field];
  }

  /** What was found where there was no number. */
  public String found(int field) {
    return found[field];
  }

  /** The field's name in the file. */
  public static String name(int field) {
    return NUMBER_FIELDS[field];
  }

  /** The box: x, y, width, height; not to be kept. */
  public double[] box() {
    return box;
  }

  /** Whether there was a box, good or bad, or an empty list. */
  public boolean boxPresent() {
    return boxPresent;
  }

  /** Whether there was a box, good or bad, and not an empty list. */
  public boolean hasBox() {
    return boxPresent && !boxEmpty;
  }

  /** What was found where there is no good box; empty if there is one. */
  public String boxFound() {
    return boxFound;
  }

  /** Whether there was a mask, good or bad. */
  public boolean hasMask() {
    return maskPresent;
  }

  /** The mask. */
  public ScannedMask mask() {
    return mask;
  }

  /** The landmarks. */
  public ScannedLandmarks landmarks() {
    return landmarks;
  }

  /** Whether the record has an id of its own, which results need not have. */
  public boolean hasId() {
    return identified;
  }

  /** The record's own id. */
  public double id() {
    return id;
  }
}
