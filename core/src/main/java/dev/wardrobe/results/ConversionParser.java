package dev.wardrobe.results;

import dev.wardrobe.json.JsonBlocks;
import dev.wardrobe.json.JsonFault;
import dev.wardrobe.json.JsonScanner;
import java.util.Optional;

/** Rewrites blocks of a file of landmark results: one list of records. */
final class ConversionParser implements JsonBlocks.Parser<ConversionParser.Place, ConversionBlock> {
  private final Optional<LandmarkForm> target;
  private final WholeRecords whole;

  /**
   * A parser.
   *
   * @param target the form to write; empty for the one that the first record has not
   * @param whole which records keep all landmarks
   */
  ConversionParser(Optional<LandmarkForm> target, WholeRecords whole) {
    this.target = target;
    this.whole = whole;
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
   * @param form the form of the file, which the first record that has one decides
   */
  record Place(Progress progress, Optional<LandmarkForm> form) {
    static final Place START = new Place(Progress.START, Optional.empty());

    Place to(Progress next) {
      return new Place(next, form);
    }

    /** Whether the file has the form already that is to be written. */
    boolean isDone(Optional<LandmarkForm> target) {
      return form.isPresent() && form.equals(target);
    }
  }

  @Override
  public JsonBlocks.Parsed<Place, ConversionBlock> parse(
      byte[] bytes, int from, int to, Place start, boolean last) {
    JsonScanner scanner = new JsonScanner();
    scanner.reset(bytes, from, to);
    ConversionBlock block = new ConversionBlock(capacity(start, to - from));
    LandmarkRecord record = new LandmarkRecord();
    Place place = start;
    int done = from;
    try {
      while (place.progress != Progress.END && (last || !scanner.atEnd())) {
        if (place.progress == Progress.START) {
          place = place.to(afterStart(scanner));
        } else {
          record.read(scanner, bytes);
          Progress next = scanner.more(']') ? Progress.RECORD : Progress.END;
          Optional<LandmarkForm> form =
              place.form.isPresent() ? place.form : LandmarkForm.of(record);
          place = new Place(next, form);
          rewrite(record, form, block);
        }
        done = scanner.position();
        if (place.isDone(target)) {
          return new JsonBlocks.Parsed<>(place, to, true, block);
        }
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
      return new JsonBlocks.Parsed<>(place, to, true, block);
    }
  }

  private static int capacity(Place start, int size) {
    return start.form.equals(Optional.of(LandmarkForm.COMPACT)) ? 8 * size : size / 2;
  }

  private static Progress afterStart(JsonScanner scanner) {
    scanner.skipByteOrderMark();
    if (scanner.peek() == '{') {
      throw scanner.fault("a list of results (an object is usually the ground truth)");
    }
    scanner.next('[');
    return scanner.tryNext(']') ? Progress.END : Progress.RECORD;
  }

  private void rewrite(LandmarkRecord record, Optional<LandmarkForm> form, ConversionBlock block) {
    block.problems.nextRecord();
    if (!record.instead().isEmpty()) {
      block.problems.take(false, "", record.instead(), "an object {...}");
      return;
    }
    if (form.isEmpty()) {
      boolean none = !record.list(LandmarkRecord.KEYPOINTS).present();
      block.problems.take(
          false, "", none ? "no landmarks" : "both forms", "either keypoints or landmarks");
      return;
    }
    RecordRewriter rewriter = RecordRewriter.to(form.get().other(), whole);
    block.separator = rewriter.separator();
    String separator = block.written == 0 ? "" : block.separator;
    block.text.raw(separator);
    if (rewriter.write(record, block.text, block.problems)) {
      block.written++;
    } else {
      block.text.dropLast(separator.length());
    }
  }
}
