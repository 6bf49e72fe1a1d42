package dev.wardrobe.dataset;

import java.util.List;
import java.util.Optional;

/** How much of its photo an item fills: the share of the box in the photo. */
public enum Scale {
  /** Below 10 % of the photo. */
  SMALL(1, "small"),
  /** 10 to 40 %. */
  MODERATE(2, "moderate"),
  /** Above 40 %. */
  LARGE(3, "large");

  /** All values in code order; the value with code c is at index c - 1. */
  public static final List<Scale> ALL = List.of(values());

  private final int code;
  private final String label;

  Scale(int code, String label) {
    this.code = code;
    this.label = label;
  }

  /** The value with an annotation's code 1 to 3; empty for any other number. */
  public static Optional<Scale> ofCode(long code) {
    return code >= 1 && code <= ALL.size()
        ? Optional.of(ALL.get((int) code - 1))
        : Optional.empty();
  }

  /**
   * The scale by its definition.
   *
   * @param share box area over photo area, at least 0
   */
  public static Scale ofShare(double share) {
    return share < .1 ? SMALL : share <= .4 ? MODERATE : LARGE;
  }

  /** The number in annotation files, 1 to 3. */
  public int code() {
    return code;
  }

  /** The word in the paper's tables. */
  public String label() {
    return label;
  }
}
