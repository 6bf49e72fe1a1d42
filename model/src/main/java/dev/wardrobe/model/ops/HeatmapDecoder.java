package dev.wardrobe.model.ops;

import dev.wardrobe.structures.Box;

/**
 * Reads landmarks off heat maps, finer than their cells. Heat maps are logits of a softmax over
 * cells; around the peak of a Gaussian these are a paraboloid, whose top is found from the peak
 * cell and its eight neighbours (Zhang et al., Distribution-Aware Coordinate Representation for
 * Human Pose Estimation, CVPR 2020, section 3.2, without its smoothing). torchvision enlarges the
 * maps to the region's pixels by bicubic interpolation and takes the highest pixel.
 *
 * <p>Cell c of an axis covers c to c + 1 and stands for its centre, c + 1/2, as in {@link
 * HeatmapTargets}: a landmark that is encoded and decoded moves by half a cell at most, and by
 * nothing on average.
 */
public final class HeatmapDecoder {
  private HeatmapDecoder() {}

  /**
   * The landmarks: x, y in pixels of the box, and the chance of the peak cell, 0 to 1, of each.
   *
   * @param heatmaps logits, [landmarks, size, size] with columns fastest; of equal peaks the first
   *     counts
   * @param landmarks how many heat maps there are
   * @param size cells along each axis
   * @param box what they cover
   * @throws IllegalArgumentException if there are not so many logits
   */
  public static float[] decode(float[] heatmaps, int landmarks, int size, Box box) {
    if (heatmaps.length != landmarks * size * size) {
      throw new IllegalArgumentException(
          "Expected %d x %d x %d logits, but got %d"
              .formatted(landmarks, size, size, heatmaps.length));
    }
    float[] found = new float[3 * landmarks];
    for (int i = 0; i < landmarks; i++) {
      int start = i * size * size;
      int peak = peak(heatmaps, start, size * size);
      HeatmapPeak top = HeatmapPeak.of(heatmaps, start, size, peak);
      int column = peak % size;
      int row = peak / size;
      found[3 * i] = (float) (box.x1() + (column + .5 + top.right()) * box.width() / size);
      found[3 * i + 1] = (float) (box.y1() + (row + .5 + top.down()) * box.height() / size);
      found[3 * i + 2] = chance(heatmaps, start, size * size, peak);
    }
    return found;
  }

  private static int peak(float[] logits, int start, int length) {
    int peak = 0;
    for (int i = 1; i < length; i++) {
      if (logits[start + i] > logits[start + peak]) {
        peak = i;
      }
    }
    return peak;
  }

  private static float chance(float[] logits, int start, int length, int peak) {
    float highest = logits[start + peak];
    double sum = 0;
    for (int i = start; i < start + length; i++) {
      sum += Math.exp(logits[i] - highest);
    }
    return (float) (1 / sum);
  }
}
