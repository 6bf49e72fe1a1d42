package dev.wardrobe.results;

import dev.wardrobe.json.JsonScanner;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.RleMask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The "segmentation" of one record after another: polygons, or run lengths as text or as numbers.
 * Made to be used again and again; what it found is valid until the next reading. Not for several
 * threads at once.
 *
 * <p>The first polygon must have at least 3 points, or 5 numbers, as in the official tools; others
 * may have fewer.
 */
public final class ScannedMask {
  /** What is found in polygons that would take too long to rasterise. */
  public static final String OVERLONG = "polygons that cross millions of columns";

  private static final String POLYGONS = "polygons [[x, y, ...], ...]";
  private static final int MOST_NUMBERS = 1 << 16;
  private static final int MOST_PARTS = 1 << 14;
  private static final double FARTHEST = 1e8;

  /** What was found. */
  public enum Kind {
    /** Nothing yet, or something that is no mask. */
    NONE,
    /** Polygons. */
    POLYGONS,
    /** Run lengths as text. */
    COMPRESSED,
    /** Run lengths as numbers. */
    UNCOMPRESSED
  }

  private Kind kind = Kind.NONE;
  private String found = "";
  private String expected = "";
  private double[] coordinates = new double[512];
  private double[] part = new double[0];
  private int[] partEnds = new int[8];
  private int parts;
  private int[] runs = new int[512];
  private int runCount;
  private int width;
  private int height;
  private final ScannedRuns scannedRuns = new ScannedRuns();

  /** Nothing found yet. */
  public ScannedMask() {}

  /** Forgets what was found. */
  public void clear() {
    kind = Kind.NONE;
    found = "nothing";
    expected = "a mask";
    parts = 0;
    runCount = 0;
  }

  /** What was found; {@link Kind#NONE} if it is no mask. */
  public Kind kind() {
    return kind;
  }

  /** What was found where it is no mask. */
  public String found() {
    return found;
  }

  /** What was expected where it is no mask. */
  public String expected() {
    return expected;
  }

  /** Columns of the grid of run lengths. */
  public int width() {
    return width;
  }

  /** Rows of the grid of run lengths. */
  public int height() {
    return height;
  }

  /** The run lengths, of which {@link #runCount} count; not to be kept. */
  public int[] runs() {
    return runs;
  }

  /** How many runs there are. */
  public int runCount() {
    return runCount;
  }

  /** Takes the next value, whatever it is. */
  public void read(JsonScanner scanner, byte[] bytes) {
    clear();
    switch (scanner.peek()) {
      case '[' -> readPolygons(scanner);
      case '{' -> {
        kind = scannedRuns.read(scanner, bytes);
        found = scannedRuns.found();
        expected = scannedRuns.expected();
        runs = scannedRuns.runs();
        runCount = scannedRuns.runCount();
        width = scannedRuns.width();
        height = scannedRuns.height();
      }
      default -> {
        bad(scanner.describe(), POLYGONS + " or run lengths {size, counts}");
        scanner.skip();
      }
    }
  }

  private void bad(String what, String wanted) {
    kind = Kind.NONE;
    found = what;
    expected = wanted;
  }

  private void readPolygons(JsonScanner scanner) {
    kind = Kind.POLYGONS;
    if (part.length == 0) {
      part = new double[MOST_NUMBERS];
    }
    scanner.next('[');
    int length = 0;
    boolean more = !scanner.tryNext(']');
    if (!more) {
      bad("an empty list", POLYGONS);
    }
    while (more) {
      if (kind != Kind.POLYGONS) {
        scanner.skip();
      } else if (scanner.peek() != '[') {
        bad(scanner.describe(), POLYGONS);
        scanner.skip();
      } else {
        length = readPart(scanner, length);
      }
      more = scanner.more(']');
    }
    if (kind == Kind.POLYGONS) {
      checkParts();
    }
  }

  private int readPart(JsonScanner scanner, int from) {
    int count = scanner.numbers(part);
    if (count < 0) {
      badPart(scanner);
      return from;
    }
    if (count > part.length || from + count > MOST_NUMBERS || parts == MOST_PARTS) {
      bad(
          "more than %d numbers or %d parts in polygons".formatted(MOST_NUMBERS, MOST_PARTS),
          "fewer");
      return from;
    }
    while (coordinates.length < from + count) {
      coordinates = Arrays.copyOf(coordinates, 2 * coordinates.length);
    }
    System.arraycopy(part, 0, coordinates, from, count);
    return endPart(from + count);
  }

  /** Says what in a list is no number. */
  private void badPart(JsonScanner scanner) {
    scanner.next('[');
    boolean more = true;
    while (more) {
      if (kind == Kind.POLYGONS && !scanner.isNumber()) {
        bad(scanner.describe() + " in a polygon", "numbers");
      }
      scanner.skip();
      more = scanner.more(']');
    }
  }

  private int endPart(int length) {
    if (parts == partEnds.length) {
      partEnds = Arrays.copyOf(partEnds, 2 * parts);
    }
    partEnds[parts++] = length;
    return length;
  }

  private void checkParts() {
    int first = partEnds[0];
    if (first <= 4) {
      bad("a first polygon of " + first + " numbers", "at least 3 points");
      return;
    }
    for (int i = 0; i < partEnds[parts - 1]; i++) {
      // Beyond this the official rasteriser overflows, or never ends.
      if (!(Math.abs(coordinates[i]) <= FARTHEST)) {
        bad(coordinates[i] + " in a polygon", "finite coordinates within 10^8 pixels");
        return;
      }
    }
  }

  /** A copy of the polygons. */
  public List<Coordinates> polygons() {
    List<Coordinates> polygons = new ArrayList<>(parts);
    int from = 0;
    for (int i = 0; i < parts; i++) {
      int to = partEnds[i];
      polygons.add(Coordinates.ofReals(Arrays.copyOfRange(coordinates, from, to)));
      from = to;
    }
    return polygons;
  }

  private static Coordinates rectangle(double x, double y, double boxWidth, double boxHeight) {
    double x2 = x + boxWidth;
    double y2 = y + boxHeight;
    // The corners in the official tools' order.
    return Coordinates.ofReals(x, y, x, y2, x2, y2, x2, y);
  }

  /**
   * Turns polygons into run lengths on a photo's grid.
   *
   * @return false, being no mask from then on, if that cannot be done with reasonable effort
   */
  public boolean rasterize(int photoWidth, int photoHeight) {
    return rasterize(polygons(), photoWidth, photoHeight);
  }

  /**
   * Takes a box as run lengths on a photo's grid.
   *
   * @return false, being no mask from then on, if that cannot be done with reasonable effort
   */
  public boolean rasterizeBox(double[] box, int photoWidth, int photoHeight) {
    for (double value : box) {
      if (!(Math.abs(value) <= FARTHEST)) {
        bad("no mask, and a box with " + value, "finite coordinates within 10^8 pixels");
        return false;
      }
    }
    return rasterize(List.of(rectangle(box[0], box[1], box[2], box[3])), photoWidth, photoHeight);
  }

  private boolean rasterize(List<Coordinates> polygons, int photoWidth, int photoHeight) {
    ImageSize size = new ImageSize(photoWidth, photoHeight);
    if (!RleMask.canRasterize(polygons, size)) {
      bad(OVERLONG, "outlines of items");
      return false;
    }
    RleMask mask = RleMask.ofPolygons(polygons, size);
    runs = mask.counts();
    runCount = runs.length;
    width = photoWidth;
    height = photoHeight;
    return true;
  }
}
