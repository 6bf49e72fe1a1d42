package dev.wardrobe.model.ops;

import java.util.Arrays;

/**
 * Non-maximum suppression: of boxes that overlap, the one with the highest score is kept;
 * torchvision's {@code nms} and {@code batched_nms}, in 32 bits as there.
 */
public final class Nms {
  private Nms() {}

  /**
   * Indexes of the boxes that are kept, by descending score; of equal scores the lower index comes
   * first. A box is dropped if its IoU with a kept one before it is greater than the threshold; an
   * empty box has an IoU of 0 with all.
   *
   * @param boxes x1 y1 x2 y2 of each
   * @param scores one for each box
   */
  public static int[] keep(float[] boxes, float[] scores, double threshold) {
    return keepByGroup(boxes, scores, new int[scores.length], threshold);
  }

  /**
   * The same where boxes only suppress those of their own group (category or pyramid level).
   * Indexes of all groups by descending score. Boxes are compared as they are; torchvision moves
   * few boxes apart by groups, which rounds them.
   *
   * @param groups the group of each box, any numbers
   * @throws IllegalArgumentException if there are not as many scores and groups as boxes
   */
  public static int[] keepByGroup(float[] boxes, float[] scores, int[] groups, double threshold) {
    int count = scores.length;
    if (boxes.length != 4 * count || groups.length != count) {
      throw new IllegalArgumentException(
          "Expected a score and a group for each box, but got %d, %d and %d"
              .formatted(count, groups.length, boxes.length / 4));
    }
    int[] order = byDescendingScore(scores);
    long[] byGroup = new long[count];
    for (int rank = 0; rank < count; rank++) {
      byGroup[rank] = (long) groups[order[rank]] << Integer.SIZE | rank;
    }
    Arrays.sort(byGroup);
    boolean[] kept = new boolean[count]; // by rank
    Survivors survivors = new Survivors(count, threshold);
    for (int i = 0; i < count; i++) {
      if (i > 0 && byGroup[i] >> Integer.SIZE != byGroup[i - 1] >> Integer.SIZE) {
        survivors.clear();
      }
      int rank = (int) byGroup[i];
      kept[rank] = survivors.add(boxes, order[rank]);
    }
    int[] result = new int[count];
    int length = 0;
    for (int rank = 0; rank < count; rank++) {
      if (kept[rank]) {
        result[length++] = order[rank];
      }
    }
    return Arrays.copyOf(result, length);
  }

  /** Indexes by descending score, of equal scores the lower index first. */
  static int[] byDescendingScore(float[] scores) {
    long[] keys = new long[scores.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ScoreOrder.key(scores[i], i);
    }
    Arrays.sort(keys);
    int[] order = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }

  /** The kept boxes of one group, side by side so that a comparison reads memory in order. */
  private static final class Survivors {
    private final float[] x1;
    private final float[] y1;
    private final float[] x2;
    private final float[] y2;
    private final float[] areas;
    private final double threshold;
    private int count;

    Survivors(int most, double threshold) {
      x1 = new float[most];
      y1 = new float[most];
      x2 = new float[most];
      y2 = new float[most];
      areas = new float[most];
      this.threshold = threshold;
    }

    void clear() {
      count = 0;
    }

    /** Keeps a box unless a survivor suppresses it; whether it was kept. */
    boolean add(float[] boxes, int index) {
      float left = boxes[4 * index];
      float upper = boxes[4 * index + 1];
      float right = boxes[4 * index + 2];
      float lower = boxes[4 * index + 3];
      float area = (right - left) * (lower - upper);
      for (int i = 0; i < count; i++) {
        float width = Math.min(right, x2[i]) - Math.max(left, x1[i]);
        float height = Math.min(lower, y2[i]) - Math.max(upper, y1[i]);
        if (width > 0 && height > 0) {
          float shared = width * height;
          if (shared / (areas[i] + area - shared) > threshold) {
            return false;
          }
        }
      }
      x1[count] = left;
      y1[count] = upper;
      x2[count] = right;
      y2[count] = lower;
      areas[count++] = area;
      return true;
    }
  }
}
