package dev.wardrobe.dataset;

import java.util.List;
import java.util.Optional;

/** How much of an item is hidden: the share of occluded landmarks among all of its category. */
public enum Occlusion {
  /** Below 20 % of the landmarks. */
  SLIGHT(1, "slight"),
  /** 20 to 50 %. */
  MEDIUM(2, "medium"),
  /** Above 50 %. */
  HEAVY(3, "heavy");

  /** All values in code order; the value with code c is at index c - 1. */
  public static final List<Occlusion> ALL = List.of(values());

  private final int code;
  private final String label;

  Occlusion(int code, String label) {
    this.code = code;
    this.label = label;
  }

  /** The value with an annotation's code 1 to 3; empty for any other number. */
  public static Optional<Occlusion> ofCode(long code) {
    return code >= 1 && code <= ALL.size()
        ? Optional.of(ALL.get((int) code - 1))
        : Optional.empty();
  }

  /**
   * The occlusion by its definition. The real annotations count over all landmarks of the category,
   * not only the labelled ones.
   *
   * @param share occluded landmarks over the landmarks of the category, 0 to 1
   */
  public static Occlusion ofShare(double share) {
    return share < .2 ? SLIGHT : share <= .5 ? MEDIUM : HEAVY;
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
