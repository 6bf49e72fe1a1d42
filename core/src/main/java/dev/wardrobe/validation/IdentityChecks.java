package dev.wardrobe.validation;

import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Finds orphans: garments (pair id and style above 0) that only consumers or only shops have. The
 * official retrieval script aborts at a consumer's orphan.
 */
final class IdentityChecks {
  private final Map<Long, Identity> identities = new HashMap<>();

  private static final class Identity {
    final int firstImageId;
    final String firstItem;
    int consumerItems;
    int shopItems;

    Identity(int firstImageId, String firstItem) {
      this.firstImageId = firstImageId;
      this.firstItem = firstItem;
    }
  }

  void add(Photo photo) {
    if (photo.source().isEmpty()) {
      return;
    }
    boolean consumer = photo.source().get() == Source.USER;
    for (Item item : photo.items()) {
      if (item.style() > 0) {
        long key = (long) photo.pairId() << 32 | item.style();
        Identity identity =
            identities.computeIfAbsent(key, k -> new Identity(photo.imageId(), item.key()));
        identity.consumerItems += consumer ? 1 : 0;
        identity.shopItems += consumer ? 0 : 1;
      }
    }
  }

  /**
   * The orphans by pair id, then style.
   *
   * @param fileName an annotation's name for messages, by image id
   */
  List<Finding> findings(IntFunction<String> fileName) {
    List<Finding> findings = new ArrayList<>();
    identities.entrySet().stream()
        .filter(e -> e.getValue().consumerItems == 0 || e.getValue().shopItems == 0)
        .sorted(Comparator.comparingLong(Map.Entry::getKey))
        .forEach(e -> findings.add(orphan(e.getKey(), e.getValue(), fileName)));
    return findings;
  }

  private static Finding orphan(long key, Identity identity, IntFunction<String> fileName) {
    boolean consumer = identity.shopItems == 0;
    int items = consumer ? identity.consumerItems : identity.shopItems;
    return new Finding(
        consumer ? Rule.ORPHAN_CONSUMER_STYLE : Rule.ORPHAN_SHOP_STYLE,
        fileName.apply(identity.firstImageId),
        identity.firstItem,
        "style",
        "pair_id %d style %d in %d %s %s"
            .formatted(
                key >>> 32,
                key & 0xFFFFFFFFL,
                items,
                consumer ? "consumer" : "shop",
                items == 1 ? "item" : "items"),
        consumer ? "a shop item of that garment, or style 0" : "a consumer item, or style 0");
  }
}
