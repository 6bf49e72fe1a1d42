package dev.wardrobe.model.data;

import dev.wardrobe.dataset.Source;
import dev.wardrobe.synthesis.chance.Dice;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Couples consumers' photos with shops' photos of the same pair id. Photos take part that have an
 * item of a style above 0 and a counterpart on the other side; of each pair id there are as many
 * couples as the larger side has photos.
 */
final class CouplePlanner {
  /** Nothing to couple. */
  static final CouplePlanner NONE = new CouplePlanner(List.of(), new int[0]);

  private final List<CoupledIdentity> identities;
  private final int[] single;
  private final int count;

  private CouplePlanner(List<CoupledIdentity> identities, int[] single) {
    this.identities = identities;
    this.single = single;
    this.count = identities.stream().mapToInt(CoupledIdentity::count).sum();
  }

  static CouplePlanner of(PhotoIndex photos) {
    TreeMap<Integer, List<Integer>> byPair = new TreeMap<>();
    for (int i = 0; i < photos.size(); i++) {
      if (photos.pairId(i) != 0 && photos.source(i).isPresent() && photos.hasStyle(i)) {
        byPair.computeIfAbsent(photos.pairId(i), id -> new ArrayList<>()).add(i);
      }
    }
    List<CoupledIdentity> identities = new ArrayList<>();
    BitSet coupled = new BitSet(photos.size());
    for (List<Integer> same : byPair.values()) {
      int[] consumers = of(photos, same, Source.USER);
      int[] shops = of(photos, same, Source.SHOP);
      if (consumers.length > 0 && shops.length > 0) {
        identities.add(new CoupledIdentity(photos, consumers, shops));
        same.forEach(coupled::set);
      }
    }
    int[] single = IntStream.range(0, photos.size()).filter(i -> !coupled.get(i)).toArray();
    return new CouplePlanner(identities, single);
  }

  private static int[] of(PhotoIndex photos, List<Integer> some, Source source) {
    return some.stream()
        .mapToInt(Integer::intValue)
        .filter(i -> photos.source(i).orElseThrow() == source)
        .toArray();
  }

  /** How many couples an epoch has. */
  int count() {
    return count;
  }

  /** Photos that are in no couple, ascending. */
  int[] single() {
    return single;
  }

  /** The couples of an epoch, by ascending pair id: consumer, shop, consumer, shop, ... */
  int[] epoch(Dice dice) {
    int[] couples = new int[2 * count];
    int at = 0;
    for (CoupledIdentity identity : identities) {
      int[] some = identity.couples(dice);
      System.arraycopy(some, 0, couples, at, some.length);
      at += some.length;
    }
    return couples;
  }
}
