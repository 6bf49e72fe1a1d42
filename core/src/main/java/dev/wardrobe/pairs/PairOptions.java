package dev.wardrobe.pairs;

import dev.wardrobe.dataset.Category;
import java.util.Set;

/**
 * Which pairs to list.
 *
 * @param negativesPerPositive how many negative pairs for each positive one, 0 to 1000
 * @param hardShare which share of the negatives should be hard ones, 0 to 1: same pair id, both
 *     styles above 0 and different
 * @param sameCategory whether the two items of an easy negative must be of one category; hard ones
 *     are of the same clothing identity anyway
 * @param categories of the consumer item; empty means all
 * @param seed of the choice of negatives
 */
public record PairOptions(
    double negativesPerPositive,
    double hardShare,
    boolean sameCategory,
    Set<Category> categories,
    long seed) {
  /** One easy negative a positive, all categories, seed 0. */
  public static final PairOptions DEFAULTS = new PairOptions(1, 0, false, Set.of(), 0);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public PairOptions {
    if (!(negativesPerPositive >= 0 && negativesPerPositive <= 1000)) {
      throw new IllegalArgumentException(
          "Expected 0 to 1000 negatives per positive, but got " + negativesPerPositive);
    }
    if (!(hardShare >= 0 && hardShare <= 1)) {
      throw new IllegalArgumentException(
          "Expected a share of hard negatives of 0 to 1, but got " + hardShare);
    }
    categories = Set.copyOf(categories);
  }
}
