package dev.wardrobe.evaluation;

import java.util.List;

/** What is scored against the ground truth. */
@SuppressWarnings("ImmutableEnumChecker") // the lists come from List.of
public enum Task {
  /** Boxes, by intersection over union. */
  DETECTION("detection", "bbox", List.of(1, 10, 100), List.of(AreaRange.values())),
  /** Masks, by intersection over union of pixels. */
  SEGMENTATION("segmentation", "segm", List.of(1, 10, 100), List.of(AreaRange.values())),
  /** Landmarks, by object keypoint similarity (OKS). */
  LANDMARKS(
      "landmarks",
      "keypoints",
      List.of(20),
      List.of(AreaRange.ALL, AreaRange.MEDIUM, AreaRange.LARGE));

  private final String label;
  private final String cocoName;
  private final List<Integer> maxDets;
  private final List<AreaRange> areaRanges;

  Task(String label, String cocoName, List<Integer> maxDets, List<AreaRange> areaRanges) {
    this.label = label;
    this.cocoName = cocoName;
    this.maxDets = maxDets;
    this.areaRanges = areaRanges;
  }

  /** The word on the command line. */
  public String label() {
    return label;
  }

  /** The official tools' name, their iouType. */
  public String cocoName() {
    return cocoName;
  }

  /** How many detections a photo and category may have at most, best first; rising. */
  public List<Integer> maxDets() {
    return maxDets;
  }

  /** The area ranges that are scored, in the order of the official arrays. */
  public List<AreaRange> areaRanges() {
    return areaRanges;
  }
}
