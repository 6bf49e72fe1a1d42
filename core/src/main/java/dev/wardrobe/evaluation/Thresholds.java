package dev.wardrobe.evaluation;

/**
 * The thresholds of the official evaluation as its exact doubles: numpy's linspace multiplies a
 * step, so 0.9 is 0.8999999999999999 and 0.35 is 0.35000000000000003.
 */
public final class Thresholds {
  /** How many thresholds of IoU or OKS there are. */
  static final int IOU_COUNT = 10;

  /** How many recall thresholds there are. */
  static final int RECALL_COUNT = 101;

  private static final double[] IOU = linspace(.5, .95, IOU_COUNT);
  private static final double[] RECALL = linspace(0, 1, RECALL_COUNT);

  private Thresholds() {}

  /** The 10 thresholds of IoU or OKS from which on a detection may match, rising; a copy. */
  public static double[] iou() {
    return IOU.clone();
  }

  /** The 101 recalls from 0 to 1 at which precision is sampled, rising; a copy. */
  public static double[] recall() {
    return RECALL.clone();
  }

  private static double[] linspace(double from, double to, int count) {
    double step = (to - from) / (count - 1);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = i * step + from;
    }
    values[count - 1] = to;
    return values;
  }
}
