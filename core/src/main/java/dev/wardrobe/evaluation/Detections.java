package dev.wardrobe.evaluation;

import java.util.Arrays;

/**
 * The detections of a results file in flat arrays, each with its overlaps (IoU or OKS) with the
 * items of its cell, which is all that matching needs. In the order of the file. Immutable.
 */
public final class Detections {
  private final int size;
  private final int[] records;
  private final int[] images;
  private final int[] categories;
  private final double[] scores;
  private final double[] areas;
  private final double[] boxes;
  private final double[] overlaps;
  private final int[] overlapStarts;

  private Detections(Builder from) {
    size = from.size;
    records = Arrays.copyOf(from.records, size);
    images = Arrays.copyOf(from.images, size);
    categories = Arrays.copyOf(from.categories, size);
    scores = Arrays.copyOf(from.scores, size);
    areas = Arrays.copyOf(from.areas, size);
    boxes = Arrays.copyOf(from.boxes, 4 * size);
    overlaps = Arrays.copyOf(from.overlaps, from.overlapCount);
    overlapStarts = Arrays.copyOf(from.overlapStarts, size + 1);
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** Its position in the file, from 1: the official tools' detection id. */
  public int id(int detection) {
    return records[detection];
  }

  /** Its photo, as index into the ground truth's photos. */
  public int imageIndex(int detection) {
    return images[detection];
  }

  /** Its category, as index into the ground truth's categories. */
  public int categoryIndex(int detection) {
    return categories[detection];
  }

  /** Its score; any number, not only 0 to 1. */
  public double score(int detection) {
    return scores[detection];
  }

  /** Its area in square pixels as the official tools compute it. */
  public double area(int detection) {
    return areas[detection];
  }

  /** Left edge, upper edge, width and height of its box, in pixels: part 0 to 3. */
  public double box(int detection, int part) {
    return boxes[4 * detection + part];
  }

  /**
   * Its overlap with an item of its cell: IoU or OKS, at least 0, not a number if the result was,
   * and -1 for a mask of another size.
   *
   * @param position the item's position in the cell, in the order of the file
   */
  public double overlap(int detection, int position) {
    return overlaps[overlapStarts[detection] + position];
  }

  /** Collects detections; not for use by several threads at once. */
  public static final class Builder {
    private int size;
    private int[] records = new int[64];
    private int[] images = new int[64];
    private int[] categories = new int[64];
    private double[] scores = new double[64];
    private double[] areas = new double[64];
    private double[] boxes = new double[256];
    private double[] overlaps = new double[64];
    private int[] overlapStarts = new int[65];
    private int overlapCount;

    /** An empty collection. */
    public Builder() {}

    /** Adds the next detection; its overlaps follow one by one. */
    public Builder add(
        int id,
        int imageIndex,
        int categoryIndex,
        double score,
        double area,
        double x,
        double y,
        double width,
        double height) {
      reserve(size + 1);
      records[size] = id;
      images[size] = imageIndex;
      categories[size] = categoryIndex;
      scores[size] = score;
      areas[size] = area;
      boxes[4 * size] = x;
      boxes[4 * size + 1] = y;
      boxes[4 * size + 2] = width;
      boxes[4 * size + 3] = height;
      size++;
      overlapStarts[size] = overlapCount;
      return this;
    }

    /** Adds the next overlap of the last detection, in the order of its cell. */
    public Builder overlap(double value) {
      if (overlapCount == overlaps.length) {
        overlaps = Arrays.copyOf(overlaps, 2 * overlapCount);
      }
      overlaps[overlapCount++] = value;
      overlapStarts[size] = overlapCount;
      return this;
    }

    /** Adds all that another collection has, its ids raised by a number. */
    public Builder append(Builder other, int idOffset) {
      reserve(size + other.size);
      for (int i = 0; i < other.size; i++) {
        records[size + i] = other.records[i] + idOffset;
        overlapStarts[size + i + 1] = overlapCount + other.overlapStarts[i + 1];
      }
      System.arraycopy(other.images, 0, images, size, other.size);
      System.arraycopy(other.categories, 0, categories, size, other.size);
      System.arraycopy(other.scores, 0, scores, size, other.size);
      System.arraycopy(other.areas, 0, areas, size, other.size);
      System.arraycopy(other.boxes, 0, boxes, 4 * size, 4 * other.size);
      if (overlapCount + other.overlapCount > overlaps.length) {
        overlaps =
            Arrays.copyOf(
                overlaps, Math.max(2 * overlaps.length, overlapCount + other.overlapCount));
      }
      System.arraycopy(other.overlaps, 0, overlaps, overlapCount, other.overlapCount);
      overlapCount += other.overlapCount;
      size += other.size;
      return this;
    }

    private void reserve(int needed) {
      if (needed <= records.length) {
        return;
      }
      int capacity = Math.max(needed, 2 * records.length);
      records = Arrays.copyOf(records, capacity);
      images = Arrays.copyOf(images, capacity);
      categories = Arrays.copyOf(categories, capacity);
      scores = Arrays.copyOf(scores, capacity);
      areas = Arrays.copyOf(areas, capacity);
      boxes = Arrays.copyOf(boxes, 4 * capacity);
      overlapStarts = Arrays.copyOf(overlapStarts, capacity + 1);
    }

    /** What was collected. */
    public Detections build() {
      return new Detections(this);
    }
  }
}
