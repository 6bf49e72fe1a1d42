package dev.wardrobe.groundtruth;

import dev.wardrobe.results.WholeRecords;

/**
 * The photos and categories with an item without any labelled landmark. Only there the official
 * evaluation looks at the landmarks of other categories than a result's own. Immutable.
 */
public final class UnlabelledItems implements WholeRecords {
  private final GroundTruth groundTruth;

  /**
   * Those of a ground truth.
   *
   * @param groundTruth read with landmarks; with visible ones only, it holds for both ways of
   *     scoring
   */
  public UnlabelledItems(GroundTruth groundTruth) {
    this.groundTruth = groundTruth;
  }

  @Override
  public boolean contains(long imageId, long categoryId) {
    int image = groundTruth.imageIndex(imageId);
    int category = groundTruth.categoryIndex(categoryId);
    if (image < 0 || category < 0) {
      return false;
    }
    for (int i = 0; i < groundTruth.cellSize(image, category); i++) {
      int item = groundTruth.cellItem(image, category, i);
      if (groundTruth.items().get(item).landmarks().size() == 0) {
        return true;
      }
    }
    return false;
  }
}
