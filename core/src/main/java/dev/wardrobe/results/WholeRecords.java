package dev.wardrobe.results;

/**
 * Which landmark results keep all 294 landmarks in the compact form: those for which the places of
 * other categories' landmarks matter.
 */
@FunctionalInterface
public interface WholeRecords {
  /** None of them. */
  WholeRecords NONE = (imageId, categoryId) -> false;

  /** Whether results of a category in a photo do; called by several threads at once. */
  boolean contains(long imageId, long categoryId);
}
