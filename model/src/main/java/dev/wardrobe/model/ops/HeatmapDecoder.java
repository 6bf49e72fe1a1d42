package dev.wardrobe.model.ops;

import dev.wardrobe.structures.Box;
import java.util.Arrays;

/**
 * Reads landmarks off heat maps, finer than their cells. Heat maps are logits of a softmax over
 * cells: the chance that the landmark lies in each. The place with the highest object keypoint
 * similarity (OKS) to be expected is wanted, so the chances are weighed by that similarity's own
 * Gaussian of the distance, with one deviation for all landmarks; the result is at its highest near
 * that place. Around the highest cell its logarithm is close to a paraboloid, whose top is found
 * from the cell and its eight neighbours (Zhang et al., Distribution-Aware Coordinate
 * Representation for Human Pose Estimation, CVPR 2020, section 3.2, who smooth too, though with the
 * Gaussian of their training targets). torchvision enlarges the maps to the region's pixels by
 * bicubic interpolation and takes the highest pixel.
 *
 * <p>Cell c of an axis covers c to c + 1 and stands for its centre, c + 1/2, as in {@link
 * HeatmapTargets}: where a landmark is sure to lie in one cell, its centre is given. Near the edges
 * of a map places are drawn inwards, as nothing is known of what lies outside.
 */
public final class HeatmapDecoder {
  /**
   * Deviation of the similarity, in sides of the map. OKS's is twice the landmark's sigma, which
   * are .012 to .072 in DeepFashion2, times the root of the item's area.
   */
  private static final double SPREAD = .05;

  /** How many deviations the Gaussian reaches. */
  private static final double REACH = 3;

  private HeatmapDecoder() {}

  /**
   * The landmarks: x, y in pixels of the box, and of each the similarity to be expected of the
   * highest cell, 0 to 1: near 1 if it lies there for sure, less the further the map is spread.
   *
   * @param heatmaps logits, [landmarks, size, size] with columns fastest; of equal cells the first
   *     counts
   * @param landmarks how many heat maps there are
   * @param size cells along each axis
   * @param box what they cover
   * @throws IllegalArgumentException if there are not so many logits
   */
  public static float[] decode(float[] heatmaps, int landmarks, int size, Box box) {
    int cells = size * size;
    if (heatmaps.length != landmarks * cells) {
      throw new IllegalArgumentException(
          "Expected %d x %d x %d logits, but got %d"
              .formatted(landmarks, size, size, heatmaps.length));
    }
    float[] weights = weights(size);
    float[] chances = new float[cells];
    float[] across = new float[cells];
    float[] expected = new float[cells];
    float[] found = new float[3 * landmarks];
    for (int i = 0; i < landmarks; i++) {
      softmax(heatmaps, i * cells, chances);
      alongRows(chances, size, weights, across);
      alongColumns(across, size, weights, expected);
      int peak = peak(expected);
      int column = peak % size;
      int row = peak / size;
      HeatmapPeak top = HeatmapPeak.of(expected, size, peak);
      found[3 * i] = (float) (box.x1() + (column + .5 + top.right()) * box.width() / size);
      found[3 * i + 1] = (float) (box.y1() + (row + .5 + top.down()) * box.height() / size);
      found[3 * i + 2] = Math.min(expected[peak], 1);
    }
    return found;
  }

  /** The similarity at each distance in whole cells, from 0. */
  private static float[] weights(int size) {
    double deviation = SPREAD * size;
    float[] weights = new float[Math.min((int) Math.ceil(REACH * deviation) + 1, size)];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) Math.exp(-i * i / (2 * deviation * deviation));
    }
    return weights;
  }

  private static void softmax(float[] logits, int start, float[] chances) {
    float highest = logits[start];
    for (int i = 1; i < chances.length; i++) {
      highest = Math.max(highest, logits[start + i]);
    }
    double sum = 0;
    for (int i = 0; i < chances.length; i++) {
      chances[i] = (float) Math.exp(logits[start + i] - highest);
      sum += chances[i];
    }
    float share = (float) (1 / sum);
    for (int i = 0; i < chances.length; i++) {
      chances[i] *= share;
    }
  }

  private static void alongColumns(float[] from, int size, float[] weights, float[] to) {
    Arrays.fill(to, 0);
    for (int row = 0; row < size; row++) {
      int last = Math.min(size - 1, row + weights.length - 1);
      for (int other = Math.max(0, row - weights.length + 1); other <= last; other++) {
        add(from, other * size, weights[Math.abs(other - row)], to, row * size, size);
      }
    }
  }

  private static void alongRows(float[] from, int size, float[] weights, float[] to) {
    Arrays.fill(to, 0);
    for (int row = 0; row < size; row++) {
      for (int away = 1 - weights.length; away < weights.length; away++) {
        int start = row * size;
        int count = size - Math.abs(away);
        float weight = weights[Math.abs(away)];
        add(from, start + Math.max(0, away), weight, to, start + Math.max(0, -away), count);
      }
    }
  }

  private static void add(float[] from, int at, float weight, float[] to, int start, int count) {
    for (int i = 0; i < count; i++) {
      to[start + i] += weight * from[at + i];
    }
  }

  private static int peak(float[] numbers) {
    int peak = 0;
    for (int i = 1; i < numbers.length; i++) {
      if (numbers[i] > numbers[peak]) {
        peak = i;
      }
    }
    return peak;
  }
}
