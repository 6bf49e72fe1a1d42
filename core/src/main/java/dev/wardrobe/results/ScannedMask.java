package dev.wardrobe.results;

import dev.wardrobe.json.JsonKeys;
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
 * <p>As in the official tools, a first part of four numbers is a box x, y, width, height, and so
 * are all others then.
 */
public final class ScannedMask {
  private static final JsonKeys KEYS = JsonKeys.of("size", "counts");
  private static final int FIRST_CHARACTER = '0';
  private static final int MORE = 32;
  private static final int LONGEST_GROUP = 7;
  private static final int MOST_NUMBERS = 1 << 16;

  /** What was found. */
  public enum Kind {
    /** Nothing yet, or something that is no mask. */
    NONE,
    /** Polygons, or boxes. */
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
  private final double[] part = new double[MOST_NUMBERS];
  private int[] partEnds = new int[8];
  private int parts;
  private int[] runs = new int[512];
  private int runCount;
  private int width;
  private int height;
  private boolean sized;

  /** Nothing found yet. */
  public ScannedMask() {}

  /** Forgets what was found. */
  public void clear() {
    kind = Kind.NONE;
    found = "nothing";
    expected = "a mask";
    parts = 0;
    runCount = 0;
    sized = false;
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
      case '{' -> readRuns(scanner, bytes);
      default -> {
        bad(scanner.describe(), "polygons [[x, y, ...], ...] or run lengths {size, counts}");
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
    String wanted = "polygons [[x, y, ...], ...]";
    scanner.next('[');
    int length = 0;
    boolean more = !scanner.tryNext(']');
    if (!more) {
      bad("an empty list", wanted);
    }
    while (more) {
      if (scanner.peek() == '[') {
        length = readPart(scanner, length);
      } else {
        bad(scanner.describe(), wanted);
        scanner.skip();
      }
      more = scanner.more(']');
    }
    if (kind == Kind.POLYGONS) {
      checkParts();
    }
  }

  private int readPart(JsonScanner scanner, int from) {
    int flat = scanner.numbers(part);
    if (flat >= 0 && flat <= part.length) {
      while (coordinates.length < from + flat) {
        coordinates = Arrays.copyOf(coordinates, 2 * coordinates.length);
      }
      System.arraycopy(part, 0, coordinates, from, flat);
      return endPart(from + flat);
    }
    if (flat > part.length) {
      bad("a polygon of " + flat + " numbers", "at most " + part.length);
      return endPart(from);
    }
    int length = from;
    scanner.next('[');
    boolean more = !scanner.tryNext(']');
    while (more) {
      if (!scanner.isNumber()) {
        bad(scanner.describe(), "a number in a polygon");
        scanner.skip();
      } else {
        if (length == coordinates.length) {
          coordinates = Arrays.copyOf(coordinates, 2 * length);
        }
        coordinates[length++] = scanner.number();
      }
      more = scanner.more(']');
    }
    return endPart(length);
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
    if (first < 4) {
      bad("a first polygon of " + first + " numbers", "at least 3 points");
      return;
    }
    for (int i = 1; first == 4 && i < parts; i++) {
      if (partEnds[i] - partEnds[i - 1] != 4) {
        bad(
            "%d numbers in part %d after a first part of 4, which is a box"
                .formatted(partEnds[i] - partEnds[i - 1], i + 1),
            "boxes only, or polygons of at least 3 points");
        return;
      }
    }
    for (int i = 0; i < partEnds[parts - 1]; i++) {
      // Beyond this the official rasteriser overflows, or never ends.
      if (!(Math.abs(coordinates[i]) <= 1e8)) {
        bad(String.valueOf(coordinates[i]), "finite coordinates within 10^8 pixels");
        return;
      }
    }
  }

  private void readRuns(JsonScanner scanner, byte[] bytes) {
    bad("no counts", "run lengths {size: [height, width], counts}");
    int textStart = -1;
    int textEnd = -1;
    scanner.next('{');
    boolean more = !scanner.tryNext('}');
    while (more) {
      switch (scanner.key(KEYS)) {
        case 0 -> readSize(scanner);
        case 1 -> {
          if (scanner.peek() == '"') {
            scanner.text();
            textStart = scanner.textStart();
            textEnd = scanner.textEnd();
            kind = Kind.COMPRESSED;
          } else {
            readCounts(scanner);
          }
        }
        default -> scanner.skip();
      }
      more = scanner.more('}');
    }
    if (kind == Kind.COMPRESSED) {
      decode(bytes, textStart, textEnd);
    }
    if (kind != Kind.NONE) {
      checkGrid();
    }
  }

  private void readSize(JsonScanner scanner) {
    if (scanner.peek() != '[') {
      scanner.skip();
      return;
    }
    scanner.next('[');
    double[] values = {-1, -1, 0};
    int count = 0;
    boolean more = !scanner.tryNext(']');
    while (more) {
      if (!scanner.isNumber()) {
        scanner.skip();
        count = 2;
      } else {
        values[Math.min(count, 2)] = scanner.number();
      }
      count++;
      more = scanner.more(']');
    }
    height = (int) values[0];
    width = (int) values[1];
    sized = count == 2 && height == values[0] && width == values[1] && height >= 1 && width >= 1;
  }

  private void readCounts(JsonScanner scanner) {
    if (scanner.peek() != '[') {
      bad(scanner.describe(), "counts as text or list");
      scanner.skip();
      return;
    }
    kind = Kind.UNCOMPRESSED;
    scanner.next('[');
    boolean more = !scanner.tryNext(']');
    while (more) {
      double count = scanner.isNumber() ? scanner.number() : skipped(scanner);
      if (!(count >= 0 && count <= Integer.MAX_VALUE && count == Math.rint(count))) {
        bad("the run " + count, "whole numbers from 0");
      }
      addRun((int) count);
      more = scanner.more(']');
    }
  }

  private static double skipped(JsonScanner scanner) {
    scanner.skip();
    return Double.NaN;
  }

  private void addRun(int count) {
    if (runCount == runs.length) {
      runs = Arrays.copyOf(runs, 2 * runCount);
    }
    runs[runCount++] = count;
  }

  /** COCO's text of run lengths, straight from the file's bytes. */
  private void decode(byte[] bytes, int from, int to) {
    if (runs.length < to - from) {
      runs = new int[2 * (to - from)];
    }
    int length = 0;
    int at = from;
    while (at < to) {
      long value = 0;
      int shift = 0;
      int group;
      do {
        if (at >= to) {
          bad("counts that end inside a number", "COCO's text of run lengths");
          return;
        }
        int c = bytes[at++];
        if (c == '\\') {
          c = bytes[at++]; // a backslash is written twice; no other escape is among the characters
        }
        group = c - FIRST_CHARACTER;
        if (group < 0 || group >= 2 * MORE || shift == 5 * LONGEST_GROUP) {
          bad("'%c' at position %d of the counts".formatted(c, at - from), "characters '0' to 'o'");
          return;
        }
        value |= (long) (group & 31) << shift;
        shift += 5;
      } while ((group & MORE) != 0);
      if ((group & 16) != 0) {
        value |= -1L << shift;
      }
      if (length > 2) {
        value += runs[length - 2];
      }
      if (value < 0 || value > Integer.MAX_VALUE) {
        bad("run %d of %d pixels in the counts".formatted(length + 1, value), "runs from 0");
        return;
      }
      runs[length++] = (int) value;
    }
    runCount = length;
  }

  private void checkGrid() {
    if (!sized) {
      bad("no size, or one that is none", "size [height, width] of whole numbers from 1");
      return;
    }
    long total = 0;
    for (int i = 0; i < runCount; i++) {
      total += runs[i];
    }
    if (total != (long) width * height) {
      bad(
          "runs of %d pixels".formatted(total),
          "%d for a size of [%d, %d]".formatted((long) width * height, height, width));
    }
  }

  /** A copy of the polygons, boxes made into polygons. */
  public List<Coordinates> polygons() {
    List<Coordinates> polygons = new ArrayList<>(parts);
    int from = 0;
    for (int i = 0; i < parts; i++) {
      int to = partEnds[i];
      polygons.add(
          partEnds[0] == 4
              ? rectangle(from)
              : Coordinates.ofReals(Arrays.copyOfRange(coordinates, from, to)));
      from = to;
    }
    return polygons;
  }

  private Coordinates rectangle(int at) {
    return rectangle(
        coordinates[at], coordinates[at + 1], coordinates[at + 2], coordinates[at + 3]);
  }

  /** A box as a polygon, its corners in the official tools' order. */
  public static Coordinates rectangle(double x, double y, double boxWidth, double boxHeight) {
    double x2 = x + boxWidth;
    double y2 = y + boxHeight;
    return Coordinates.ofReals(x, y, x, y2, x2, y2, x2, y);
  }

  /** Turns polygons into run lengths on a photo's grid. */
  public void rasterize(int photoWidth, int photoHeight) {
    rasterize(polygons(), photoWidth, photoHeight);
  }

  /** Takes the union of polygons as run lengths on a photo's grid. */
  public void rasterize(List<Coordinates> polygons, int photoWidth, int photoHeight) {
    RleMask mask = RleMask.ofPolygons(polygons, new ImageSize(photoWidth, photoHeight));
    runs = mask.counts();
    runCount = runs.length;
    width = photoWidth;
    height = photoHeight;
  }
}
