package dev.wardrobe.groundtruth;

import dev.wardrobe.results.BadResults;
import dev.wardrobe.results.RecordProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one block of a COCO file gave. */
final class GroundTruthBlock {
  /** A row of "images", by its position in the block from 1; a size of 0 is not known. */
  record Image(long record, long id, int width, int height) {
    boolean sized() {
      return width > 0 && height > 0;
    }
  }

  /** A row of "categories", by its position in the block from 1. */
  record CategoryRow(long record, long id, String name) {}

  final List<Image> images = new ArrayList<>();
  final List<CategoryRow> categories = new ArrayList<>();
  final List<AnnotationRow> annotations = new ArrayList<>();
  final RecordProblems problems;
  final RecordProblems imageProblems;
  final RecordProblems categoryProblems;
  boolean sawImages;
  boolean sawCategories;

  /** Why the file cannot be read on. */
  Optional<String> broken = Optional.empty();

  /** In which list. */
  String brokenIn = "";

  GroundTruthBlock(BadResults policy) {
    problems = new RecordProblems(policy);
    imageProblems = new RecordProblems(policy);
    categoryProblems = new RecordProblems(policy);
  }
}
