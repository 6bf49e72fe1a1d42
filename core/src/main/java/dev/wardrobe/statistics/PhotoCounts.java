package dev.wardrobe.statistics;

import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.Rule;
import java.util.Map;

/**
 * How many photos there are.
 *
 * @param total image numbers that have a photo, an annotation or both
 * @param annotated those whose annotation was read; everything about items is counted over these
 * @param withoutAnnotation those that have no annotation file: all of the released test split
 * @param leftOut those with a fault that makes them useless, by fault; a photo without annotation
 *     is among them where other photos of its split have one
 * @param sources the annotated ones by who took them
 * @param items how many items an annotated photo has
 */
public record PhotoCounts(
    long total,
    long annotated,
    long withoutAnnotation,
    Map<Rule, Long> leftOut,
    EnumCounts<Source> sources,
    Histogram items) {

  /** Copies the faults. */
  public PhotoCounts {
    leftOut = RuleCounts.copyOf(leftOut);
  }

  /** How many photos are left out, whatever the fault. */
  public long leftOutCount() {
    return RuleCounts.sum(leftOut);
  }

  PhotoCounts plus(PhotoCounts other) {
    return new PhotoCounts(
        total + other.total,
        annotated + other.annotated,
        withoutAnnotation + other.withoutAnnotation,
        RuleCounts.sum(leftOut, other.leftOut),
        sources.plus(other.sources),
        items.plus(other.items));
  }
}
