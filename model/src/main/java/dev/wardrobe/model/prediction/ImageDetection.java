package dev.wardrobe.model.prediction;

import dev.wardrobe.structures.Box;

/**
 * An item that the network found on an input image, in the pixels of that image.
 *
 * <p>Arrays are not copied. Those of heads that the network does not have are empty.
 */
public final class ImageDetection {
  private final Box box;
  private final Box maskBox;
  private final int category;
  private final float score;
  private final float[] mask;
  private final int landmarkCategory;
  private final float[] landmarks;
  private final float[] embedding;

  /**
   * A detection.
   *
   * @param box inside the image
   * @param category 1 to 13; 0 where the network does not tell categories apart
   * @param score 0 to 1
   * @param mask chances of being the item, 0 to 1, on a square grid over the box, row by row
   * @param landmarks x, y and score (0 to 1) of each landmark of the category
   * @param embedding the item's feature, of length 1
   */
  public ImageDetection(
      Box box, int category, float score, float[] mask, float[] landmarks, float[] embedding) {
    this(box, box, category, score, mask, category, landmarks, embedding);
  }

  /**
   * A detection whose landmarks are those of a category that it need not be told apart by.
   *
   * @param maskBox what the mask's grid covers; may reach out of the image
   * @param landmarkCategory 1 to 13; 0 where there are no landmarks
   */
  public ImageDetection(
      Box box,
      Box maskBox,
      int category,
      float score,
      float[] mask,
      int landmarkCategory,
      float[] landmarks,
      float[] embedding) {
    this.box = box;
    this.maskBox = maskBox;
    this.category = category;
    this.score = score;
    this.mask = mask;
    this.landmarkCategory = landmarks.length == 0 ? 0 : landmarkCategory;
    this.landmarks = landmarks;
    this.embedding = embedding;
  }

  /** Where it is. */
  public Box box() {
    return box;
  }

  /** 1 to 13; 0 where the network does not tell categories apart. */
  public int category() {
    return category;
  }

  /** 0 to 1. */
  public float score() {
    return score;
  }

  /** What the mask's grid covers: the box, or more. */
  public Box maskBox() {
    return maskBox;
  }

  /** Chances on a square grid over {@link #maskBox}, row by row. */
  public float[] mask() {
    return mask;
  }

  /**
   * Whose landmarks they are, 1 to 13; 0 where there are none. The category itself, or, where the
   * network does not tell categories apart, the one whose landmarks have the highest mean score.
   */
  public int landmarkCategory() {
    return landmarkCategory;
  }

  /** x, y, score of each landmark of {@link #landmarkCategory}. */
  public float[] landmarks() {
    return landmarks;
  }

  /** How clear landmarks are: the mean score of x, y, score of each. */
  public static double clarity(float[] points) {
    double sum = 0;
    int count = points.length / 3;
    for (int i = 0; i < count; i++) {
      sum += points[3 * i + 2];
    }
    return sum / count;
  }

  /** The item's feature. */
  public float[] embedding() {
    return embedding;
  }
}
