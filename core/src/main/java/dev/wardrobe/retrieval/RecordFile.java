package dev.wardrobe.retrieval;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.InputFile;
import dev.wardrobe.json.JsonPlace;
import dev.wardrobe.json.JsonReading;
import dev.wardrobe.results.BadResults;
import dev.wardrobe.results.ProblemList;
import dev.wardrobe.results.ResultsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A JSON file that is a list of objects, read one by one; it is never in memory as a whole. Of a
 * key that comes twice in a record the last value counts, as in Python.
 */
final class RecordFile {
  private final Path file;
  private final RecordFormat format;
  private final RecordValues values;
  private final List<String> otherKeys = new ArrayList<>();
  private boolean refused;
  private boolean anotherKind;
  private long good;

  private RecordFile(Path file, RecordFormat format, BadResults bad) {
    this.file = file;
    this.format = format;
    values = new RecordValues(String.valueOf(file.getFileName()), bad);
    refused = bad != BadResults.SKIP;
  }

  /**
   * What was left out of a file.
   *
   * @param records how many records
   * @param problems what was wrong with them, and with the file
   */
  record LeftOut(long records, ProblemList problems) {}

  /**
   * Reads a file.
   *
   * @param progress gets the number of bytes of the file read so far
   * @return what was left out; nothing unless bad records may be skipped
   * @throws ResultsException if there are problems and they may not be skipped, if the file is of
   *     another kind, or if none of its records is good
   * @throws DatasetException if the file cannot be opened
   */
  static LeftOut read(Path file, RecordFormat format, BadResults bad, LongConsumer progress) {
    RecordFile records = new RecordFile(file, format, bad);
    try (InputStream in = InputFile.open(file, progress)) {
      records.read(in);
    } catch (IOException e) {
      throw InputFile.unreadable(file, e);
    }
    return records.outcome();
  }

  private void read(InputStream in) {
    try (JsonParser parser = JsonReading.parser(in)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        anotherKind(JsonPlace.describe(parser));
        return;
      }
      while (parser.nextToken() != JsonToken.END_ARRAY && readRecord(parser)) {
        good += values.flawed() ? 0 : 1;
      }
      if (parser.currentToken() == JsonToken.END_ARRAY && parser.nextToken() != null) {
        values.problemOfFile(JsonPlace.describe(parser), "nothing after the list");
      }
    } catch (JacksonException e) {
      values.broken(JsonPlace.problem(e));
    }
  }

  /** Reads a record; false if it shows that the file is of another kind. */
  private boolean readRecord(JsonParser parser) {
    values.startRecord();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      values.problem("", JsonPlace.describe(parser), "an object {...}");
      parser.skipChildren();
      return true;
    }
    int seen = readFields(parser);
    if (values.record() == 1 && seen == 0 && !otherKeys.isEmpty()) {
      anotherKind("a list of records with " + String.join(", ", otherKeys));
      return false;
    }
    if (seen != (1 << format.keys().size()) - 1) {
      values.problem("", "no " + missing(seen), "the keys " + String.join(", ", format.keys()));
    }
    if (!values.flawed()) {
      format.finish(values);
    }
    return true;
  }

  /** Reads the fields of a record; which keys came, one bit each. */
  private int readFields(JsonParser parser) {
    int seen = 0;
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      int key = format.keys().indexOf(name);
      if (key >= 0) {
        format.value(key, parser, values);
        seen |= 1 << key;
      } else {
        parser.skipChildren();
        if (values.record() == 1 && otherKeys.size() < 8) {
          otherKeys.add(name);
        }
      }
    }
    return seen;
  }

  private String missing(int seen) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < format.keys().size(); i++) {
      if ((seen & 1 << i) == 0) {
        names.add(format.keys().get(i));
      }
    }
    return String.join(", ", names);
  }

  private void anotherKind(String found) {
    refused = true;
    anotherKind = true;
    values.problemOfFile(
        found,
        "%s: a list of records with %s"
            .formatted(format.title(), String.join(", ", format.keys())));
  }

  private LeftOut outcome() {
    ProblemList problems = values.problems();
    if (problems.count() == 0 || (!refused && good > 0)) {
      return new LeftOut(values.bad(), problems);
    }
    throw new ResultsException(
        "Refused %s as %s: %s; %s"
            .formatted(
                file,
                format.title(),
                problems.count() == 1 ? "1 problem" : "%,d problems".formatted(problems.count()),
                anotherKind ? "check which file it is" : format.advice()),
        problems);
  }
}
