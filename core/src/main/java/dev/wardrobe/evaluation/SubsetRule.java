package dev.wardrobe.evaluation;

/**
 * What becomes of the items outside a subset, and of the photos. The rule behind the paper's Tables
 * 3, 5 and 7 was never published, so a number from one rule must not be compared with one from
 * another.
 */
public enum SubsetRule {
  /** All photos; items outside are ignored, so that detections on them count neither way. */
  IGNORE("ignore"),
  /** All photos; items outside are removed, so that detections on them are false positives. */
  DROP("drop"),
  /** Photos with at least one item of the subset; the others on them are ignored. */
  IMAGES_ANY("images-any"),
  /** Photos with items of the subset only, and at least one. */
  IMAGES_ALL("images-all");

  private final String label;

  SubsetRule(String label) {
    this.label = label;
  }

  /** The word on the command line. */
  public String label() {
    return label;
  }
}
