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
  /** Draws in a row that may give nothing new before there is taken to be nothing left. */
  private static final int PATIENCE = 2000;

  private final ItemIndex items;
  private final PairOptions options;
  private final int[] consumers;
  private final ShopItems shops;
  private final SplittableRandom random;
  private final LongSet drawn = new LongSet();

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
    long hardWanted = Math.round(wanted * options.hardShare());
    long hard = drawHard(hardWanted, sink);
    return drawAny(wanted - hard, new Counts(positives, hard, 0), sink);
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

  private long drawHard(long wanted, Sink sink) {
    if (wanted == 0) {
      return 0;
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
        .forEach(pair -> sink.accept(pair[0], pair[1], Label.HARD_NEGATIVE));
    return count;
  }

  /** Draws from all combinations; the label says whether a draw happens to be a hard one. */
  private Counts drawAny(long wanted, Counts before, Sink sink) {
    long hard = before.hardNegatives();
    long easy = before.easyNegatives();
    int inVain = consumers.length == 0 ? PATIENCE : 0;
    for (long left = wanted; left > 0 && inVain < PATIENCE; ) {
      int consumer = consumers[random.nextInt(consumers.length)];
      int[] allowed =
          options.sameCategory() ? shops.ofCategory(items.category(consumer)) : shops.all();
      int shop = allowed.length == 0 ? -1 : allowed[random.nextInt(allowed.length)];
      if (shop < 0 || items.isPositive(consumer, shop) || !drawn.add(key(consumer, shop))) {
        inVain++;
        continue;
      }
      boolean isHard = isHardNegative(consumer, shop);
      sink.accept(consumer, shop, isHard ? Label.HARD_NEGATIVE : Label.NEGATIVE);
      hard += isHard ? 1 : 0;
      easy += isHard ? 0 : 1;
      left--;
      inVain = 0;
    }
    return new Counts(before.positives(), hard, easy);
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
