package dev.wardrobe.evaluation;

import dev.wardrobe.results.BadResults;
import dev.wardrobe.results.RecordProblems;
import java.util.Optional;

/** What one block of a results file gave. */
final class DetectionBlock {
  final Detections.Builder detections = new Detections.Builder();
  final RecordProblems problems;
  final ResultIds ids = new ResultIds();
  boolean masksFromBoxes;
  boolean compact;

  /** Why the file cannot be read on. */
  Optional<String> broken = Optional.empty();

  DetectionBlock(BadResults policy) {
    problems = new RecordProblems(policy);
  }
}
