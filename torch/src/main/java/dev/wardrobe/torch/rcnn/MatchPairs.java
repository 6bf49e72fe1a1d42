package dev.wardrobe.torch.rcnn;

import dev.wardrobe.model.ops.ScoreOrder;
import dev.wardrobe.model.ops.Similarity;
import java.util.Arrays;
import java.util.List;

/**
 * Which pairs of regions train the match head. Candidates are all pairs of a consumer's region and
 * a shop's. All pairs of the same item are chosen, and three times as many others, but at least 16,
 * where there are so many: those that are most alike so far, because most others are told apart
 * easily. Among these are items of the same photos that differ in style.
 */
final class MatchPairs {
  /** Other pairs for each pair of the same item. */
  private static final int OTHERS_PER_PAIR = 3;

  /** So that batches without a pair teach something too. */
  private static final int LEAST = 16;

  private final long[] consumers;
  private final long[] shops;
  private final int positives;

  private MatchPairs(long[] consumers, long[] shops, int positives) {
    this.consumers = consumers;
    this.shops = shops;
    this.positives = positives;
  }

  /**
   * Chooses pairs.
   *
   * @param entries the regions
   * @param features of all entries one after the other, each as long as the similarity's weights
   */
  static MatchPairs choose(
      List<MatchRegions.Entry> entries, float[] features, Similarity similarity) {
    int count = entries.size();
    long[] same = new long[count * count];
    long[] others = new long[count * count];
    int sameCount = 0;
    int otherCount = 0;
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        if (entries.get(i).shop() || !entries.get(j).shop()) {
          continue;
        }
        int index = i * count + j;
        if (entries.get(i).isSame(entries.get(j))) {
          same[sameCount++] = index;
        } else {
          float alike = (float) similarity.of(features, i, j);
          others[otherCount++] = ScoreOrder.key(alike, index);
        }
      }
    }
    Arrays.sort(others, 0, otherCount);
    int negatives = Math.min(otherCount, Math.max(LEAST, OTHERS_PER_PAIR * sameCount));
    long[] consumers = new long[sameCount + negatives];
    long[] shops = new long[sameCount + negatives];
    for (int i = 0; i < consumers.length; i++) {
      int index = (int) (i < sameCount ? same[i] : others[i - sameCount]);
      consumers[i] = index / count;
      shops[i] = index % count;
    }
    return new MatchPairs(consumers, shops, sameCount);
  }

  int count() {
    return consumers.length;
  }

  /** The consumer's entry of each pair; pairs of the same item first. */
  long[] consumers() {
    return consumers;
  }

  /** The shop's entry of each pair. */
  long[] shops() {
    return shops;
  }

  /** How many pairs are of the same item. */
  int positives() {
    return positives;
  }
}
