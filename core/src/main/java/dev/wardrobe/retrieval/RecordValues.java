package dev.wardrobe.retrieval;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.json.JsonPlace;
import dev.wardrobe.json.JsonReading;
import dev.wardrobe.results.BadResults;
import dev.wardrobe.results.ProblemList;
import dev.wardrobe.results.ResultProblem;
import java.util.Arrays;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads single values of records and notes what is wrong, at most once a field and record. */
final class RecordValues {
  /** Stands for a number that is no id: no photo has it. */
  static final long NO_ID = Long.MIN_VALUE;

  private static final String A_BOX = "[x1, y1, x2, y2]";
  private static final double EXACT = 0x1p53;

  private final String file;
  private final boolean official;
  private final ProblemList problems = new ProblemList();
  private long record;
  private long bad;
  private boolean flawed;
  private String lastField = "";

  RecordValues(String file, BadResults policy) {
    this.file = file;
    official = policy == BadResults.OFFICIAL;
  }

  ProblemList problems() {
    return problems;
  }

  /** Whether the official script's oddities are welcome. */
  boolean official() {
    return official;
  }

  void startRecord() {
    record++;
    flawed = false;
    lastField = "";
  }

  /** The record under way, from 1. */
  long record() {
    return record;
  }

  /** Whether the record under way has a problem. */
  boolean flawed() {
    return flawed;
  }

  /** Notes a problem of the record under way. */
  void problem(String field, String found, String expected) {
    if (!flawed || !field.equals(lastField)) {
      problems.add(new ResultProblem(file, record, field, found, expected));
    }
    flaw();
    lastField = field;
  }

  /** Notes a problem of the file. */
  void problemOfFile(String found, String expected) {
    problems.add(new ResultProblem(file, 0, "", found, expected));
  }

  /** Notes that the file cannot be read on from here. */
  void broken(String found) {
    problems.add(new ResultProblem(file, record, "", found, "JSON to the end of the list"));
    flaw();
  }

  private void flaw() {
    bad += flawed ? 0 : 1;
    flawed = true;
  }

  /** How many records have a problem. */
  long bad() {
    return bad;
  }

  /** A number; one that is not finite only where the official script is followed. */
  double number(String field, JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token != null && token.isNumeric()) {
      double value =
          token == JsonToken.VALUE_NUMBER_FLOAT && !parser.isNaN()
              ? JsonReading.doubleValue(parser)
              : parser.getDoubleValue();
      if (Double.isFinite(value) || official) {
        return value;
      }
    }
    unexpected(field, parser, "a finite number");
    return 0;
  }

  /**
   * A whole number, which may be written as 7 or 7.0. Where the official script is followed, any
   * other number is {@link #NO_ID}: it equals no id there.
   */
  long whole(String field, JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      return parser.getLongValue();
    }
    if (token != null && token.isNumeric()) {
      double value = parser.getDoubleValue();
      if (value == Math.rint(value) && Math.abs(value) <= EXACT) {
        return (long) value;
      }
      if (official) {
        return NO_ID;
      }
    }
    unexpected(field, parser, "a whole number");
    return NO_ID;
  }

  /** A whole number of at least some bound that fits an int. */
  int atLeast(int least, String field, JsonParser parser) {
    long value = whole(field, parser);
    if (value < least || value > Integer.MAX_VALUE) {
      unexpected(field, parser, "a whole number from %d to 2147483647".formatted(least));
      return least;
    }
    return (int) value;
  }

  /**
   * The corners of a box, of which x2 may be below x1. Where the official script is followed, more
   * numbers may come after the four.
   *
   * @return how many numbers there are
   */
  int box(String field, JsonParser parser, double[] corners, int at) {
    if (!startsList(field, parser, A_BOX)) {
      return 0;
    }
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (count < 4) {
        corners[at + count] = number(field, parser);
      }
      parser.skipChildren();
      count++;
    }
    if (count < 4 || (count > 4 && !official)) {
      problem(field, "a list of " + count, A_BOX);
    }
    return count;
  }

  /** The corners of a box with x1 at most x2 and y1 at most y2, for ground truth. */
  void groundTruthBox(String field, JsonParser parser, double[] corners) {
    if (box(field, parser, corners, 0) == 4
        && !(corners[0] <= corners[2] && corners[1] <= corners[3])) {
      problem(field, Arrays.toString(corners), A_BOX + " with x1 <= x2 and y1 <= y2");
    }
  }

  /** A category's number; any where the official script is followed. */
  int category(String field, JsonParser parser) {
    long value = whole(field, parser);
    boolean known = value >= 1 && value <= Category.ALL.size();
    if (!known && !official) {
      unexpected(field, parser, "a category from 1 to " + Category.ALL.size());
    }
    return known ? (int) value : 0;
  }

  /** Whether a list begins; if not, the value is passed over. */
  boolean startsList(String field, JsonParser parser, String expected) {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      return true;
    }
    unexpected(field, parser, expected);
    return false;
  }

  private void unexpected(String field, JsonParser parser, String expected) {
    problem(field, JsonPlace.describe(parser), expected);
    parser.skipChildren();
  }
}
