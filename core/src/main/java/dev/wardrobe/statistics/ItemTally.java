package dev.wardrobe.statistics;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.dataset.ZoomIn;
import dev.wardrobe.files.Consequence;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.PhotoReading;
import dev.wardrobe.files.Rule;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts items by source, category and attribute, and the ones that are left out. */
final class ItemTally {
  private final Map<Rule, Long> leftOut = new EnumMap<>(Rule.class);
  private final EnumTally<Source> sources = new EnumTally<>(Source.class);
  private final EnumTally<Category> categories = new EnumTally<>(Category.class);
  private final EnumTally<Category> consumerCategories = new EnumTally<>(Category.class);
  private final EnumTally<Category> shopCategories = new EnumTally<>(Category.class);
  private final EnumTally<Scale> scales = new EnumTally<>(Scale.class);
  private final EnumTally<Occlusion> occlusions = new EnumTally<>(Occlusion.class);
  private final EnumTally<ZoomIn> zoomIns = new EnumTally<>(ZoomIn.class);
  private final EnumTally<Viewpoint> viewpoints = new EnumTally<>(Viewpoint.class);

  void add(Item item, Optional<Source> source) {
    sources.add(source, 1);
    categories.add(item.category(), 1);
    if (source.isPresent()) {
      (source.get() == Source.USER ? consumerCategories : shopCategories).add(item.category(), 1);
    }
    Attributes attributes = item.attributes();
    scales.add(attributes.scale(), 1);
    occlusions.add(attributes.occlusion(), 1);
    zoomIns.add(attributes.zoomIn(), 1);
    viewpoints.add(attributes.viewpoint(), 1);
  }

  /** Counts the faulty items of a photo that is used, each once, by its first fault. */
  void addLeftOut(PhotoReading reading, Photo photo) {
    Set<String> counted = new HashSet<>();
    for (Finding finding : lossesIn(reading)) {
      // An item given twice, at first faulty and then sound, is not left out.
      boolean used = photo.items().stream().anyMatch(item -> item.key().equals(finding.item()));
      if (!used && counted.add(finding.item())) {
        leftOut.merge(finding.rule(), 1L, Long::sum);
      }
    }
  }

  private static List<Finding> lossesIn(PhotoReading reading) {
    return reading.findings().stream()
        .filter(finding -> finding.rule().consequence() == Consequence.ITEM_SKIPPED)
        .toList();
  }

  void merge(ItemTally other) {
    other.leftOut.forEach((rule, count) -> leftOut.merge(rule, count, Long::sum));
    sources.merge(other.sources);
    categories.merge(other.categories);
    consumerCategories.merge(other.consumerCategories);
    shopCategories.merge(other.shopCategories);
    scales.merge(other.scales);
    occlusions.merge(other.occlusions);
    zoomIns.merge(other.zoomIns);
    viewpoints.merge(other.viewpoints);
  }

  ItemCounts toCounts() {
    return new ItemCounts(
        sources.toCounts(),
        categories.toCounts(),
        consumerCategories.toCounts(),
        shopCategories.toCounts(),
        leftOut);
  }

  AttributeCounts toAttributes() {
    return new AttributeCounts(
        scales.toCounts(), occlusions.toCounts(), zoomIns.toCounts(), viewpoints.toCounts());
  }
}
