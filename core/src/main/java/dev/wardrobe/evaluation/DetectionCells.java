package dev.wardrobe.evaluation;

import dev.wardrobe.groundtruth.GroundTruth;
import java.util.function.IntUnaryOperator;

/**
 * The order in which detections are scored: by category, falling score, photo, place in the file.
 * The official evaluation sorts each cell by score and then all cells of a category, photo after
 * photo, again, both times stable, which comes to this one order. Scores that are not numbers come
 * last; 0 and -0 are equal. Immutable.
 */
final class DetectionCells {
  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;

  private final Detections detections;
  private final int imageCount;
  private final int[] order;
  private final int[] cellStarts;
  private final int[] cellMembers;

  DetectionCells(GroundTruth groundTruth, Detections detections) {
    this.detections = detections;
    imageCount = groundTruth.imageCount();
    order = sorted(groundTruth.categoryCount());
    cellStarts = new int[Math.multiplyExact(imageCount, groundTruth.categoryCount()) + 1];
    cellMembers = new int[order.length];
    fillCells();
  }

  private int[] sorted(int categoryCount) {
    long[] keys = new long[detections.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key(detections.score(i));
    }
    Sorting sorting = new Sorting(keys.length);
    sorting.by(detections::imageIndex, imageCount);
    for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
      int bits = shift;
      sorting.by(i -> (int) (keys[i] >>> bits) & (DIGITS - 1), DIGITS);
    }
    sorting.by(detections::categoryIndex, categoryCount);
    return sorting.order;
  }

  /** A radix sort: by the least important key first, each step keeping the order of equals. */
  private static final class Sorting {
    private int[] order;
    private int[] space;

    Sorting(int size) {
      order = new int[size];
      space = new int[size];
      for (int i = 0; i < size; i++) {
        order[i] = i;
      }
    }

    void by(IntUnaryOperator digit, int digits) {
      int[] next = new int[digits + 1];
      for (int i : order) {
        next[digit.applyAsInt(i) + 1]++;
      }
      for (int d = 1; d <= digits; d++) {
        next[d] += next[d - 1];
      }
      for (int i : order) {
        space[next[digit.applyAsInt(i)]++] = i;
      }
      int[] sorted = space;
      space = order;
      order = sorted;
    }
  }

  /** Rises, read without sign, as the score falls. */
  private static long key(double score) {
    if (Double.isNaN(score)) {
      return -1;
    }
    long bits = Double.doubleToRawLongBits(score + 0.0); // turns -0 into 0
    return bits < 0 ? bits : bits ^ Long.MAX_VALUE;
  }

  private void fillCells() {
    for (int detection : order) {
      cellStarts[cell(detection) + 1]++;
    }
    for (int cell = 1; cell < cellStarts.length; cell++) {
      cellStarts[cell] += cellStarts[cell - 1];
    }
    int[] next = cellStarts.clone();
    for (int place = 0; place < order.length; place++) {
      cellMembers[next[cell(order[place])]++] = place;
    }
  }

  private int cell(int detection) {
    return cell(detections.imageIndex(detection), detections.categoryIndex(detection));
  }

  private int cell(int imageIndex, int categoryIndex) {
    return categoryIndex * imageCount + imageIndex;
  }

  /** The place in the order at which a category begins; the last one ends where one more would. */
  int categoryStart(int categoryIndex) {
    return cellStarts[cell(0, categoryIndex)];
  }

  /** The detection at a place in the order. */
  int detection(int place) {
    return order[place];
  }

  /** How many detections a cell has. */
  int size(int imageIndex, int categoryIndex) {
    int cell = cell(imageIndex, categoryIndex);
    return cellStarts[cell + 1] - cellStarts[cell];
  }

  /** The place in the order of the detection of a rank, from 0, in a cell. */
  int place(int imageIndex, int categoryIndex, int rank) {
    return cellMembers[cellStarts[cell(imageIndex, categoryIndex)] + rank];
  }
}
