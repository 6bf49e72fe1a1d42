package dev.wardrobe.torch.rcnn;

import dev.wardrobe.dataset.Source;
import dev.wardrobe.model.data.ImageTargets;
import dev.wardrobe.model.data.ItemTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The regions that train the match head: of each item that has an identity its own box and a few of
 * the foreground regions that find it. An item has an identity if its photo's source and pair id
 * and its own style are known.
 */
final class MatchRegions {
  /** No regions. */
  static final MatchRegions NONE = new MatchRegions(List.of());

  /** How many foreground regions of an item there are at most, its own box not counted. */
  private static final int MOST_PER_ITEM = 4;

  private final List<HeadRegions.Region> own = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();

  /**
   * A region.
   *
   * @param row its row among the foreground regions followed by the items' own boxes
   * @param image an index into the batch
   * @param shop whether it is on a shop's photo; otherwise on a consumer's
   * @param pairId the photo's
   * @param style the item's
   */
  record Entry(int row, int image, boolean shop, int pairId, int style) {
    /** Whether both are the same item. */
    boolean isSame(Entry other) {
      return pairId == other.pairId && style == other.style;
    }
  }

  /** These regions. */
  MatchRegions(List<Entry> entries) {
    this.entries.addAll(entries);
  }

  /** The regions of a batch. */
  MatchRegions(HeadRegions foreground, List<ImageTargets> images) {
    Map<Long, Integer> seen = new HashMap<>();
    for (int i = 0; i < foreground.count(); i++) {
      HeadRegions.Region region = foreground.regions().get(i);
      long item = (long) region.image() << Integer.SIZE | region.item();
      if (seen.merge(item, 1, Integer::sum) <= MOST_PER_ITEM) {
        add(i, region.image(), images.get(region.image()), region.target());
      }
    }
    for (int image = 0; image < images.size(); image++) {
      List<ItemTarget> items = images.get(image).items();
      for (int i = 0; i < items.size(); i++) {
        int row = foreground.count() + own.size();
        if (add(row, image, images.get(image), items.get(i))) {
          own.add(new HeadRegions.Region(items.get(i).box(), image, i, items.get(i)));
        }
      }
    }
  }

  private boolean add(int row, int image, ImageTargets targets, ItemTarget item) {
    boolean known = targets.source().isPresent() && targets.pairId() > 0 && item.style() > 0;
    if (known) {
      boolean shop = targets.source().orElseThrow() == Source.SHOP;
      entries.add(new Entry(row, image, shop, targets.pairId(), item.style()));
    }
    return known;
  }

  /** The items' own boxes, which follow the foreground regions. */
  List<HeadRegions.Region> own() {
    return own;
  }

  /** All regions with an identity. */
  List<Entry> entries() {
    return entries;
  }

  /** Whether there is a pair of regions, one of a consumer and one of a shop. */
  boolean hasPairs() {
    return entries.stream().anyMatch(Entry::shop) && !entries.stream().allMatch(Entry::shop);
  }
}
