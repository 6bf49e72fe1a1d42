package dev.wardrobe.evaluation;

import java.util.List;
import java.util.function.IntUnaryOperator;

/** What the detections of one category come to, in the order in which they are counted. */
final class JudgedCategory {
  private final Detections detections;
  private final DetectionCells cells;
  private final int category;
  private final byte[] ranks;
  private final int[][] outcomes;

  /**
   * Outcomes that are known.
   *
   * @param ranks of each detection of the category, on its photo
   * @param outcomes of each area range, an {@link Outcome} of each detection
   */
  JudgedCategory(
      Detections detections, DetectionCells cells, int category, byte[] ranks, int[][] outcomes) {
    this.detections = detections;
    this.cells = cells;
    this.category = category;
    this.ranks = ranks;
    this.outcomes = outcomes;
  }

  /**
   * Counts them and writes precision and recall.
   *
   * @param area which of the curves' area ranges
   * @param items how many must be found, at least 1
   * @param times how often each photo is there, by index
   */
  void count(Curves curves, int area, int items, IntUnaryOperator times) {
    int start = cells.categoryStart(category);
    List<Accumulator> counts =
        curves.maxDets.stream().map(limit -> new Accumulator(items, limit)).toList();
    for (int i = 0; i < ranks.length; i++) {
      int detection = cells.detection(start + i);
      double score = detections.score(detection);
      int photo = times.applyAsInt(detections.imageIndex(detection));
      for (Accumulator count : counts) {
        count.add(ranks[i], outcomes[area][i], score, photo);
      }
    }
    for (int m = 0; m < counts.size(); m++) {
      counts.get(m).writeTo(curves, category, area, m);
    }
  }
}
