package dev.wardrobe.results;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.json.PythonJson;

/**
 * Writes official records in the compact form: the texts of the category's own numbers, and what
 * the official evaluation takes from the others.
 */
final class CompactRewriter implements RecordRewriter {
  private static final int NUMBERS = 3 * LandmarkSchema.TOTAL;

  private final WholeRecords whole;
  private LandmarkSchema schema = LandmarkSchema.of(Category.ALL.getFirst());

  CompactRewriter(WholeRecords whole) {
    this.whole = whole;
  }

  @Override
  public String separator() {
    return ",";
  }

  @Override
  public boolean write(LandmarkRecord record, PythonJson target, RecordProblems problems) {
    if (!check(record, problems)) {
      return false;
    }
    schema = LandmarkSchema.of(record.category().orElseThrow());
    target.raw("{");
    for (int field = 0; field < record.fieldCount(); field++) {
      target.raw(field == 0 ? "" : ",");
      if (record.isField(field, LandmarkRecord.KEYPOINTS)) {
        writeLandmarks(record, target);
      } else {
        record.writeKey(field, target);
        target.raw(":");
        record.writeValue(field, target);
      }
    }
    target.raw("}");
    return true;
  }

  private static boolean check(LandmarkRecord record, RecordProblems problems) {
    for (int list = LandmarkRecord.LANDMARKS; list <= LandmarkRecord.OTHERS; list++) {
      if (record.list(list).present()) {
        String name = LandmarkRecord.name(list);
        return problems.take(false, name, "it in an official record", "it in compact ones only");
      }
    }
    String found = record.list(LandmarkRecord.KEYPOINTS).foundInsteadOf(NUMBERS);
    if (!found.isEmpty()) {
      String expected = NUMBERS + " numbers: x, y and visibility of 294 landmarks";
      return problems.take(false, "keypoints", found, expected);
    }
    return RecordRewriter.check(record, problems);
  }

  private void writeLandmarks(LandmarkRecord record, PythonJson target) {
    NumberTexts all = record.list(LandmarkRecord.KEYPOINTS);
    int from = 3 * schema.offset();
    int to = from + 3 * schema.count();
    target.raw("\"landmarks\":[");
    writeNumbers(all, from, to, target);
    int other = from == 0 ? to : 0;
    if (othersAgree(all, other)) {
      if (!isUsual(all, other)) {
        target.raw("],\"others\":[");
        writeNumbers(all, other, other + 3, target);
      }
    } else if (whole.contains(record.imageId(), schema.category().id())) {
      target.raw("],\"others\":[");
      writeNumbers(all, 0, from, target);
      target.raw(from == 0 || to == NUMBERS ? "" : ",");
      writeNumbers(all, to, NUMBERS, target);
    } else {
      target.raw("],\"extent\":[");
      writeExtent(all, target);
    }
    target.raw("]");
  }

  private static void writeNumbers(NumberTexts all, int from, int to, PythonJson target) {
    for (int i = from; i < to; i++) {
      target.raw(i == from ? "" : ",");
      all.write(i, target);
    }
  }

  private void writeExtent(NumberTexts all, PythonJson target) {
    for (int corner = 0; corner < 4; corner++) {
      target.raw(corner == 0 ? "" : ",");
      all.write(outermost(all, corner % 2, corner < 2), target);
    }
  }

  private boolean isOwn(int number) {
    int landmark = number / 3 - schema.offset();
    return landmark >= 0 && landmark < schema.count();
  }

  /** Whether the other categories' landmarks are all at one point. */
  private boolean othersAgree(NumberTexts all, int other) {
    for (int i = 0; i < NUMBERS; i += 3) {
      if (!isOwn(i)
          && (all.value(i) != all.value(other) || all.value(i + 1) != all.value(other + 1))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUsual(NumberTexts all, int other) {
    return all.isWritten(other, ScannedLandmarks.USUAL_X)
        && all.isWritten(other + 1, ScannedLandmarks.USUAL_Y)
        && all.isWritten(other + 2, ScannedLandmarks.USUAL_VISIBILITY);
  }

  /**
   * The place of the least or the greatest x or y among all; of equal ones, an own one, so that
   * there and back again is the same text. What is not a number wins, as it does in numpy.
   */
  private int outermost(NumberTexts all, int axis, boolean least) {
    int own = 3 * schema.offset() + axis;
    int best = own;
    for (int i = own + 3; i < own + 3 * schema.count(); i += 3) {
      best = isFurther(all.value(i), all.value(best), least) ? i : best;
    }
    for (int i = axis; i < NUMBERS; i += 3) {
      best = isFurther(all.value(i), all.value(best), least) ? i : best;
    }
    return best;
  }

  private static boolean isFurther(double value, double best, boolean least) {
    if (Double.isNaN(value)) {
      return !Double.isNaN(best);
    }
    return least ? value < best : value > best;
  }
}
