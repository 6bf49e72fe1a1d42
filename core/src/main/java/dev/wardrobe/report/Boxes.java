package dev.wardrobe.report;

/** Whose boxes the query and gallery items of a retrieval result have. */
public enum Boxes {
  /** Those a detector found. */
  DETECTED("detected"),
  /** Those of the annotations. */
  GROUND_TRUTH("ground-truth");

  private final String label;

  Boxes(String label) {
    this.label = label;
  }

  /** The word on the command line. */
  public String label() {
    return label;
  }
}
