package dev.wardrobe.statistics;

import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.Consequence;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.PhotoReading;
import dev.wardrobe.files.Rule;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Counts photos, used or not. */
final class PhotoTally {
  private final Map<Rule, Long> leftOut = new EnumMap<>(Rule.class);
  private final EnumTally<Source> sources = new EnumTally<>(Source.class);
  private final Histogram.Tally items = new Histogram.Tally();
  private SizeCounts sizes = SizeCounts.NONE;
  private long total;
  private long annotated;
  private long withoutAnnotation;

  void add(PhotoReading reading) {
    total++;
    if (reading.photo().isPresent()) {
      addAnnotated(reading.photo().get());
      return;
    }
    Optional<Rule> fault =
        reading.findings().stream()
            .map(Finding::rule)
            .filter(rule -> rule.consequence() == Consequence.PHOTO_SKIPPED)
            .findFirst();
    fault.ifPresent(rule -> leftOut.merge(rule, 1L, Long::sum));
    if (fault.isEmpty() || fault.get() == Rule.ANNOTATION_MISSING) {
      withoutAnnotation++;
    }
  }

  private void addAnnotated(Photo photo) {
    annotated++;
    sources.add(photo.source(), 1);
    items.add(photo.items().size());
    if (photo.size().isPresent()) {
      sizes = sizes.plus(SizeCounts.of(photo.size().get()));
    }
  }

  void merge(PhotoTally other) {
    total += other.total;
    annotated += other.annotated;
    withoutAnnotation += other.withoutAnnotation;
    other.leftOut.forEach((rule, count) -> leftOut.merge(rule, count, Long::sum));
    sources.merge(other.sources);
    items.merge(other.items);
    sizes = sizes.plus(other.sizes);
  }

  PhotoCounts toCounts() {
    return new PhotoCounts(
        total, annotated, withoutAnnotation, leftOut, sources.toCounts(), items.toHistogram());
  }

  SizeCounts sizes() {
    return sizes;
  }
}
