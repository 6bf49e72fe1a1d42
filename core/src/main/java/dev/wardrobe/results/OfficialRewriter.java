package dev.wardrobe.results;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.json.PythonJson;

/**
 * Writes compact records in the official form, spaced as Python's json does: 882 numbers, those of
 * other categories' landmarks such that the official evaluation takes from them what it took from
 * the file that the compact one was made of.
 */
final class OfficialRewriter implements RecordRewriter {
  @Override
  public String separator() {
    return ", ";
  }

  @Override
  public boolean write(LandmarkRecord record, PythonJson target, RecordProblems problems) {
    if (!check(record, problems)) {
      return false;
    }
    boolean first = true;
    target.raw("{");
    for (int field = 0; field < record.fieldCount(); field++) {
      if (record.isField(field, LandmarkRecord.EXTENT)
          || record.isField(field, LandmarkRecord.OTHERS)) {
        continue;
      }
      target.raw(first ? "" : ", ");
      first = false;
      if (record.isField(field, LandmarkRecord.LANDMARKS)) {
        writeAll(record, target);
      } else {
        record.writeKey(field, target);
        target.raw(": ");
        record.writeValue(field, target);
      }
    }
    target.raw("}");
    return true;
  }

  private static boolean check(LandmarkRecord record, RecordProblems problems) {
    if (record.list(LandmarkRecord.KEYPOINTS).present()) {
      return problems.take(
          false, "keypoints", "it in a compact record", "it in official ones only");
    }
    if (!RecordRewriter.check(record, problems)) {
      return false;
    }
    Category category = record.category().orElseThrow();
    int numbers = 3 * LandmarkSchema.of(category).count();
    String found = record.list(LandmarkRecord.LANDMARKS).foundInsteadOf(numbers);
    if (!found.isEmpty()) {
      String expected = "%d numbers for a %s".formatted(numbers, category.annotationName());
      return problems.take(false, "landmarks", found, expected);
    }
    return isExtent(record, problems)
        && areOthers(record, 3 * LandmarkSchema.TOTAL - numbers, problems)
        && isOnlyOne(record, problems);
  }

  private static boolean isExtent(LandmarkRecord record, RecordProblems problems) {
    NumberTexts extent = record.list(LandmarkRecord.EXTENT);
    String found = extent.present() ? extent.foundInsteadOf(4) : "";
    return found.isEmpty() || problems.take(false, "extent", found, "[x1, y1, x2, y2]");
  }

  private static boolean areOthers(LandmarkRecord record, int all, RecordProblems problems) {
    NumberTexts others = record.list(LandmarkRecord.OTHERS);
    if (!others.present() || others.foundInsteadOf(all).isEmpty()) {
      return true;
    }
    String found = others.foundInsteadOf(3);
    return found.isEmpty()
        || problems.take(
            false, "others", found, "[x, y, visibility], or all %d numbers".formatted(all));
  }

  private static boolean isOnlyOne(LandmarkRecord record, RecordProblems problems) {
    return !record.list(LandmarkRecord.EXTENT).present()
        || !record.list(LandmarkRecord.OTHERS).present()
        || problems.take(false, "others", "an extent, too", "only one of the two");
  }

  private static void writeAll(LandmarkRecord record, PythonJson target) {
    Category category = record.category().orElseThrow();
    LandmarkSchema schema = LandmarkSchema.of(category);
    NumberTexts own = record.list(LandmarkRecord.LANDMARKS);
    boolean extended = record.list(LandmarkRecord.EXTENT).present();
    int[] sources = OtherLandmarks.sources(category);
    target.raw("\"keypoints\": [");
    for (int i = 0; i < LandmarkSchema.TOTAL; i++) {
      target.raw(i == 0 ? "" : ", ");
      boolean isOwn = i >= schema.offset() && i < schema.offset() + schema.count();
      if (isOwn || (extended && sources[i] >= 0)) {
        writePoint(own, 3 * sources[i], target);
      } else if (extended) {
        writeCorner(record.list(LandmarkRecord.EXTENT), sources[i], target);
      } else {
        int before = i < schema.offset() ? i : i - schema.count();
        writeOther(record.list(LandmarkRecord.OTHERS), before, target);
      }
    }
    target.raw("]");
  }

  private static void writePoint(NumberTexts numbers, int from, PythonJson target) {
    numbers.write(from, target);
    target.separator();
    numbers.write(from + 1, target);
    target.separator();
    numbers.write(from + 2, target);
  }

  private static void writeCorner(NumberTexts extent, int corner, PythonJson target) {
    int from = corner == OtherLandmarks.FIRST_CORNER ? 0 : 2;
    extent.write(from, target);
    target.separator();
    extent.write(from + 1, target);
    target.separator();
    target.raw(ScannedLandmarks.USUAL_VISIBILITY);
  }

  /** The point that all others share, or the own one of each. */
  private static void writeOther(NumberTexts others, int before, PythonJson target) {
    if (others.present()) {
      writePoint(others, others.foundInsteadOf(3).isEmpty() ? 0 : 3 * before, target);
    } else {
      target.raw(ScannedLandmarks.USUAL_X).separator();
      target.raw(ScannedLandmarks.USUAL_Y).separator();
      target.raw(ScannedLandmarks.USUAL_VISIBILITY);
    }
  }
}
