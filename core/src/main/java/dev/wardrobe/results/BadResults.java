package dev.wardrobe.results;

/** What to do with records of a results file that cannot be right. */
public enum BadResults {
  /** Nothing is scored; the first problems are listed. */
  REFUSE,
  /** Such records are left out and counted. */
  SKIP,
  /**
   * What the official scripts accept is accepted and scored as they do it: numbers that are not
   * numbers, unknown categories, ids used twice. What ends them with an error is refused, and so is
   * a record with a field that would if they came to use it.
   */
  OFFICIAL
}
