package dev.wardrobe.statistics;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.structures.Landmarks;

/** Counts landmarks. */
final class LandmarkTally {
  private final EnumTally<Category> labelled = new EnumTally<>(Category.class);
  private long items;
  private long visible;
  private long occluded;
  private long notLabelled;

  void add(Item item) {
    Landmarks landmarks = item.landmarks();
    int seen = landmarks.countOf(Landmarks.VISIBLE);
    int hidden = landmarks.countOf(Landmarks.OCCLUDED);
    visible += seen;
    occluded += hidden;
    notLabelled += landmarks.count() - seen - hidden;
    labelled.add(item.category(), seen + hidden);
    if (seen + hidden > 0) {
      items++;
    }
  }

  void merge(LandmarkTally other) {
    labelled.merge(other.labelled);
    items += other.items;
    visible += other.visible;
    occluded += other.occluded;
    notLabelled += other.notLabelled;
  }

  LandmarkCounts toCounts() {
    return new LandmarkCounts(items, visible, occluded, notLabelled, labelled.toCounts());
  }
}
