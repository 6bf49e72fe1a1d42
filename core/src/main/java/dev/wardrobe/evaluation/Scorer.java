package dev.wardrobe.evaluation;

import dev.wardrobe.groundtruth.GroundTruth;
import java.util.Arrays;

/** Matches and counts all cells, category by category. */
final class Scorer {
  private static final byte ABSENT = Byte.MAX_VALUE;

  private final GroundTruth groundTruth;
  private final Detections detections;
  private final Roles roles;
  private final DetectionCells cells;
  private final Curves curves;
  private final CellMatcher matcher;

  Scorer(
      GroundTruth groundTruth,
      Detections detections,
      Roles roles,
      DetectionCells cells,
      Curves curves) {
    this.groundTruth = groundTruth;
    this.detections = detections;
    this.roles = roles;
    this.cells = cells;
    this.curves = curves;
    matcher = new CellMatcher(groundTruth, detections, roles, cells, curves.maxDets.getLast());
  }

  /** Fills the arrays. */
  static void score(
      GroundTruth groundTruth,
      Detections detections,
      Roles roles,
      DetectionCells cells,
      Curves curves) {
    Scorer scorer = new Scorer(groundTruth, detections, roles, cells, curves);
    for (int k = 0; k < groundTruth.categoryCount(); k++) {
      if (roles.hasCategory(k)) {
        scorer.scoreCategory(k);
      }
    }
  }

  private void scoreCategory(int category) {
    int[] items = itemCounts(category);
    if (Arrays.stream(items).sum() == 0) {
      return; // nothing to find, so that all stays -1
    }
    JudgedCategory judged = judge(category);
    for (int area = 0; area < items.length; area++) {
      if (items[area] > 0) {
        judged.count(curves, area, items[area], photo -> 1);
      }
    }
  }

  /** Matches the detections of a category on all photos that take part. */
  JudgedCategory judge(int category) {
    int start = cells.categoryStart(category);
    int size = cells.categoryStart(category + 1) - start;
    byte[] ranks = new byte[size];
    Arrays.fill(ranks, ABSENT);
    int[][] outcomes = new int[curves.areaRanges.size()][size];
    for (int image = 0; image < groundTruth.imageCount(); image++) {
      if (roles.hasPhoto(image)) {
        judgeCell(image, category, ranks, outcomes);
      }
    }
    return new JudgedCategory(detections, cells, category, ranks, outcomes);
  }

  /** How many items of a category must be found, by area range. */
  private int[] itemCounts(int category) {
    int[] counts = new int[curves.areaRanges.size()];
    for (int i = 0; i < groundTruth.items().size(); i++) {
      if (groundTruth.items().get(i).categoryIndex() == category && roles.hasItem(i)) {
        for (int area = 0; area < counts.length; area++) {
          counts[area] += roles.ignores(i, curves.areaRanges.get(area)) ? 0 : 1;
        }
      }
    }
    return counts;
  }

  /** Notes rank and outcome of each detection of a cell. */
  private void judgeCell(int image, int category, byte[] ranks, int[][] outcomes) {
    if (cells.size(image, category) == 0) {
      return;
    }
    matcher.open(image, category);
    int start = cells.categoryStart(category);
    for (int area = 0; area < outcomes.length; area++) {
      matcher.match(curves.areaRanges.get(area));
      for (int rank = 0; rank < matcher.detectionCount(); rank++) {
        int at = cells.place(image, category, rank) - start;
        ranks[at] = (byte) rank;
        outcomes[area][at] = matcher.outcome(rank);
      }
    }
  }
}
