package dev.wardrobe.results;

import dev.wardrobe.json.JsonKeys;
import dev.wardrobe.json.JsonScanner;
import dev.wardrobe.results.ScannedMask.Kind;
import java.util.Arrays;

/**
 * Run lengths {size: [height, width], counts} of one record after another, the counts as COCO's
 * text or as a list of numbers. Not for several threads at once.
 */
final class ScannedRuns {
  /** More than any photo has, so that a hostile file cannot take all memory. */
  static final int MOST_RUNS = 1 << 24;

  private static final JsonKeys KEYS = JsonKeys.of("size", "counts");
  private static final int FIRST_CHARACTER = '0';
  private static final int MORE = 32;
  private static final int LONGEST_NUMBER = 7;

  private Kind kind = Kind.NONE;
  private String found = "";
  private String expected = "";
  private long decodedLong;
  private int[] runs = new int[512];
  private int runCount;
  private int width;
  private int height;
  private boolean sized;

  /** Takes the next value, which is an object; whether it is a mask. */
  Kind read(JsonScanner scanner, byte[] bytes) {
    runCount = 0;
    sized = false;
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
    return kind;
  }

  private void bad(String what, String wanted) {
    kind = Kind.NONE;
    found = what;
    expected = wanted;
  }

  private void readSize(JsonScanner scanner) {
    sized = false;
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
    runCount = 0;
    scanner.next('[');
    boolean more = !scanner.tryNext(']');
    while (more) {
      if (kind == Kind.UNCOMPRESSED && scanner.isNumber()) {
        addRun(scanner.number());
      } else {
        if (kind == Kind.UNCOMPRESSED) {
          bad(scanner.describe() + " among the counts", "whole numbers from 0");
        }
        scanner.skip();
      }
      more = scanner.more(']');
    }
  }

  private void addRun(double count) {
    if (!(count >= 0 && count <= Integer.MAX_VALUE && count == Math.rint(count))) {
      bad("a run of " + count + " pixels", "whole numbers from 0 to 2^31 - 1");
    } else if (runCount == MOST_RUNS) {
      bad("more than " + MOST_RUNS + " runs", "fewer");
    } else {
      if (runCount == runs.length) {
        runs = Arrays.copyOf(runs, 2 * runCount);
      }
      runs[runCount++] = (int) count;
    }
  }

  /** COCO's text of run lengths, straight from the file's bytes. */
  private void decode(byte[] bytes, int from, int to) {
    if (to - from > MOST_RUNS) {
      bad("counts of " + (to - from) + " characters", "at most " + MOST_RUNS);
      return;
    }
    if (runs.length < to - from) {
      runs = new int[Math.min(2 * (to - from), MOST_RUNS)];
    }
    int[] decoded = runs;
    int length = 0;
    int at = from;
    while (at < to) {
      // Nearly all numbers have one or two characters; what follows the text is no character.
      int first = bytes[at];
      int second = bytes[at + 1];
      long value;
      if (first >= FIRST_CHARACTER && first < FIRST_CHARACTER + MORE) {
        value = signed(first - FIRST_CHARACTER);
        at++;
      } else if (first >= FIRST_CHARACTER + MORE
          && first < FIRST_CHARACTER + 2 * MORE
          && first != '\\'
          && second >= FIRST_CHARACTER
          && second < FIRST_CHARACTER + MORE) {
        value = (first - FIRST_CHARACTER - MORE) | (signed(second - FIRST_CHARACTER) << 5);
        at += 2;
      } else {
        at = decodeLong(bytes, at, to);
        if (at < 0) {
          return;
        }
        value = decodedLong;
      }
      if (length > 2) {
        value += decoded[length - 2];
      }
      if (value < 0 || value > Integer.MAX_VALUE) {
        bad("run %d of %d pixels in the counts".formatted(length + 1, value), "runs from 0");
        return;
      }
      decoded[length++] = (int) value;
    }
    runCount = length;
  }

  /** A group of five bits, the highest of which is the sign. */
  private static long signed(int group) {
    return ((long) group << 59) >> 59;
  }

  /**
   * A number of any length, escapes resolved.
   *
   * @return the index after it; -1 if it is none
   */
  private int decodeLong(byte[] bytes, int from, int to) {
    int at = from;
    long value = 0;
    int shift = 0;
    int group;
    do {
      if (at >= to) {
        bad("counts that end inside a number", "COCO's text of run lengths");
        return -1;
      }
      int c = bytes[at++];
      if (c == '\\') {
        c = escaped(bytes, at);
        at += bytes[at] == 'u' ? 5 : 1;
      }
      group = c - FIRST_CHARACTER;
      if (group < 0 || group >= 2 * MORE) {
        bad("a character not from '0' to 'o' in the counts", "COCO's text of run lengths");
        return -1;
      }
      if (shift == 5 * LONGEST_NUMBER) {
        bad("a number of more than 7 characters in the counts", "COCO's text of run lengths");
        return -1;
      }
      value |= (long) (group & 31) << shift;
      shift += 5;
    } while ((group & MORE) != 0);
    if ((group & 16) != 0) {
      value |= -1L << shift;
    }
    decodedLong = value;
    return at;
  }

  /** The character that an escape stands for: a backslash, or one by its number; otherwise -1. */
  private static int escaped(byte[] bytes, int at) {
    if (bytes[at] == '\\') {
      return '\\';
    }
    int c = bytes[at] == 'u' ? 0 : -1;
    for (int i = 1; i <= 4 && c >= 0; i++) {
      int digit = Character.digit(bytes[at + i], 16);
      c = digit < 0 ? -1 : 16 * c + digit;
    }
    return c;
  }

  private void checkGrid() {
    if (!sized) {
      bad("no usable size", "size [height, width], whole numbers from 1");
      return;
    }
    long pixels = (long) width * height;
    if (pixels > Integer.MAX_VALUE) {
      bad("a size of [%d, %d]".formatted(height, width), "fewer than 2^31 pixels");
      return;
    }
    long total = 0;
    for (int i = 0; i < runCount; i++) {
      total += runs[i];
    }
    if (total != pixels) {
      bad(
          "runs of %d pixels".formatted(total),
          "%d for a size of [%d, %d]".formatted(pixels, height, width));
    }
  }

  String found() {
    return found;
  }

  String expected() {
    return expected;
  }

  int[] runs() {
    return runs;
  }

  int runCount() {
    return runCount;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }
}
