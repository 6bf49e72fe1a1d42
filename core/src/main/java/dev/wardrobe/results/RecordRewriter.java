package dev.wardrobe.results;

import dev.wardrobe.json.PythonJson;

/** Writes landmark results in another form. Not for several threads at once. */
sealed interface RecordRewriter permits CompactRewriter, OfficialRewriter {
  /** What stands between two records. */
  String separator();

  /**
   * Adds a record, or a problem if it cannot be rewritten.
   *
   * @return whether it was added
   */
  boolean write(LandmarkRecord record, PythonJson target, RecordProblems problems);

  /**
   * The rewriter to a form.
   *
   * @param whole which records keep all landmarks in the compact form
   */
  static RecordRewriter to(LandmarkForm form, WholeRecords whole) {
    return form == LandmarkForm.COMPACT ? new CompactRewriter(whole) : new OfficialRewriter();
  }

  /** Whether what both directions need is there; otherwise the problem is added. */
  static boolean check(LandmarkRecord record, RecordProblems problems) {
    if (!record.twice().isEmpty()) {
      return problems.take(false, record.twice(), "it twice", "it once");
    }
    return record.category().isPresent()
        || problems.take(
            false, "category_id", record.categoryFound(), "the number of a category, 1 to 13");
  }
}
