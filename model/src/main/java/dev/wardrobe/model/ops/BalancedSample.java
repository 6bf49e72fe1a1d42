package dev.wardrobe.model.ops;

/** Boxes chosen for training; indexes, ascending. Arrays are not copied. */
public final class BalancedSample {
  private final int[] positives;
  private final int[] negatives;

  BalancedSample(int[] positives, int[] negatives) {
    this.positives = positives;
    this.negatives = negatives;
  }

  /** Indexes of the chosen boxes that have an item to find, ascending. */
  public int[] positives() {
    return positives;
  }

  /** Indexes of the chosen boxes that are background, ascending. */
  public int[] negatives() {
    return negatives;
  }
}
