package dev.wardrobe.synthesis.sheet;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.dataset.ZoomIn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two photos that show the same garment.
 *
 * @param consumer by a consumer
 * @param shop by a shop, of the same split
 * @param category the garment's
 * @param plain whether the garment is large and whole in both
 */
record SheetPair(SheetPhoto consumer, SheetPhoto shop, Category category, boolean plain) {
  private static final double LARGE = .4;

  private record Key(String set, int pairId) {}

  /** All pairs, in the order of the photos. */
  static List<SheetPair> among(List<SheetPhoto> photos) {
    Map<Key, List<SheetPhoto>> groups = new LinkedHashMap<>();
    for (SheetPhoto each : photos) {
      Key key = new Key(each.set(), each.photo().pairId());
      groups.computeIfAbsent(key, any -> new ArrayList<>()).add(each);
    }
    List<SheetPair> pairs = new ArrayList<>();
    for (List<SheetPhoto> group : groups.values()) {
      for (SheetPhoto consumer : group) {
        for (SheetPhoto shop : group) {
          if (is(consumer, Source.USER) && is(shop, Source.SHOP)) {
            of(consumer, shop).ifPresent(pairs::add);
          }
        }
      }
    }
    return pairs;
  }

  private static boolean is(SheetPhoto photo, Source source) {
    return photo.photo().source().equals(Optional.of(source));
  }

  private static Optional<SheetPair> of(SheetPhoto consumer, SheetPhoto shop) {
    for (Item one : consumer.photo().items()) {
      for (Item other : shop.photo().items()) {
        if (one.style() > 0 && one.style() == other.style() && one.category() == other.category()) {
          boolean plain = plain(one, consumer.photo()) && plain(other, shop.photo());
          return Optional.of(new SheetPair(consumer, shop, one.category(), plain));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean plain(Item item, Photo photo) {
    return item.attributes().occlusion().equals(Optional.of(Occlusion.SLIGHT))
        && item.attributes().zoomIn().equals(Optional.of(ZoomIn.NONE))
        && SheetChoice.taller(item, photo, LARGE);
  }

  boolean sharesPhotosOrGarmentWith(SheetPair other) {
    return consumer.set().equals(other.consumer.set())
        && consumer.photo().pairId() == other.consumer.photo().pairId();
  }
}
