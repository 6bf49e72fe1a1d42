package dev.wardrobe.statistics;

import java.util.OptionalLong;

/** The rows of the paper's Table 1. */
public enum Figure {
  PHOTOS("photos"),
  ITEMS("items"),
  /** Items with at least one labelled landmark. */
  LANDMARKS("items with landmarks"),
  /** Items with a mask. */
  MASKS("items with masks"),
  /** Positive pairs of a consumer item and a shop item. */
  PAIRS("positive pairs"),
  /** Items of consumer photos with style above 0. */
  QUERIES("query items"),
  /** Items of shop photos with style above 0. */
  GALLERY("gallery items");

  private final String label;

  Figure(String label) {
    this.label = label;
  }

  /** A few words for a person. */
  public String label() {
    return label;
  }

  /** The word for files: the label with underscores. */
  public String key() {
    return label.replace(' ', '_');
  }

  /** What was counted; empty for everything but photos where nothing is annotated. */
  public OptionalLong counted(SplitStatistics split) {
    if (this != PHOTOS && !split.annotated()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        switch (this) {
          case PHOTOS -> split.photos().total();
          case ITEMS -> split.items().total();
          case LANDMARKS -> split.landmarks().items();
          case MASKS -> split.masks().items();
          case PAIRS -> split.pairs().positive();
          case QUERIES -> split.pairs().queries();
          case GALLERY -> split.pairs().gallery();
        });
  }
}
