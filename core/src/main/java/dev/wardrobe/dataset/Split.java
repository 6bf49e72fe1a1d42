package dev.wardrobe.dataset;

import java.util.Optional;

/**
 * The three parts of the data set, with how many photos the paper counts and how many were
 * released: only half of the paper's training photos were.
 */
public enum Split {
  TRAIN("train", 390_884, 191_961),
  VALIDATION("validation", 33_669, 32_153),
  /** Released without annotations. */
  TEST("test", 67_342, 62_629);

  private final String folderName;
  private final int paperPhotos;
  private final int releasedPhotos;

  Split(String folderName, int paperPhotos, int releasedPhotos) {
    this.folderName = folderName;
    this.paperPhotos = paperPhotos;
    this.releasedPhotos = releasedPhotos;
  }

  /** The split whose folder has this name; empty for any other name. */
  public static Optional<Split> ofFolder(String name) {
    for (Split split : values()) {
      if (split.folderName.equals(name)) {
        return Optional.of(split);
      }
    }
    return Optional.empty();
  }

  /** The name of the folder and of the zip without its ending. */
  public String folderName() {
    return folderName;
  }

  /** How many photos Table 1 of the paper counts. */
  public int paperPhotos() {
    return paperPhotos;
  }

  /** How many photos the released archives hold, as their users report. */
  public int releasedPhotos() {
    return releasedPhotos;
  }
}
