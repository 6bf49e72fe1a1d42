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
