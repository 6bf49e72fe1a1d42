package dev.wardrobe.predictions;

import java.util.Arrays;

/**
 * The landmarks that a model found of one item: x, y in photo pixels and a score each, in the order
 * of the item's category. A score of 0 says that the landmark was not found.
 */
public final class PredictedLandmarks {
  private final double[] xys;

  private PredictedLandmarks(double[] xys) {
    this.xys = xys;
  }

  /**
   * Landmarks from a flat list.
   *
   * @param xys x, y, score of one landmark after another; copied
   * @throws IllegalArgumentException if the length is no multiple of 3, a coordinate is not finite,
   *     or a score is not from 0 to 1
   */
  public static PredictedLandmarks of(double... xys) {
    if (xys.length % 3 != 0) {
      throw new IllegalArgumentException(
          "Expected x, y, score for each landmark, but got %d numbers".formatted(xys.length));
    }
    for (int i = 0; i < xys.length; i += 3) {
      boolean finite = Double.isFinite(xys[i]) && Double.isFinite(xys[i + 1]);
      if (!finite || !(xys[i + 2] >= 0 && xys[i + 2] <= 1)) {
        throw new IllegalArgumentException(
            "Expected finite coordinates and a score from 0 to 1, but landmark %d is (%s, %s, %s)"
                .formatted(i / 3 + 1, xys[i], xys[i + 1], xys[i + 2]));
      }
    }
    return new PredictedLandmarks(xys.clone());
  }

  /** How many landmarks there are, found or not. */
  public int count() {
    return xys.length / 3;
  }

  /** The x of the landmark at a 0-based index. */
  public double x(int index) {
    return xys[3 * index];
  }

  /** The y of the landmark at a 0-based index. */
  public double y(int index) {
    return xys[3 * index + 1];
  }

  /** The score of the landmark at a 0-based index, 0 to 1; 0 where it was not found. */
  public double score(int index) {
    return xys[3 * index + 2];
  }

  /** How good they are all together, 0 to 1: the mean of all scores; 0 without landmarks. */
  public double meanScore() {
    double sum = 0;
    for (int i = 0; i < count(); i++) {
      sum += score(i);
    }
    return count() == 0 ? 0 : sum / count();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PredictedLandmarks that && Arrays.equals(xys, that.xys);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(xys);
  }

  @Override
  public String toString() {
    return Arrays.toString(xys);
  }
}
