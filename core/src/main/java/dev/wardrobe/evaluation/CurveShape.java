package dev.wardrobe.evaluation;

/**
 * The axes of the official arrays of precision and score, [T][R][K][A][M], and of recall,
 * [T][K][A][M], laid out with the last axis fastest.
 *
 * @param iouThresholds T, how many thresholds of IoU or OKS
 * @param recallThresholds R, how many recalls
 * @param categories K, all categories of the ground truth
 * @param areaRanges A, how many area ranges
 * @param maxDets M, how many limits of detections a photo
 */
public record CurveShape(
    int iouThresholds, int recallThresholds, int categories, int areaRanges, int maxDets) {

  /** How many values of precision there are. */
  public int precisionSize() {
    return iouThresholds * recallThresholds * categories * areaRanges * maxDets;
  }

  /** How many values of recall there are. */
  public int recallSize() {
    return iouThresholds * categories * areaRanges * maxDets;
  }

  /** Where in the arrays of precision and score a value lies; every index from 0. */
  public int precisionIndex(int iou, int recall, int category, int area, int maxDet) {
    return (((iou * recallThresholds + recall) * categories + category) * areaRanges + area)
            * maxDets
        + maxDet;
  }

  /** Where in the array of recall a value lies; every index from 0. */
  public int recallIndex(int iou, int category, int area, int maxDet) {
    return ((iou * categories + category) * areaRanges + area) * maxDets + maxDet;
  }
}
