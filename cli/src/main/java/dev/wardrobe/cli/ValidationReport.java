package dev.wardrobe.cli;

import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.Finding;
import dev.wardrobe.validation.FindingTally;
import dev.wardrobe.validation.Validator;

/** How {@code wardrobe validate} prints: called in the order of the methods. */
sealed interface ValidationReport permits TextReport, JsonReport {
  void begin();

  void beginSplit(DatasetSplit split);

  /** Takes a finding as it comes. */
  void finding(Finding finding);

  void endSplit(DatasetSplit split, Validator.Summary summary, FindingTally tally, double seconds);

  void end(long total);
}
