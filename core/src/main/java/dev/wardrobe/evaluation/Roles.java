package dev.wardrobe.evaluation;

import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.groundtruth.GroundTruthItem;
import java.util.BitSet;
import java.util.List;

/** What each photo, category and item counts for under a selection. Immutable. */
final class Roles {
  private final GroundTruth groundTruth;
  private final BitSet photos = new BitSet();
  private final BitSet categories = new BitSet();
  private final BitSet subset = new BitSet();
  private final BitSet absent = new BitSet();
  private final BitSet ignored = new BitSet();

  Roles(Task task, GroundTruth groundTruth, ItemSelection selection) {
    this.groundTruth = groundTruth;
    for (int i = 0; i < groundTruth.imageCount(); i++) {
      photos.set(i, selection.photos().test(i));
    }
    for (int k = 0; k < groundTruth.categoryCount(); k++) {
      categories.set(k, selection.categories().test(k));
    }
    List<GroundTruthItem> items = groundTruth.items();
    for (int i = 0; i < items.size(); i++) {
      subset.set(i, selection.subset().contains(items.get(i), i));
    }
    choosePhotos(selection.rule());
    for (int i = 0; i < items.size(); i++) {
      GroundTruthItem item = items.get(i);
      boolean outside = !subset.get(i);
      absent.set(i, !takesPart(item) || (outside && selection.rule() == SubsetRule.DROP));
      ignored.set(
          i, outside || item.crowd() || (task == Task.LANDMARKS && item.keypointCount() == 0));
    }
  }

  /** The two rules about photos look only at items of categories that take part. */
  private void choosePhotos(SubsetRule rule) {
    BitSet withSubset = new BitSet();
    BitSet withOthers = new BitSet();
    List<GroundTruthItem> items = groundTruth.items();
    for (int i = 0; i < items.size(); i++) {
      if (takesPart(items.get(i))) {
        (subset.get(i) ? withSubset : withOthers).set(items.get(i).imageIndex());
      }
    }
    switch (rule) {
      case IGNORE, DROP -> {}
      case IMAGES_ANY -> photos.and(withSubset);
      case IMAGES_ALL -> {
        photos.and(withSubset);
        photos.andNot(withOthers);
      }
    }
  }

  private boolean takesPart(GroundTruthItem item) {
    return hasPhoto(item.imageIndex()) && hasCategory(item.categoryIndex());
  }

  /** Whether a photo takes part. */
  boolean hasPhoto(int imageIndex) {
    return photos.get(imageIndex);
  }

  /** How many photos take part. */
  int photoCount() {
    return photos.cardinality();
  }

  /** Whether a category takes part. */
  boolean hasCategory(int categoryIndex) {
    return categories.get(categoryIndex);
  }

  /** How many items belong to the subset, on whatever photo. */
  int subsetSize() {
    return subset.cardinality();
  }

  /** How many of them are to be found. */
  int countedSize() {
    return (int)
        subset.stream().filter(item -> hasItem(item) && !ignores(item, AreaRange.ALL)).count();
  }

  /** Whether an item takes part. */
  boolean hasItem(int item) {
    return !absent.get(item);
  }

  /** Whether an item that takes part need not be found in an area range. */
  boolean ignores(int item, AreaRange range) {
    return ignored.get(item) || range.excludes(groundTruth.items().get(item).area());
  }
}
