package dev.wardrobe.files;

/** What a finding means for everything that reads the data; the gravest first. */
public enum Consequence {
  /** The photo and all its items are left out. */
  PHOTO_SKIPPED("photo left out"),
  /** The item is left out; the rest of its photo is used. */
  ITEM_SKIPPED("item left out"),
  /** Everything is used as it stands. */
  KEPT("used as it is");

  private final String label;

  Consequence(String label) {
    this.label = label;
  }

  /** A few words for a person. */
  public String label() {
    return label;
  }
}
