package dev.wardrobe.evaluation;

import dev.wardrobe.groundtruth.GroundTruthItem;
import java.util.function.IntPredicate;

/**
 * Which part of the ground truth is scored. Photos and categories that do not take part are left
 * out with their items and detections, as if the files had nothing on them. Of the rest, the items
 * of the subset must be found, and the rule says what becomes of the others.
 *
 * @param subset which items must be found
 * @param rule what becomes of the others
 * @param photos which photos take part at all, by index into the ground truth's photos
 * @param categories which categories take part at all, by index into the ground truth's categories
 */
public record ItemSelection(
    ItemFilter subset, SubsetRule rule, IntPredicate photos, IntPredicate categories) {

  /** Everything takes part: the official evaluation. */
  public static final ItemSelection ALL =
      new ItemSelection((item, index) -> true, SubsetRule.IGNORE, photo -> true, category -> true);

  /** Says whether an item belongs to a subset. */
  @FunctionalInterface
  public interface ItemFilter {
    /**
     * Whether it does.
     *
     * @param item the item
     * @param index its index among the ground truth's items
     */
    boolean contains(GroundTruthItem item, int index);
  }

  /** The items of a subset, on all photos and in all categories. */
  public static ItemSelection of(ItemFilter subset, SubsetRule rule) {
    return new ItemSelection(subset, rule, ALL.photos, ALL.categories);
  }

  /** The same with only some photos, by index; in place of an earlier choice of photos. */
  public ItemSelection withPhotos(IntPredicate chosen) {
    return new ItemSelection(subset, rule, chosen, categories);
  }

  /** The same with only some categories, by index; in place of an earlier choice of categories. */
  public ItemSelection withCategories(IntPredicate chosen) {
    return new ItemSelection(subset, rule, photos, chosen);
  }

  /**
   * A subset of the items that are to be found here, on the same photos and in the same categories.
   *
   * @param rule what becomes of all other items; in place of this one's
   */
  public ItemSelection within(Subset smaller, SubsetRule rule) {
    return new ItemSelection(
        (item, index) ->
            photos.test(item.imageIndex())
                && categories.test(item.categoryIndex())
                && subset.contains(item, index)
                && smaller.contains().test(item),
        rule,
        photos,
        categories);
  }
}
