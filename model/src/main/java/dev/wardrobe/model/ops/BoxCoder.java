package dev.wardrobe.model.ops;

/**
 * Boxes as what a network predicts: how far their centre is from that of a reference (an anchor or
 * a proposal), in the reference's sides, and the logarithm of how much larger they are; each times
 * a weight (R-CNN, appendix C; torchvision's {@code BoxCoder}, in 32 bits as there).
 */
public final class BoxCoder {
  /** Sides grow by a factor of 1000/16 at most, before which exp could overflow. */
  public static final float CLIP = (float) Math.log(1000.0 / 16);

  private final float[] weights;

  /** A coder with weights of dx, dy, dw and dh: 1 1 1 1 for proposals, 10 10 5 5 for detections. */
  public BoxCoder(double wx, double wy, double ww, double wh) {
    weights = new float[] {(float) wx, (float) wy, (float) ww, (float) wh};
  }

  /**
   * What a network should predict for boxes: dx, dy, dw, dh of each.
   *
   * @param boxes x1 y1 x2 y2 of each
   * @param references one for each box; all sides of both must be positive
   * @throws IllegalArgumentException if there are not as many boxes as references
   */
  public float[] encode(float[] boxes, float[] references) {
    if (boxes.length != references.length) {
      throw new IllegalArgumentException(
          "Expected as many boxes as references, but got %d and %d numbers"
              .formatted(boxes.length, references.length));
    }
    float[] deltas = new float[boxes.length];
    for (int i = 0; i < boxes.length; i += 4) {
      for (int axis = 0; axis < 2; axis++) {
        int low = i + axis;
        float side = boxes[low + 2] - boxes[low];
        float centre = boxes[low] + .5f * side;
        float referenceSide = references[low + 2] - references[low];
        float referenceCentre = references[low] + .5f * referenceSide;
        deltas[low] = weights[axis] * (centre - referenceCentre) / referenceSide;
        deltas[low + 2] = weights[axis + 2] * (float) Math.log(side / referenceSide);
      }
    }
    return deltas;
  }

  /**
   * The boxes of predictions, x1 y1 x2 y2. They may stick out of the image.
   *
   * @param deltas dx, dy, dw, dh; for each reference the same number of them, one after another
   *     (one for each category, say). What is not a number stays so
   * @param references x1 y1 x2 y2 of each
   * @throws IllegalArgumentException if the deltas are no multiple of the references
   */
  public float[] decode(float[] deltas, float[] references) {
    if (references.length == 0 ? deltas.length != 0 : deltas.length % references.length != 0) {
      throw new IllegalArgumentException(
          "Expected the same number of deltas for each reference, but got %d and %d numbers"
              .formatted(deltas.length, references.length));
    }
    float[] boxes = new float[deltas.length];
    int each = references.length == 0 ? 1 : deltas.length / references.length;
    for (int i = 0; i < deltas.length; i += 4) {
      int reference = i / 4 / each * 4;
      for (int axis = 0; axis < 2; axis++) {
        int low = i + axis;
        float referenceLow = references[reference + axis];
        float referenceSide = references[reference + axis + 2] - referenceLow;
        float referenceCentre = referenceLow + .5f * referenceSide;
        float centre = deltas[low] / weights[axis] * referenceSide + referenceCentre;
        float growth = Math.min(deltas[low + 2] / weights[axis + 2], CLIP);
        float half = .5f * ((float) Math.exp(growth) * referenceSide);
        boxes[low] = centre - half;
        boxes[low + 2] = centre + half;
      }
    }
    return boxes;
  }
}
