package dev.wardrobe.dataset;

import java.util.List;
import java.util.Optional;

/**
 * The 13 clothing categories of DeepFashion2, in the order of their ids.
 *
 * <p>Two spellings exist: annotations say "short sleeve top", the official COCO files
 * "short_sleeved_shirt".
 */
public enum Category {
  SHORT_SLEEVE_TOP(1, "short sleeve top", "short_sleeved_shirt"),
  LONG_SLEEVE_TOP(2, "long sleeve top", "long_sleeved_shirt"),
  SHORT_SLEEVE_OUTWEAR(3, "short sleeve outwear", "short_sleeved_outwear"),
  LONG_SLEEVE_OUTWEAR(4, "long sleeve outwear", "long_sleeved_outwear"),
  VEST(5, "vest", "vest"),
  SLING(6, "sling", "sling"),
  SHORTS(7, "shorts", "shorts"),
  TROUSERS(8, "trousers", "trousers"),
  SKIRT(9, "skirt", "skirt"),
  SHORT_SLEEVE_DRESS(10, "short sleeve dress", "short_sleeved_dress"),
  LONG_SLEEVE_DRESS(11, "long sleeve dress", "long_sleeved_dress"),
  VEST_DRESS(12, "vest dress", "vest_dress"),
  SLING_DRESS(13, "sling dress", "sling_dress");

  /** All categories in id order; the category with id i is at index i - 1. */
  public static final List<Category> ALL = List.of(values());

  private final int id;
  private final String annotationName;
  private final String cocoName;

  Category(int id, String annotationName, String cocoName) {
    this.id = id;
    this.annotationName = annotationName;
    this.cocoName = cocoName;
  }

  /** The category with a data set id 1 to 13; empty for any other number. */
  public static Optional<Category> ofId(long categoryId) {
    return categoryId >= 1 && categoryId <= ALL.size()
        ? Optional.of(ALL.get((int) categoryId - 1))
        : Optional.empty();
  }

  /** The category with this annotation name or COCO name, whatever its letter case. */
  public static Optional<Category> ofName(String name) {
    return ALL.stream()
        .filter(c -> c.annotationName.equalsIgnoreCase(name) || c.cocoName.equalsIgnoreCase(name))
        .findFirst();
  }

  /** The data set's number, 1 to 13. */
  public int id() {
    return id;
  }

  /** The name in annotation files, such as "short sleeve top". */
  public String annotationName() {
    return annotationName;
  }

  /** The name in the official COCO files, such as "short_sleeved_shirt". */
  public String cocoName() {
    return cocoName;
  }

  /** What the category's landmarks are. */
  public LandmarkSchema landmarks() {
    return LandmarkSchema.of(this);
  }
}
