package dev.wardrobe.results;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.json.JsonScanner;
import java.util.Arrays;
import java.util.Optional;

/**
 * The landmarks of one result after another: all 294, or the category's own with what is known of
 * the others: all of them; or the one point at which they all are, 0, 0 if nothing is said; or the
 * extent of all 294. Of an extent its corners stand in for the others, and the own landmarks again
 * and again. Made to be used again and again. Not for several threads at once.
 */
public final class ScannedLandmarks {
  /** The x of the other categories' landmarks where nothing is said, as it is written. */
  static final String USUAL_X = "0.0";

  /** The y of the other categories' landmarks where nothing is said, as it is written. */
  static final String USUAL_Y = "0.0";

  /** The visibility of other categories' landmarks where nothing is said, as it is written. */
  static final String USUAL_VISIBILITY = "1";

  private static final int NUMBERS = 3 * LandmarkSchema.TOTAL;

  private static final String ALL = NUMBERS + " numbers: x, y and visibility of 294 landmarks";

  private final double[] points = new double[2 * LandmarkSchema.TOTAL];
  private final double[] numbers = new double[NUMBERS];
  private final double[] box = new double[4];
  private final double[] extent = new double[4];
  private final double[] others = new double[NUMBERS];
  private boolean present;
  private boolean compact;
  private boolean full;
  private boolean extended;
  private boolean finite;
  private int othersCount;
  private int count;
  private String found = "";
  private String expected = "";
  private String othersFound = "";

  /** Nothing found yet. */
  public ScannedLandmarks() {}

  /** Forgets what was found. */
  public void clear() {
    present = false;
    compact = false;
    full = false;
    extended = false;
    finite = false;
    othersCount = 0;
    othersFound = "";
    found = "";
    expected = ALL;
    count = 0;
  }

  /** Takes the next value as the numbers of all 294 landmarks, which win over compact ones. */
  public void readAll(JsonScanner scanner) {
    full = true;
    compact = false;
    expected = ALL;
    read(scanner);
    if (found.isEmpty() && count != NUMBERS) {
      found = count + " numbers";
    }
    if (found.isEmpty()) {
      pickPoints();
      measure();
    }
  }

  /** Takes the next value as the numbers of the category's own landmarks. */
  public void readOwn(JsonScanner scanner) {
    if (full) {
      scanner.skip();
      return;
    }
    compact = true;
    expected = "3 numbers for each landmark of the category, and either an extent of 4 or others";
    read(scanner);
  }

  /** Takes the next value as the extent of all landmarks: x1, y1, x2, y2. */
  public void readExtent(JsonScanner scanner) {
    extended = true;
    int numbersFound = readOthers(scanner, extent, "an extent");
    if (numbersFound != extent.length && othersFound.isEmpty()) {
      othersFound = "an extent of " + numbersFound + " numbers";
    }
  }

  /**
   * Takes the next value as the other categories' landmarks, in their order, or as the one point at
   * which they all are.
   */
  public void readOthers(JsonScanner scanner) {
    othersCount = readOthers(scanner, others, "others");
    if (othersCount == 0 && othersFound.isEmpty()) {
      othersFound = "others of 0 numbers";
    }
  }

  private int readOthers(JsonScanner scanner, double[] target, String name) {
    boolean list = scanner.peek() == '[';
    int numbersFound = scanner.numbers(target);
    if (numbersFound < 0) {
      othersFound = name + " of " + (list ? "more than numbers" : scanner.describe());
      scanner.skip();
    }
    return numbersFound;
  }

  /** Notes that there are some, which are not needed. */
  void passOver() {
    present = true;
  }

  private void read(JsonScanner scanner) {
    present = true;
    count = 0;
    found = "";
    if (scanner.peek() != '[') {
      found = scanner.describe();
      scanner.skip();
      return;
    }
    count = scanner.numbers(numbers);
    if (count < 0) {
      found = "a list of other things than numbers";
      scanner.skip();
    }
  }

  private void pickPoints() {
    for (int i = 0; i < LandmarkSchema.TOTAL; i++) {
      points[2 * i] = numbers[3 * i];
      points[2 * i + 1] = numbers[3 * i + 1];
    }
  }

