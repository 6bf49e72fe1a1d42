package dev.wardrobe.model.ops;

import java.util.Arrays;

/** Collects run lengths: unset, set, unset, ... pixels. */
final class RunBuilder {
  private int[] runs = new int[256];
  private int last;

  /** Adds pixels that are set or not; none is fine. */
  void add(int pixels, boolean set) {
    if (pixels == 0) {
      return;
    }
    if ((last % 2 == 1) != set) {
      last++;
      if (last == runs.length) {
        runs = Arrays.copyOf(runs, 2 * last);
      }
    }
    runs[last] += pixels;
  }

  int[] toArray() {
    return Arrays.copyOf(runs, last + 1);
  }
}
