package dev.wardrobe.evaluation;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.groundtruth.GroundTruthItem;
import dev.wardrobe.groundtruth.LabelledLandmarks;

/**
 * Object keypoint similarity (OKS) as the benchmark's cocoeval.py computes it: the mean, over the
 * labelled landmarks, of exp(-d^2 / (2 s)^2 / (area + 2^-52) / 2) with the landmark's sigma s. Of
 * an item without labelled landmarks, d is the distance to its box, doubled in size, and the mean
 * goes over all 294. Sums are numpy's pairwise ones. Not for several threads at once.
 */
final class LandmarkOverlap {
  private static final double SPACING_OF_ONE = 0x1p-52;
  private static final double[] VARIANCES = variances();

  private final double[] terms = new double[LandmarkSchema.TOTAL];

  private static double[] variances() {
    double[] variances = new double[LandmarkSchema.TOTAL];
    for (Category category : Category.ALL) {
      LandmarkSchema schema = LandmarkSchema.of(category);
      for (int i = 0; i < schema.count(); i++) {
        double doubled = schema.sigma(i) * 2;
        variances[schema.offset() + i] = doubled * doubled;
      }
    }
    return variances;
  }

  /**
   * The similarity of a detection and an item, 0 to 1; not a number if the detection's landmarks
   * are.
   *
   * @param points x and y of the detection's 294 landmarks in turn
   */
  double of(double[] points, GroundTruthItem item) {
    LabelledLandmarks labelled = item.landmarks();
    double area = item.area() + SPACING_OF_ONE;
    if (labelled.size() == 0) {
      return ofBox(points, item, area);
    }
    for (int i = 0; i < labelled.size(); i++) {
      int landmark = labelled.indices()[i];
      double dx = points[2 * landmark] - labelled.x()[i];
      double dy = points[2 * landmark + 1] - labelled.y()[i];
      terms[i] = Math.exp(-((dx * dx + dy * dy) / VARIANCES[landmark] / area / 2));
    }
    return sum(terms, 0, labelled.size()) / labelled.size();
  }

  private double ofBox(double[] points, GroundTruthItem item, double area) {
    double x1 = item.x() - item.width();
    double x2 = item.x() + item.width() * 2;
    double y1 = item.y() - item.height();
    double y2 = item.y() + item.height() * 2;
    for (int i = 0; i < LandmarkSchema.TOTAL; i++) {
      double x = points[2 * i];
      double y = points[2 * i + 1];
      double dx = Math.max(0, x1 - x) + Math.max(0, x - x2);
      double dy = Math.max(0, y1 - y) + Math.max(0, y - y2);
      terms[i] = Math.exp(-((dx * dx + dy * dy) / VARIANCES[i] / area / 2));
    }
    return sum(terms, 0, LandmarkSchema.TOTAL) / LandmarkSchema.TOTAL;
  }

  /** numpy's pairwise sum: in eights up to 128 numbers, halves above. */
  static double sum(double[] values, int from, int count) {
    if (count < 8) {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += values[from + i];
      }
      return sum;
    }
    if (count > 128) {
      int half = count / 2 - count / 2 % 8;
      return sum(values, from, half) + sum(values, from + half, count - half);
    }
    double[] r = new double[8];
    int i = 0;
    for (; i + 8 <= count; i += 8) {
      for (int j = 0; j < 8; j++) {
        r[j] += values[from + i + j];
      }
    }
    double sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
    for (; i < count; i++) {
      sum += values[from + i];
    }
    return sum;
  }
}
