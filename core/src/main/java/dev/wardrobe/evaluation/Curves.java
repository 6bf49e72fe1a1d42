package dev.wardrobe.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * The arrays of the official evaluation and what their last two axes mean; -1 where nothing was
 * written.
 */
final class Curves {
  final CurveShape shape;
  final List<AreaRange> areaRanges;
  final List<Integer> maxDets;
  final double[] precision;
  final double[] recall;
  final double[] scores;

  Curves(int categories, List<AreaRange> areaRanges, List<Integer> maxDets) {
    this.areaRanges = areaRanges;
    this.maxDets = maxDets;
    shape =
        new CurveShape(
            Thresholds.IOU_COUNT,
            Thresholds.RECALL_COUNT,
            categories,
            areaRanges.size(),
            maxDets.size());
    precision = unwritten(shape.precisionSize());
    recall = unwritten(shape.recallSize());
    scores = unwritten(shape.precisionSize());
  }

  private static double[] unwritten(int size) {
    double[] values = new double[size];
    Arrays.fill(values, -1);
    return values;
  }
}
