package dev.wardrobe.model.ops;

import dev.wardrobe.structures.Box;
import java.util.Arrays;
import java.util.List;

/** Many boxes in one array, x1 y1 x2 y2 of one after another; torchvision's functions of boxes. */
public final class BoxArrays {
  private BoxArrays() {}

  /** Boxes as an array, in 32 bits. */
  public static float[] of(List<Box> boxes) {
    float[] array = new float[4 * boxes.size()];
    int at = 0;
    for (Box box : boxes) {
      array[at++] = (float) box.x1();
      array[at++] = (float) box.y1();
      array[at++] = (float) box.x2();
      array[at++] = (float) box.y2();
    }
    return array;
  }

  /** The box at an index. */
  public static Box get(float[] boxes, int index) {
    int at = 4 * index;
    return new Box(boxes[at], boxes[at + 1], boxes[at + 2], boxes[at + 3]);
  }

  /** The boxes cut off at the edges of an image; one that lies outside is left without area. */
  public static float[] clip(float[] boxes, int width, int height) {
    float[] clipped = new float[boxes.length];
    for (int i = 0; i < boxes.length; i++) {
      float limit = i % 2 == 0 ? width : height;
      clipped[i] = Math.min(Math.max(boxes[i], 0), limit);
    }
    return clipped;
  }

  /**
   * Indexes of the boxes that are not small, ascending.
   *
   * @param smallest a box is kept if it is at least so wide and so high; boxes turned inside out
   *     and such that are not numbers never are
   */
  public static int[] notSmall(float[] boxes, double smallest) {
    float limit = (float) smallest;
    int[] kept = new int[boxes.length / 4];
    int count = 0;
    for (int i = 0; i < boxes.length; i += 4) {
      if (boxes[i + 2] - boxes[i] >= limit && boxes[i + 3] - boxes[i + 1] >= limit) {
        kept[count++] = i / 4;
      }
    }
    return Arrays.copyOf(kept, count);
  }

  /** The boxes at these indexes, in their order. */
  public static float[] select(float[] boxes, int[] indexes) {
    float[] selected = new float[4 * indexes.length];
    for (int i = 0; i < indexes.length; i++) {
      System.arraycopy(boxes, 4 * indexes[i], selected, 4 * i, 4);
    }
    return selected;
  }

  /** Width times height of each box, in square pixels. */
  public static float[] areas(float[] boxes) {
    float[] areas = new float[boxes.length / 4];
    for (int i = 0; i < areas.length; i++) {
      areas[i] = area(boxes, i);
    }
    return areas;
  }

  /**
   * Intersection over union of each box with each other one, 0 to 1, the second ones fastest; 0
   * where both are empty (torchvision: not a number).
   */
  public static float[] iou(float[] first, float[] second) {
    int columns = second.length / 4;
    float[] ious = new float[first.length / 4 * columns];
    for (int i = 0; i < ious.length; i++) {
      ious[i] = iou(first, i / columns, second, i % columns);
    }
    return ious;
  }

  /** The area of one of several boxes. */
  public static float area(float[] boxes, int index) {
    int at = 4 * index;
    return (boxes[at + 2] - boxes[at]) * (boxes[at + 3] - boxes[at + 1]);
  }

  private static float iou(float[] first, int i, float[] second, int j) {
    int a = 4 * i;
    int b = 4 * j;
    float width = Math.min(first[a + 2], second[b + 2]) - Math.max(first[a], second[b]);
    float height = Math.min(first[a + 3], second[b + 3]) - Math.max(first[a + 1], second[b + 1]);
    if (!(width > 0 && height > 0)) {
      return 0;
    }
    float shared = width * height;
    return shared / (area(first, i) + area(second, j) - shared);
  }
}
