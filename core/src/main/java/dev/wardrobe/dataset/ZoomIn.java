package dev.wardrobe.dataset;

import java.util.List;
import java.util.Optional;

/** How much of an item lies outside its photo: the share of landmarks that are not in it. */
public enum ZoomIn {
  /** No landmark is outside. */
  NONE(1, "no"),
  /** Up to 30 % of the landmarks. */
  MEDIUM(2, "medium"),
  /** Above 30 %. */
  LARGE(3, "large");

  /** All values in code order; the value with code c is at index c - 1. */
  public static final List<ZoomIn> ALL = List.of(values());

  private final int code;
  private final String label;

  ZoomIn(int code, String label) {
    this.code = code;
    this.label = label;
  }

  /** The value with an annotation's code 1 to 3; empty for any other number. */
  public static Optional<ZoomIn> ofCode(long code) {
    return code >= 1 && code <= ALL.size()
        ? Optional.of(ALL.get((int) code - 1))
        : Optional.empty();
  }

  /**
   * The zoom-in by its definition.
   *
   * @param share landmarks outside the photo over the landmarks of the category, 0 to 1
   */
  public static ZoomIn ofShare(double share) {
    return share == 0 ? NONE : share <= .3 ? MEDIUM : LARGE;
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
