package dev.wardrobe.statistics;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Split;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.ReadOptions;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything counted in one split, or in all together.
 *
 * @param name the split's name, or "overall"
 * @param scope which published figures it compares with
 * @param photos how many photos
 * @param items how many items
 * @param attributes items by attribute
 * @param landmarks their landmarks
 * @param masks their masks
 * @param identities which clothing there is
 * @param pairs what retrieval has to work with
 * @param sizes photo sizes, as far as known
 */
public record SplitStatistics(
    String name,
    Scope scope,
    PhotoCounts photos,
    ItemCounts items,
    AttributeCounts attributes,
    LandmarkCounts landmarks,
    MaskCounts masks,
    IdentityCounts identities,
    PairCounts pairs,
    SizeCounts sizes) {

  /** Which column of the published tables something belongs to. */
  public enum Scope {
    TRAIN,
    VALIDATION,
    TEST,
    /** All splits together. */
    OVERALL,
    /** A split that is none of the official ones. */
    OTHER;

    /** The name in lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The scope of a split. */
    public static Scope of(Optional<Split> split) {
      return split
          .map(official ->
              switch (official) {
                case TRAIN -> TRAIN;
                case VALIDATION -> VALIDATION;
                case TEST -> TEST;
              })
          .orElse(OTHER);
    }
  }

  /**
   * Counts a split. A faulty photo or item is left out and counted as such.
   *
   * @param options whether photos are opened for their sizes is up to them; nothing else needs it
   */
  public static SplitStatistics of(DatasetSplit split, ReadOptions options) {
    SplitCounter counter = new SplitCounter();
    split.forEachChunk(
        options,
        chunk -> {
          SplitCounter part = new SplitCounter();
          chunk.forEach(part::add);
          return part;
        },
        counter::merge);
    return counter.toStatistics(split.name(), Scope.of(split.split()));
  }

  /** Whether any photo has an annotation file; the released test split has none. */
  public boolean annotated() {
    return photos.annotated() > 0 || photos.leftOutCount() > 0;
  }

  /** How many landmarks an item of a category has labelled on average; empty without such items. */
  public OptionalDouble meanLabelled(Category category) {
    long of = items.categories().of(category);
    return of == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) landmarks.labelledByCategory().of(category) / of);
  }

  SplitStatistics plus(SplitStatistics other, String newName, Scope newScope) {
    return new SplitStatistics(
        newName,
        newScope,
        photos.plus(other.photos),
        items.plus(other.items),
        attributes.plus(other.attributes),
        landmarks.plus(other.landmarks),
        masks.plus(other.masks),
        identities.plus(other.identities),
        pairs.plus(other.pairs),
        sizes.plus(other.sizes));
  }
}