  /**
   * Puts the category's own landmarks in their place among all, and the others where they are said
   * to be. To be called once the category is known.
   */
  public void place(long categoryId) {
    if (!compact || !found.isEmpty()) {
      return;
    }
    Optional<Category> category = Category.ofId(categoryId);
    if (category.isEmpty()) {
      found = "landmarks of category " + categoryId;
      return;
    }
    LandmarkSchema schema = LandmarkSchema.of(category.get());
    if (count != 3 * schema.count()) {
      found = "%d numbers for a %s".formatted(count, category.get().annotationName());
      expected =
          "%d: x, y and visibility of its %d landmarks"
              .formatted(3 * schema.count(), schema.count());
      return;
    }
    found = foundOfOthers(3 * (LandmarkSchema.TOTAL - schema.count()));
    if (!found.isEmpty()) {
      expected = "an extent [x1, y1, x2, y2] of all landmarks, or others, or neither";
      return;
    }
    placeOthers(schema);
    for (int i = 0; i < schema.count(); i++) {
      placeAt(schema.offset() + i, numbers[3 * i], numbers[3 * i + 1]);
    }
    measure();
  }

  private String foundOfOthers(int all) {
    if (!othersFound.isEmpty() || othersCount == 0) {
      return othersFound;
    }
    if (extended) {
      return "both an extent and others";
    }
    return othersCount == 3 || othersCount == all ? "" : "others of " + othersCount + " numbers";
  }

  private void placeOthers(LandmarkSchema schema) {
    int step = othersCount > 3 ? 3 : 0;
    if (othersCount == 0) {
      Arrays.fill(others, 0, 2, 0);
    }
    int[] sources = OtherLandmarks.sources(schema.category());
    int from = 0;
    for (int i = 0; i < LandmarkSchema.TOTAL; i++) {
      if (i >= schema.offset() && i < schema.offset() + schema.count()) {
        continue;
      }
      int source = sources[i];
      if (!extended) {
        placeAt(i, others[from], others[from + 1]);
        from += step;
      } else if (source >= 0) {
        placeAt(i, numbers[3 * source], numbers[3 * source + 1]);
      } else {
        int corner = source == OtherLandmarks.FIRST_CORNER ? 0 : 2;
        placeAt(i, extent[corner], extent[corner + 1]);
      }
    }
  }

  private void placeAt(int landmark, double x, double y) {
    points[2 * landmark] = x;
    points[2 * landmark + 1] = y;
  }

  /** The box around all 294, those at 0, 0 included. */
  private void measure() {
    double x1 = points[0];
    double y1 = points[1];
    double x2 = x1;
    double y2 = y1;
    double sum = x1 + y1;
    for (int i = 2; i < points.length; i += 2) {
      double x = points[i];
      double y = points[i + 1];
      x1 = x < x1 ? x : x1;
      x2 = x > x2 ? x : x2;
      y1 = y < y1 ? y : y1;
      y2 = y > y2 ? y : y2;
      sum += x + y;
    }
    if (Double.isNaN(sum)) {
      // The smallest and greatest of numbers that are not all numbers are none, as in numpy.
      x1 = anyIsNan(0) ? Double.NaN : x1;
      y1 = anyIsNan(1) ? Double.NaN : y1;
    }
    box[0] = x1;
    box[1] = y1;
    box[2] = x2 - x1;
    box[3] = y2 - y1;
    finite = Double.isFinite(box[2]) && Double.isFinite(box[3]);
  }

  private boolean anyIsNan(int from) {
    for (int i = from; i < points.length; i += 2) {
      if (Double.isNaN(points[i])) {
        return true;
      }
    }
    return false;
  }

  /** Whether there were any, good or bad. */
  public boolean present() {
    return present;
  }

  /** Whether they were the category's own only. */
  public boolean compact() {
    return compact;
  }

  /** What was found where it is not what it should be; otherwise empty. */
  public String found() {
    return found;
  }

  /** What should be there. */
  public String expected() {
    return expected;
  }

  /** Whether all of them, and the extent, are finite numbers. */
  public boolean finite() {
    return finite;
  }

  /** The x and y of the 294 landmarks in turn; not to be kept. */
  public double[] points() {
    return points;
  }

  /** Left edge, upper edge, width and height of the box around all 294; not to be kept. */
  public double[] box() {
    return box;
  }

  /** The numbers as they were read, of which {@link #count} count; not to be kept. */
  public double[] numbers() {
    return numbers;
  }

  /** How many numbers there were. */
  public int count() {
    return count;
  }
}
