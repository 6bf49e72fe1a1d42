package dev.wardrobe.statistics;

import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;

/** Counts pair ids, identities and the pairs they make. */
final class PairTally {
  private final SideCounts pairIds = new SideCounts();
  private final SideCounts identities = new SideCounts();
  private long itemsWithoutStyle;
  private long queryRows;

  void add(Photo photo) {
    int consumer = photo.source().filter(source -> source == Source.USER).isPresent() ? 1 : 0;
    int shop = photo.source().filter(source -> source == Source.SHOP).isPresent() ? 1 : 0;
    pairIds.add(SideCounts.key(photo.pairId(), 0), consumer, shop);
    for (Item item : photo.items()) {
      queryRows += consumer;
      if (item.style() > 0) {
        identities.add(SideCounts.key(photo.pairId(), item.style()), consumer, shop);
      } else {
        itemsWithoutStyle++;
      }
    }
  }

  void merge(PairTally other) {
    pairIds.merge(other.pairIds);
    identities.merge(other.identities);
    itemsWithoutStyle += other.itemsWithoutStyle;
    queryRows += other.queryRows;
  }

  IdentityCounts toIdentities() {
    Sides photos = Sides.of(pairIds);
    Sides items = Sides.of(identities);
    return new IdentityCounts(
        pairIds.size(),
        photos.both,
        identities.size(),
        items.both,
        items.consumerOnly,
        items.shopOnly,
        itemsWithoutStyle);
  }

  PairCounts toPairs() {
    Sides items = Sides.of(identities);
    return new PairCounts(
        items.pairs,
        items.consumers,
        items.lonelyConsumers,
        items.shops,
        items.lonelyShops,
        queryRows);
  }

  /** What the keys of a map add up to. */
  private static final class Sides {
    long both;
    long consumerOnly;
    long shopOnly;
    long consumers;
    long lonelyConsumers;
    long shops;
    long lonelyShops;
    long pairs;

    static Sides of(SideCounts counts) {
      Sides sides = new Sides();
      counts.forEach((_, consumers, shops) -> sides.add(consumers, shops));
      return sides;
    }

    private void add(int moreConsumers, int moreShops) {
      consumers += moreConsumers;
      shops += moreShops;
      pairs += (long) moreConsumers * moreShops;
      if (moreConsumers > 0 && moreShops > 0) {
        both++;
      } else if (moreConsumers > 0) {
        consumerOnly++;
        lonelyConsumers += moreConsumers;
      } else {
        shopOnly++;
        lonelyShops += moreShops;
      }
    }
  }
}
