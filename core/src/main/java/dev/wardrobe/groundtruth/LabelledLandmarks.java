package dev.wardrobe.groundtruth;

/**
 * The landmarks of one item that count: those with a visibility above 0.
 *
 * @param indices their indices among all 294, rising
 * @param x their x, in pixels, one for each index
 * @param y their y, in pixels, one for each index
 */
@SuppressWarnings("ArrayRecordComponent") // flat on purpose; nobody compares or changes them
public record LabelledLandmarks(int[] indices, double[] x, double[] y) {
  /** No landmark is labelled. */
  public static final LabelledLandmarks NONE =
      new LabelledLandmarks(new int[0], new double[0], new double[0]);

  /** How many there are. */
  public int size() {
    return indices.length;
  }
}
