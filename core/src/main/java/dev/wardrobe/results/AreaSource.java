package dev.wardrobe.results;

/**
 * What the area of every detection of a file comes from. The keys of the first record decide, as in
 * the official tools: a box that is no empty list, else a mask, else landmarks.
 */
public enum AreaSource {
  /** Not known yet. */
  UNKNOWN,
  /** Width times height of the box. */
  BOX,
  /** The number of pixels of the mask. */
  MASK,
  /** The box around all 294 landmarks. */
  LANDMARKS;

  /** What a first record decides. */
  public static AreaSource of(ScannedResult first) {
    if (first.hasBox()) {
      return BOX;
    }
    if (first.hasMask()) {
      return MASK;
    }
    return first.landmarks().present() ? LANDMARKS : UNKNOWN;
  }
}
