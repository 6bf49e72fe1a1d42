package dev.wardrobe.pairs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Lists pairs of a consumer and a shop item.
 *
 * <p>Positive pairs are all that the style rule gives: equal pair id and equal style above 0, in
 * order of the consumer item, then of the shop item. Negative pairs are drawn from all other
 * combinations, each at most once, the same for a seed on every machine: first the hard ones asked
 * for, then others, uniform over the consumer items and over the shop items allowed. Where there
 * are too few hard ones, others take their place.
 */
public final class PairSampler {
  /** Draws in a row that may give nothing new before the few combinations left are listed. */
  private static final int PATIENCE = 2000;

  private final ItemIndex items;
  private final PairOptions options;
  private final int[] consumers;
  private final ShopItems shops;
  private final SplittableRandom random;
  private final LongSet drawn = new LongSet();
  private long hard;
  private long easy;

  /** Takes a consumer and a shop item. */
  private interface Combination {
    void accept(int consumer, int shop);
  }

  /** Gets pairs. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Takes a pair.
     *
     * @param consumer index of the consumer item
     * @param shop index of the shop item
     */
    void accept(int consumer, int shop, Label label);
  }

  /** What a pair is. */
  public enum Label {
    /** The same garment. */
    POSITIVE,
    /** The same clothing identity in another style. */
    HARD_NEGATIVE,
    /** Any other two garments. */
    NEGATIVE
  }

  /**
   * How many pairs were listed.
   *
   * @param positives all there are
   * @param hardNegatives drawn; fewer than asked for where there are no more
   * @param easyNegatives drawn; fewer than asked for where there are no more
   */
  public record Counts(long positives, long hardNegatives, long easyNegatives) {}

  private PairSampler(ItemIndex items, PairOptions options) {
    this.items = items;
    this.options = options;
    this.consumers =
        IntStream.range(0, items.size())
            .filter(items::isConsumer)
            .filter(i ->
                options.categories().isEmpty() || options.categories().contains(items.category(i)))
            .toArray();
    this.shops = new ShopItems(items);
    this.random = new SplittableRandom(options.seed());
  }

  /** Lists the pairs of an index. */
  public static Counts sample(ItemIndex items, PairOptions options, Sink sink) {
    return new PairSampler(items, options).run(sink);
  }

  private Counts run(Sink sink) {
    long positives = listPositives(sink);
    long wanted = Math.round(positives * options.negativesPerPositive());
    drawHard(Math.round(wanted * options.hardShare()), sink);
    chooseAmongRest(drawAny(wanted - hard, sink), sink);
    return new Counts(positives, hard, easy);
  }

  private long listPositives(Sink sink) {
    long count = 0;
    for (int consumer : consumers) {
      if (items.style(consumer) == 0) {
        continue;
      }
      for (int shop : shops.ofPair(items.pairId(consumer))) {
        if (items.isPositive(consumer, shop)) {
          sink.accept(consumer, shop, Label.POSITIVE);
          count++;
        }
      }
    }
    return count;
  }

  private void drawHard(long wanted, Sink sink) {
    if (wanted == 0) {
      return;
    }
    List<int[]> candidates = new ArrayList<>();
    for (int consumer : consumers) {
      if (items.style(consumer) == 0) {
        continue;
      }
      for (int shop : shops.ofPair(items.pairId(consumer))) {
        if (isHardNegative(consumer, shop)) {
          candidates.add(new int[] {consumer, shop});
        }
      }
    }
    int count = (int) Math.min(wanted, candidates.size());
    for (int i = 0; i < count; i++) {
      int other = i + random.nextInt(candidates.size() - i);
      int[] chosen = candidates.get(other);
      candidates.set(other, candidates.get(i));
      candidates.set(i, chosen);
      drawn.add(key(chosen[0], chosen[1]));
    }
    candidates.stream()
        .limit(count)
        .sorted(Comparator.<int[]>comparingInt(pair -> pair[0]).thenComparingInt(pair -> pair[1]))
        .forEach(pair -> take(pair[0], pair[1], sink));
  }

  /** Draws from all combinations, and gives how many are missing when hardly any are left. */
  private long drawAny(long wanted, Sink sink) {
    int inVain = consumers.length == 0 ? PATIENCE : 0;
    long left = wanted;
    while (left > 0 && inVain < PATIENCE) {
      int consumer = consumers[random.nextInt(consumers.length)];
      int[] allowed = allowed(consumer);
      int shop = allowed.length == 0 ? -1 : allowed[random.nextInt(allowed.length)];
      if (shop < 0 || items.isPositive(consumer, shop) || !drawn.add(key(consumer, shop))) {
        inVain++;
        continue;
      }
      take(consumer, shop, sink);
      left--;
      inVain = 0;
    }
    return left;
  }

  /** Goes through all combinations and chooses evenly among those not drawn. */
  private void chooseAmongRest(long wanted, Sink sink) {
    if (wanted == 0) {
      return;
    }
    long[] rest = new long[1];
    forEachUndrawn((consumer, shop) -> rest[0]++);
    long[] left = {Math.min(wanted, rest[0])};
    forEachUndrawn((consumer, shop) -> {
      if (random.nextLong(rest[0]--) < left[0]) {
        take(consumer, shop, sink);
        left[0]--;
      }
    });
  }

  private void forEachUndrawn(Combination action) {
    for (int consumer : consumers) {
      for (int shop : allowed(consumer)) {
        if (!items.isPositive(consumer, shop) && !drawn.contains(key(consumer, shop))) {
          action.accept(consumer, shop);
        }
      }
    }
  }

  private int[] allowed(int consumer) {
    return options.sameCategory() ? shops.ofCategory(items.category(consumer)) : shops.all();
  }

  /** Hands a negative over; the label says whether it happens to be a hard one. */
  private void take(int consumer, int shop, Sink sink) {
    if (isHardNegative(consumer, shop)) {
      hard++;
      sink.accept(consumer, shop, Label.HARD_NEGATIVE);
    } else {
      easy++;
      sink.accept(consumer, shop, Label.NEGATIVE);
    }
  }

  private boolean isHardNegative(int consumer, int shop) {
    return items.pairId(consumer) == items.pairId(shop)
        && items.style(consumer) > 0
        && items.style(shop) > 0
        && items.style(shop) != items.style(consumer);
  }

  private long key(int consumer, int shop) {
    return (long) consumer * items.size() + shop;
  }
}
