package dev.wardrobe.groundtruth;

import dev.wardrobe.results.BadResults;
import dev.wardrobe.results.RecordProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one block of a COCO file gave. */
final class GroundTruthBlock {
  /** A row of "images"; a size of 0 is not known. */
  record Image(long id, int width, int height) {}

  /** A row of "categories". */
  record CategoryRow(long id, String name) {}

  final List<Image> images = new ArrayList<>();
  final List<CategoryRow> categories = new ArrayList<>();
  final List<AnnotationRow> annotations = new ArrayList<>();
  final RecordProblems problems;
  final RecordProblems imageProblems;
  boolean sawImages;
  boolean sawCategories;

  /** Why the file cannot be read on. */
  Optional<String> broken = Optional.empty();

  GroundTruthBlock(BadResults policy) {
    problems = new RecordProblems(policy);
    imageProblems = new RecordProblems(policy);
  }
}
