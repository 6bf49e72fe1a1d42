package dev.wardrobe.structures;

import java.util.Arrays;

/**
 * The landmarks of one item: x, y in absolute pixels and a visibility each, in the order of the
 * item's category. A point that is not labelled has x = y = 0.
 */
public final class Landmarks {
  /** Not labelled: outside the photo or unknown; x and y are 0. */
  public static final int NOT_LABELLED = 0;

  /** Labelled although hidden by something. */
  public static final int OCCLUDED = 1;

  /** Labelled and seen. */
  public static final int VISIBLE = 2;

  private final double[] xyv;

  private Landmarks(double[] xyv) {
    this.xyv = xyv;
  }

  /**
   * Landmarks from the data set's flat list.
   *
   * @param xyv x, y, visibility of one point after another; copied
   * @throws IllegalArgumentException if the length is no multiple of 3, a coordinate is not finite,
   *     or a visibility is not 0, 1 or 2
   */
  public static Landmarks of(double... xyv) {
    if (xyv.length % 3 != 0) {
      throw new IllegalArgumentException(
          "Expected x, y, visibility for each landmark, but got " + xyv.length + " numbers");
    }
    for (int i = 0; i < xyv.length; i += 3) {
      double v = xyv[i + 2];
      if (!Double.isFinite(xyv[i]) || !Double.isFinite(xyv[i + 1])) {
        throw new IllegalArgumentException(
            "Expected finite coordinates, but landmark %d is at (%s, %s)"
                .formatted(i / 3 + 1, xyv[i], xyv[i + 1]));
      }
      if (v != NOT_LABELLED && v != OCCLUDED && v != VISIBLE) {
        throw new IllegalArgumentException(
            "Expected visibility 0, 1 or 2, but landmark %d has %s".formatted(i / 3 + 1, v));
      }
    }
    double[] copy = xyv.clone();
    for (int i = 2; i < copy.length; i += 3) {
      copy[i] += 0.0; // minus zero becomes zero
    }
    return new Landmarks(copy);
  }

  /** How many landmarks there are, labelled or not. */
  public int count() {
    return xyv.length / 3;
  }

  /** The x of the landmark at a 0-based index; 0 where it is not labelled. */
  public double x(int index) {
    return xyv[3 * index];
  }

  /** The y of the landmark at a 0-based index; 0 where it is not labelled. */
  public double y(int index) {
    return xyv[3 * index + 1];
  }

  /** {@link #NOT_LABELLED}, {@link #OCCLUDED} or {@link #VISIBLE}. */
  public int visibility(int index) {
    return (int) xyv[3 * index + 2];
  }

  /** How many landmarks have this visibility. */
  public int countOf(int visibility) {
    int count = 0;
    for (int i = 2; i < xyv.length; i += 3) {
      if (xyv[i] == visibility) {
        count++;
      }
    }
    return count;
  }

  /** How many landmarks are labelled: visible or occluded. COCO calls it num_keypoints. */
  public int labelledCount() {
    return count() - countOf(NOT_LABELLED);
  }

  /** A copy as the data set's flat list x, y, visibility. */
  public double[] toArray() {
    return xyv.clone();
  }

  /** These landmarks with every occluded one made not labelled (0, 0, 0). */
  public Landmarks visibleOnly() {
    double[] kept = xyv.clone();
    for (int i = 0; i < kept.length; i += 3) {
      if (kept[i + 2] != VISIBLE) {
        Arrays.fill(kept, i, i + 3, 0);
      }
    }
    return new Landmarks(kept);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Landmarks that && Arrays.equals(xyv, that.xyv);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(xyv);
  }

  @Override
  public String toString() {
    return Arrays.toString(xyv);
  }
}
