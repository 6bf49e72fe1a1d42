package dev.wardrobe.synthesis.figures;

/**
 * A side as Figure 2 of the paper means it: the left of the photo for a figure seen from the front.
 */
public enum Side {
  LEFT,
  RIGHT;

  /** -1 for left, 1 for right: the sign of x on a figure seen from the front. */
  public int sign() {
    return this == LEFT ? -1 : 1;
  }

  /** The beginning of landmark names of this side: "left_" or "right_". */
  public String prefix() {
    return this == LEFT ? "left_" : "right_";
  }
}
