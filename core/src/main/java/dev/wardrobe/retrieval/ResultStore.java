package dev.wardrobe.retrieval;

import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.BoxOverlap;
import java.util.Arrays;

/**
 * Photo and box of many results, in blocks of some thousand: growing copies no results, and there
 * is never much more room than needed.
 */
final class ResultStore {
  private static final int SHIFT = 12;
  private static final int BLOCK = 1 << SHIFT;

  private int size;
  private long[][] images = new long[0][];
  private double[][] boxes = new double[0][];

  /** Adds a result whose box stands at an index of an array. */
  void add(long image, double[] corners, int from) {
    int block = size >> SHIFT;
    if ((size & (BLOCK - 1)) == 0) {
      addBlock(block);
    }
    int at = size & (BLOCK - 1);
    images[block][at] = image;
    System.arraycopy(corners, from, boxes[block], 4 * at, 4);
    size++;
  }

  private void addBlock(int block) {
    if (block == images.length) {
      int capacity = Math.max(8, 2 * block);
      images = Arrays.copyOf(images, capacity);
      boxes = Arrays.copyOf(boxes, capacity);
    }
    images[block] = new long[BLOCK];
    boxes[block] = new double[4 * BLOCK];
  }

  int size() {
    return size;
  }

  long image(int result) {
    return images[result >> SHIFT][result & (BLOCK - 1)];
  }

  double corner(int result, int corner) {
    return boxes[result >> SHIFT][4 * (result & (BLOCK - 1)) + corner];
  }

  /** The overlap of the box that stands at an index of an array with another. */
  static double iou(double[] corners, int at, Box other) {
    double x = corners[at];
    double y = corners[at + 1];
    return BoxOverlap.of(
        x,
        y,
        corners[at + 2] - x,
        corners[at + 3] - y,
        other.x1(),
        other.y1(),
        other.width(),
        other.height(),
        false);
  }

  double iou(int result, GalleryItem item) {
    return iou(boxes[result >> SHIFT], 4 * (result & (BLOCK - 1)), item.box());
  }
}
