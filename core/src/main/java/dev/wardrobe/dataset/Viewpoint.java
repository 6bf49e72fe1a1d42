package dev.wardrobe.dataset;

import java.util.List;
import java.util.Optional;

/** From where a garment is seen. */
public enum Viewpoint {
  /** Nobody wears it: flat, on a hanger, on a stand. */
  NO_WEAR(1, "no wear"),
  FRONTAL(2, "frontal"),
  SIDE_OR_BACK(3, "side or back");

  /** All values in code order; the value with code c is at index c - 1. */
  public static final List<Viewpoint> ALL = List.of(values());

  private final int code;
  private final String label;

  Viewpoint(int code, String label) {
    this.code = code;
    this.label = label;
  }

  /** The value with an annotation's code 1 to 3; empty for any other number. */
  public static Optional<Viewpoint> ofCode(long code) {
    return code >= 1 && code <= ALL.size()
        ? Optional.of(ALL.get((int) code - 1))
        : Optional.empty();
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
