package dev.wardrobe.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.groundtruth.GroundTruthItem;
import dev.wardrobe.groundtruth.LabelledLandmarks;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.RleMask;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sums to the last bit, and the area that keeps a division by zero away. */
class LandmarkOverlapSumTest {
  /** numpy's pairwise sum, written down once more, step by step. */
  private static double plain(double[] values, int from, int to) {
    int count = to - from;
    if (count > 128) {
      int half = count / 2;
      half -= half % 8;
      return plain(values, from, from + half) + plain(values, from + half, to);
    }
    double sum = 0;
    int eights = count < 8 ? 0 : count / 8;
    if (eights > 0) {
      double[] r = new double[8];
      for (int i = 0; i < 8 * eights; i++) {
        r[i % 8] += values[from + i];
      }
      sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
    }
    for (int i = from + 8 * eights; i < to; i++) {
      sum += values[i];
    }
    return sum;
  }

  @Test
  void sums_of_all_lengths_are_pairwise() {
    Random random = new Random(294);
    double[] values = new double[300];
    for (int count = 0; count <= 294; count++) {
      for (int repeat = 0; repeat < 20; repeat++) {
        for (int i = 0; i < values.length; i++) {
          values[i] = Math.exp(-20 * random.nextDouble());
        }
        int from = random.nextInt(6);
        assertThat(LandmarkOverlap.sum(values, from, count))
            .as("%d numbers", count)
            .isEqualTo(plain(values, from, from + count));
      }
    }
  }

  private static GroundTruthItem item(double area) {
    return new GroundTruthItem(
        1,
        0,
        0,
        0,
        0,
        5,
        5,
        area,
        false,
        1,
        new LabelledLandmarks(new int[] {0}, new double[] {3}, new double[] {4}),
        () -> RleMask.empty(new ImageSize(1, 1)),
        Attributes.UNKNOWN,
        Optional.empty());
  }

  @Test
  void item_without_area_is_met_exactly_or_not_at_all() {
    double[] points = new double[588];
    points[0] = 3;
    points[1] = 4;
    assertThat(new LandmarkOverlap().of(points, item(0))).isEqualTo(1);
    points[1] = 4.001;
    assertThat(new LandmarkOverlap().of(points, item(0))).isZero();
  }
}
