package dev.wardrobe.torch.rcnn;

import java.util.Arrays;
import java.util.List;

/** Boxes of a batch, each with its image. Arrays are not copied. */
final class Regions {
  private final float[] boxes;
  private final int[] images;

  /**
   * Regions.
   *
   * @param boxes x1 y1 x2 y2 of each in input pixels
   * @param images the image of each, an index into the batch
   */
  Regions(float[] boxes, int[] images) {
    this.boxes = boxes;
    this.images = images;
  }

  /** The boxes of each image, one image after the other. */
  static Regions of(List<float[]> boxesOfImages) {
    int numbers = boxesOfImages.stream().mapToInt(boxes -> boxes.length).sum();
    float[] boxes = new float[numbers];
    int[] images = new int[numbers / 4];
    int at = 0;
    for (int image = 0; image < boxesOfImages.size(); image++) {
      float[] some = boxesOfImages.get(image);
      System.arraycopy(some, 0, boxes, at, some.length);
      Arrays.fill(images, at / 4, (at + some.length) / 4, image);
      at += some.length;
    }
    return new Regions(boxes, images);
  }

  /** With a share of width and height added on each side. */
  Regions grown(double share) {
    if (share == 0) {
      return this;
    }
    float[] grown = new float[boxes.length];
    float part = (float) share;
    for (int i = 0; i < boxes.length; i += 4) {
      float x = part * (boxes[i + 2] - boxes[i]);
      float y = part * (boxes[i + 3] - boxes[i + 1]);
      grown[i] = boxes[i] - x;
      grown[i + 1] = boxes[i + 1] - y;
      grown[i + 2] = boxes[i + 2] + x;
      grown[i + 3] = boxes[i + 3] + y;
    }
    return new Regions(grown, images);
  }

  int count() {
    return images.length;
  }

  float[] boxes() {
    return boxes;
  }

  int[] images() {
    return images;
  }
}
