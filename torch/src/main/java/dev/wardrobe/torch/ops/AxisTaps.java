package dev.wardrobe.torch.ops;

/**
 * Which places along one axis of a feature map the bins of a region are means of, and with which
 * weights: two samples a bin, each between two places.
 */
final class AxisTaps {
  private static final int SAMPLES = 2;

  /** Places that a bin is made of at most. */
  static final int MOST = 2 * SAMPLES;

  private final int[] places;
  private final float[] weights;
  private final int[] ends;

  AxisTaps(int bins) {
    places = new int[bins * MOST];
    weights = new float[bins * MOST];
    ends = new int[bins];
  }

  /**
   * Works them out for a region, in 32 bits and in the order of torchvision's roi_align.
   *
   * @param low where it begins, in places
   * @param high where it ends
   * @param length how many places there are
   */
  void set(float low, float high, int length) {
    float size = Math.max(high - low, 1) / ends.length;
    for (int bin = 0; bin < ends.length; bin++) {
      ends[bin] = bin * MOST;
      for (int i = 0; i < SAMPLES; i++) {
        sample(bin, low + bin * size + (i + .5f) * size / SAMPLES, length);
      }
    }
  }

  private void sample(int bin, float position, int length) {
    if (!(position >= -1 && position <= length)) {
      return;
    }
    float inside = Math.min(Math.max(position, 0), length - 1);
    int place = (int) inside;
    float beyond = inside - place;
    add(bin, place, (1 - beyond) / SAMPLES);
    add(bin, place + 1, beyond / SAMPLES);
  }

  /** Adds to a bin; a place that it already has gets the sum. */
  private void add(int bin, int place, float weight) {
    if (weight == 0) {
      return;
    }
    int at = start(bin);
    while (at < ends[bin] && places[at] != place) {
      at++;
    }
    if (at == ends[bin]) {
      ends[bin]++;
      places[at] = place;
      weights[at] = 0;
    }
    weights[at] += weight;
  }

  int bins() {
    return ends.length;
  }

  /** The first of a bin's places. */
  int start(int bin) {
    return bin * MOST;
  }

  /** Behind the last of a bin's places. */
  int end(int bin) {
    return ends[bin];
  }

  int place(int index) {
    return places[index];
  }

  float weight(int index) {
    return weights[index];
  }
}
