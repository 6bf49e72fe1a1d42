package dev.wardrobe.coco;

import java.util.Arrays;

/**
 * A flat list of keypoints without the zeros around: of the 882 numbers at most 117 are the
 * category's own.
 */
final class Keypoints {
  static final Keypoints NONE = new Keypoints(0, 0, new double[0]);

  private final int length;
  private final int offset;
  private final double[] kept;

  private Keypoints(int length, int offset, double[] kept) {
    this.length = length;
    this.offset = offset;
    this.kept = kept;
  }

  static Keypoints of(double[] xyv) {
    int from = 0;
    int to = xyv.length;
    while (from < to && xyv[from] == 0) {
      from++;
    }
    while (to > from && xyv[to - 1] == 0) {
      to--;
    }
    return new Keypoints(xyv.length, from, Arrays.copyOfRange(xyv, from, to));
  }

  /** How many numbers the whole list has. */
  int length() {
    return length;
  }

  /** A part of the whole list. */
  double[] range(int from, int count) {
    double[] part = new double[count];
    int first = Math.max(from, offset);
    int end = Math.min(from + count, offset + kept.length);
    if (first < end) {
      System.arraycopy(kept, first - offset, part, first - from, end - first);
    }
    return part;
  }
}
