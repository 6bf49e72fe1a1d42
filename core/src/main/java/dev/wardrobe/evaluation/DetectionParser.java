package dev.wardrobe.evaluation;

import dev.wardrobe.json.JsonBlocks;
import dev.wardrobe.json.JsonFault;
import dev.wardrobe.json.JsonScanner;
import dev.wardrobe.results.AreaSource;
import dev.wardrobe.results.ScannedResult;
import java.util.Optional;

/** Parses blocks of a results file: one list of records. */
final class DetectionParser implements JsonBlocks.Parser<DetectionParser.Place, DetectionBlock> {
  private final DetectionOptions options;
  private final Task task;
  private final DetectionJudge.Factory judges;

  DetectionParser(Task task, DetectionOptions options, DetectionJudge.Factory judges) {
    this.task = task;
    this.options = options;
    this.judges = judges;
  }

  /** How far the list is. */
  enum Progress {
    /** Before it. */
    START,
    /** Before a record. */
    RECORD,
    /** After it. */
    END
  }

  /**
   * Where in the file a block starts or ends.
   *
   * @param progress how far the list is
   * @param areaSource what the first record that was not left out decided
   */
  record Place(Progress progress, AreaSource areaSource) {
    static final Place START = new Place(Progress.START, AreaSource.UNKNOWN);
  }

  @Override
  public JsonBlocks.Parsed<Place, DetectionBlock> parse(
      byte[] bytes, int from, int to, Place start, boolean last) {
    JsonScanner scanner = new JsonScanner();
    scanner.reset(bytes, from, to);
    DetectionBlock block = new DetectionBlock(options.bad());
    ScannedResult result = new ScannedResult();
    DetectionJudge judge = judges.create(block);
    Place place = start;
    int done = from;
    try {
      while (place.progress != Progress.END && (last || !scanner.atEnd())) {
        if (place.progress == Progress.START) {
          place = new Place(afterStart(scanner), place.areaSource);
        } else {
          AreaSource known = place.areaSource;
          result.read(scanner, bytes, needsMasks(known), needsLandmarks(known));
          Progress next = scanner.more(']') ? Progress.RECORD : Progress.END;
          AreaSource areaSource = known == AreaSource.UNKNOWN ? AreaSource.of(result) : known;
          // A record that is left out decides nothing, as if it were not there.
          place = new Place(next, judge.judge(result, areaSource) ? areaSource : known);
        }
        done = scanner.position();
      }
      if (place.progress == Progress.END && !scanner.atEnd()) {
        throw scanner.fault("the end of the file");
      }
      return new JsonBlocks.Parsed<>(place, done, place.progress == Progress.END, block);
    } catch (JsonFault fault) {
      if (fault.atEnd() && !last) {
        return new JsonBlocks.Parsed<>(place, done, false, block);
      }
      block.broken = Optional.of(fault.problem());
      if (place.progress == Progress.RECORD) {
        block.problems.nextRecord();
        block.problems.takeBreak(fault);
      }
      return new JsonBlocks.Parsed<>(new Place(place.progress, place.areaSource), to, true, block);
    }
  }

  private static Progress afterStart(JsonScanner scanner) {
    scanner.skipByteOrderMark();
    if (scanner.peek() == '{') {
      throw scanner.fault("a list [...] of results (an object is usually the ground truth)");
    }
    if (!scanner.tryNext('[')) {
      throw scanner.fault("a list [...] of results in JSON");
    }
    return scanner.tryNext(']') ? Progress.END : Progress.RECORD;
  }

  private boolean needsMasks(AreaSource areaSource) {
    return task == Task.SEGMENTATION
        || areaSource == AreaSource.MASK
        || areaSource == AreaSource.UNKNOWN;
  }

  private boolean needsLandmarks(AreaSource areaSource) {
    return task == Task.LANDMARKS
        || areaSource == AreaSource.LANDMARKS
        || areaSource == AreaSource.UNKNOWN;
  }
}
