package dev.wardrobe.evaluation;

/** Areas in square pixels by which results are split, both ends included. */
public enum AreaRange {
  /** Every area up to 10^10. */
  ALL("all", 0, 1e10),
  /** Up to 32^2. */
  SMALL("small", 0, 1024),
  /** From 32^2 to 96^2. */
  MEDIUM("medium", 1024, 9216),
  /** From 96^2. */
  LARGE("large", 9216, 1e10);

  private final String label;
  private final double min;
  private final double max;

  AreaRange(String label, double min, double max) {
    this.label = label;
    this.min = min;
    this.max = max;
  }

  /** The word in the official output. */
  public String label() {
    return label;
  }

  /** The least area that lies inside, in square pixels. */
  public double min() {
    return min;
  }

  /** The greatest area that lies inside, in square pixels. */
  public double max() {
    return max;
  }

  /** Whether an area lies outside; one that is not a number does not. */
  public boolean excludes(double area) {
    return area < min || area > max;
  }
}
