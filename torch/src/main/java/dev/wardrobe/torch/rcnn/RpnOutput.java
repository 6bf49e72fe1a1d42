package dev.wardrobe.torch.rcnn;

import org.bytedeco.pytorch.Tensor;

/**
 * What the head of the region proposal network says about every place of every level, and the
 * anchors there.
 */
final class RpnOutput {
  private final Tensor values;
  private final int[] places;
  private final float[] anchors;
  private final int anchorsPerPlace;

  /**
   * Values and anchors.
   *
   * @param values images, places of all levels, and for each place the objectness of each anchor
   *     and after these dx, dy, dw, dh of each anchor
   * @param places how many places each level has
   * @param anchors x1 y1 x2 y2 of each, by place
   */
  RpnOutput(Tensor values, int[] places, float[] anchors, int anchorsPerPlace) {
    this.values = values;
    this.places = places;
    this.anchors = anchors;
    this.anchorsPerPlace = anchorsPerPlace;
  }

  Tensor values() {
    return values;
  }

  int[] places() {
    return places;
  }

  float[] anchors() {
    return anchors;
  }

  int anchorsPerPlace() {
    return anchorsPerPlace;
  }

  int images() {
    return (int) values.size(0);
  }

  /** Where an anchor's objectness is among all values in one row. */
  long objectnessAt(int image, int anchor) {
    return start(image, anchor) + anchor % anchorsPerPlace;
  }

  /** Where an anchor's dx is; dy, dw and dh follow. */
  long deltasAt(int image, int anchor) {
    return start(image, anchor) + anchorsPerPlace + 4L * (anchor % anchorsPerPlace);
  }

  private long start(int image, int anchor) {
    return ((long) image * values.size(1) + anchor / anchorsPerPlace) * values.size(2);
  }
}
