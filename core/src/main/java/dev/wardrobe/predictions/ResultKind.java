package dev.wardrobe.predictions;

/** The tasks of the benchmark, and the file with the results of each. */
public enum ResultKind {
  /** Detection: image_id, category_id, bbox [x, y, width, height], score. */
  BOXES("boxes.json"),

  /** Segmentation: image_id, category_id, segmentation as compressed run lengths, score. */
  MASKS("masks.json"),

  /** Landmarks: image_id, category_id, keypoints of all categories or landmarks of one, score. */
  LANDMARKS("landmarks.json"),

  /**
   * Consumer-to-shop retrieval: query_image_id, query_bbox, query_cls, query_score and up to 20
   * results.
   */
  RETRIEVAL("retrieval.json");

  private final String fileName;

  ResultKind(String fileName) {
    this.fileName = fileName;
  }

  /** The name that Wardrobe gives the file. */
  public String fileName() {
    return fileName;
  }
}
