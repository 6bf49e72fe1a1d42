package dev.wardrobe.statistics;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.Rule;
import java.util.Map;

/**
 * How many items, that is garments in photos, there are.
 *
 * @param sources by who took the photo
 * @param categories by category
 * @param consumerCategories those in consumer photos, by category
 * @param shopCategories those in shop photos, by category
 * @param leftOut items with a fault that makes them useless, by their first fault, in photos that
 *     are used; at most 200 a photo
 */
public record ItemCounts(
    EnumCounts<Source> sources,
    EnumCounts<Category> categories,
    EnumCounts<Category> consumerCategories,
    EnumCounts<Category> shopCategories,
    Map<Rule, Long> leftOut) {

  /** Copies the faults. */
  public ItemCounts {
    leftOut = RuleCounts.copyOf(leftOut);
  }

  /** How many items there are. */
  public long total() {
    return categories.total();
  }

  /** How many items are left out, whatever the fault. */
  public long leftOutCount() {
    return RuleCounts.sum(leftOut);
  }

  ItemCounts plus(ItemCounts other) {
    return new ItemCounts(
        sources.plus(other.sources),
        categories.plus(other.categories),
        consumerCategories.plus(other.consumerCategories),
        shopCategories.plus(other.shopCategories),
        RuleCounts.sum(leftOut, other.leftOut));
  }
}
