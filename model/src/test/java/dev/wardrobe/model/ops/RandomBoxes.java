package dev.wardrobe.model.ops;

import java.util.SplittableRandom;

/** Boxes by chance, for tests. */
public final class RandomBoxes {
  private RandomBoxes() {}

  /** Boxes inside a square of this side. */
  public static float[] of(int count, double side, SplittableRandom random) {
    float[] boxes = new float[4 * count];
    for (int i = 0; i < boxes.length; i += 4) {
      double x = random.nextDouble(side);
      double y = random.nextDouble(side);
      boxes[i] = (float) x;
      boxes[i + 1] = (float) y;
      boxes[i + 2] = (float) (x + random.nextDouble(side - x));
      boxes[i + 3] = (float) (y + random.nextDouble(side - y));
    }
    return boxes;
  }

  /** Boxes with corners at whole numbers from 0 to 9, so that many overlaps are equal. */
  public static float[] coarse(int count, SplittableRandom random) {
    float[] boxes = new float[4 * count];
    for (int i = 0; i < boxes.length; i += 4) {
      boxes[i] = random.nextInt(9);
      boxes[i + 1] = random.nextInt(9);
      boxes[i + 2] = boxes[i] + random.nextInt(10 - (int) boxes[i]);
      boxes[i + 3] = boxes[i + 1] + random.nextInt(10 - (int) boxes[i + 1]);
    }
    return boxes;
  }
}
