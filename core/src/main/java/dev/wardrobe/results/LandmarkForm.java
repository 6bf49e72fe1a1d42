package dev.wardrobe.results;

import java.util.Optional;

/** How a file of results writes landmarks. */
public enum LandmarkForm {
  /** "keypoints": x, y and visibility of all 294 landmarks, as the official tools take them. */
  OFFICIAL("keypoints"),
  /**
   * "landmarks": x, y and visibility of the category's own landmarks only, and, where the others
   * are not all at 0, 0, what the official evaluation takes from them.
   */
  COMPACT("landmarks");

  private final String key;

  LandmarkForm(String key) {
    this.key = key;
  }

  /** The key of the numbers in a record. */
  public String key() {
    return key;
  }

  /** The other form. */
  public LandmarkForm other() {
    return this == OFFICIAL ? COMPACT : OFFICIAL;
  }

  /** The form of a record; empty if it has no landmarks, or those of both forms. */
  static Optional<LandmarkForm> of(LandmarkRecord record) {
    boolean official = record.list(LandmarkRecord.KEYPOINTS).present();
    boolean compact = record.list(LandmarkRecord.LANDMARKS).present();
    return official == compact ? Optional.empty() : Optional.of(official ? OFFICIAL : COMPACT);
  }
}
