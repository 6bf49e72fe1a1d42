package dev.wardrobe.model.data;

import dev.wardrobe.synthesis.chance.Dice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which photos make up each batch: a function of the photos, the batch size, the seed and the
 * number of the batch, so that training may start anywhere. Photos are given by index into the
 * {@link PhotoIndex}.
 *
 * <p>Photos of like aspect come together, as in torchvision's {@code GroupedBatchSampler}, so that
 * little is padded: photos are shuffled, and in each stretch of 64 batches sorted by aspect before
 * they are cut into batches, which are shuffled again.
 *
 * <p>Photos of rare categories may come more often than others: {@link #repeating}.
 *
 * <p>Each epoch has the same number of batches, all full: the last is filled up with photos that
 * are in another batch of the epoch already. Not safe for use by several threads.
 */
public final class BatchPlan {
  /** Batches among which photos are sorted by aspect. */
  private static final int STRETCH = 64;

  private static final long PURPOSE = 0x626174636865L;

  private final PhotoIndex photos;
  private final int batchSize;
  private final long seed;
  private final Kind kind;

  /** Photos that no couple can be made of; all of them where there are no couples. */
  private final int[] single;

  private final CouplePlanner couples;
  private final Optional<RepeatFactors> factors;
  private final int batchesPerEpoch;

  private long plannedEpoch = -1;
  private List<int[]> planned = List.of();

  private enum Kind {
    SHUFFLED,
    COUPLES,
    IN_ORDER
  }

  private BatchPlan(
      PhotoIndex photos,
      int batchSize,
      long seed,
      Kind kind,
      CouplePlanner couples,
      int[] single,
      Optional<RepeatFactors> factors) {
    if (batchSize < 1) {
      throw new IllegalArgumentException("Expected batches of at least 1, but got " + batchSize);
    }
    this.photos = photos;
    this.batchSize = batchSize;
    this.seed = seed;
    this.kind = kind;
    this.couples = couples;
    this.single = single;
    this.factors = factors;
    this.batchesPerEpoch =
        Math.ceilDiv(single.length, batchSize)
            + (kind == Kind.COUPLES ? Math.ceilDiv(couples.count(), batchSize / 2) : 0);
  }

  /** Batches of photos whatever they show: each photo once an epoch. */
  public static BatchPlan shuffled(PhotoIndex photos, int batchSize, long seed) {
    return new BatchPlan(
        photos, batchSize, seed, Kind.SHUFFLED, CouplePlanner.NONE, all(photos), Optional.empty());
  }

  /**
   * Batches to train a match head on: couples of a consumer's and a shop's photo of one pair id,
   * one after the other. Most of them share a style: positive pairs. About a quarter do not, where
   * a photo's identity has other styles: hard negatives. Photos of one pair id are coupled so that
   * each is there at least once an epoch, and those of the side with more photos exactly once;
   * photos without a counterpart come in batches of their own.
   *
   * <p>If there is no couple at all, the plan is that of {@link #shuffled}; {@link #coupled} says
   * so.
   *
   * @param batchSize even
   * @throws IllegalArgumentException if the batch size is odd
   */
  public static BatchPlan coupled(PhotoIndex photos, int batchSize, long seed) {
    if (batchSize % 2 != 0) {
      throw new IllegalArgumentException(
          "Expected an even batch size, to train a match head on couples of photos, but got "
              + batchSize);
    }
    CouplePlanner couples = CouplePlanner.of(photos);
    return couples.count() == 0
        ? shuffled(photos, batchSize, seed)
        : new BatchPlan(
            photos, batchSize, seed, Kind.COUPLES, couples, couples.single(), Optional.empty());
  }

  /** All photos once by ascending image id; the last batch may be smaller. */
  public static BatchPlan inOrder(PhotoIndex photos, int batchSize) {
    return new BatchPlan(
        photos, batchSize, 0, Kind.IN_ORDER, CouplePlanner.NONE, all(photos), Optional.empty());
  }

  /**
   * This plan with photos of rare categories more often, by LVIS's repeat factors: an epoch has as
   * many photos as before, each in proportion to sqrt(threshold / f), where f is the share of
   * photos that show its rarest category, or to 1 where that is less. Couples and single photos are
   * chosen apart; a couple counts like the rarer of its photos.
   *
   * @param threshold 0 to 1; 0 changes nothing
   */
  public BatchPlan repeating(double threshold) {
    return threshold == 0
        ? this
        : new BatchPlan(
            photos,
            batchSize,
            seed,
            kind,
            couples,
            single,
            Optional.of(RepeatFactors.of(photos, threshold)));
  }

  private static int[] all(PhotoIndex photos) {
    return IntStream.range(0, photos.size()).toArray();
  }

  /** Whether batches hold couples of a consumer's and a shop's photo. */
  public boolean coupled() {
    return kind == Kind.COUPLES;
  }

  /** How many couples an epoch has. */
  public int couplesPerEpoch() {
    return couples.count();
  }

  /** How many photos a batch has. */
  public int batchSize() {
    return batchSize;
  }

  /** How many batches an epoch has; the same for each. */
  public int batchesPerEpoch() {
    return batchesPerEpoch;
  }

  /** The epoch that a batch belongs to, from 0. */
  public long epochOf(long batch) {
    return batch / batchesPerEpoch;
  }

  /**
   * The photos of a batch.
   *
   * @param batch counted from 0 over all epochs
   */
  public int[] batch(long batch) {
    long epoch = epochOf(batch);
    if (epoch != plannedEpoch) {
      planned = plan(epoch);
      plannedEpoch = epoch;
    }
    return planned.get((int) (batch % batchesPerEpoch)).clone();
  }

  PhotoIndex photos() {
    return photos;
  }

  private List<int[]> plan(long epoch) {
    List<int[]> batches = new ArrayList<>(batchesPerEpoch);
    if (kind == Kind.IN_ORDER) {
      for (int from = 0; from < single.length; from += batchSize) {
        batches.add(Arrays.copyOfRange(single, from, Math.min(single.length, from + batchSize)));
      }
      return batches;
    }
    Dice dice = new Dice(PURPOSE, seed, epoch);
    addBatches(shuffledUnits(single, 1, dice), 1, batches);
    if (kind == Kind.COUPLES) {
      int[] pairs = couples.epoch(new Dice(PURPOSE, seed, epoch, 1));
      addBatches(shuffledUnits(pairs, 2, dice), 2, batches);
    }
    List<int[]> shuffled = new ArrayList<>(batches.size());
    for (int i : dice.permutation(batches.size())) {
      shuffled.add(batches.get(i));
    }
    return shuffled;
  }

  /** Units of so many photos in random order, the first ones repeated to fill the last batch. */
  private int[] shuffledUnits(int[] units, int unit, Dice dice) {
    int count = units.length / unit;
    int full = Math.ceilDiv(units.length, batchSize) * (batchSize / unit);
    int[] chosen =
        factors.isPresent()
            ? factors.get().choose(units, unit, dice.next())
            : IntStream.range(0, count).toArray();
    int[] order = dice.permutation(count);
    int[] shuffled = new int[full * unit];
    for (int i = 0; i < full; i++) {
      System.arraycopy(units, chosen[order[i % count]] * unit, shuffled, i * unit, unit);
    }
    return shuffled;
  }

  private void addBatches(int[] units, int unit, List<int[]> batches) {
    int stretch = STRETCH * batchSize;
    for (int from = 0; from < units.length; from += stretch) {
      int to = Math.min(units.length, from + stretch);
      int[] sorted = byAspect(Arrays.copyOfRange(units, from, to), unit);
      for (int i = 0; i < sorted.length; i += batchSize) {
        batches.add(Arrays.copyOfRange(sorted, i, i + batchSize));
      }
    }
  }

  /** The units by ascending aspect, of couples the mean; equal ones stay in order. */
  private int[] byAspect(int[] units, int unit) {
    int count = units.length / unit;
    double[] aspects = new double[count];
    for (int i = 0; i < units.length; i++) {
      aspects[i / unit] += photos.aspect(units[i]);
    }
    int[] sorted = new int[units.length];
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted((a, b) -> Double.compare(aspects[a], aspects[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; i < count; i++) {
      System.arraycopy(units, order[i] * unit, sorted, i * unit, unit);
    }
    return sorted;
  }
}
