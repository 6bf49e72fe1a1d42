package dev.wardrobe.model.ops;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Chooses the boxes that train a head, so that the few with an item are not drowned by background
 * (torchvision's {@code BalancedPositiveNegativeSampler}, with a seed).
 */
public final class BalancedSampler {
  private BalancedSampler() {}

  /**
   * Chooses boxes, each at most once, all equally likely.
   *
   * @param labels of each box 1 or more if it has an item, 0 if it is background, less if it must
   *     not be chosen
   * @param batch how many are chosen; fewer where there are not enough
   * @param positiveFraction at most this share of the batch has an item, rounded down; background
   *     fills the rest
   * @param random where chance comes from
   */
  public static BalancedSample sample(
      int[] labels, int batch, double positiveFraction, SplittableRandom random) {
    int[] positives = new int[labels.length];
    int[] negatives = new int[labels.length];
    int positiveCount = 0;
    int negativeCount = 0;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] >= 1) {
        positives[positiveCount++] = i;
      } else if (labels[i] == 0) {
        negatives[negativeCount++] = i;
      }
    }
    int[] chosen = choose(positives, positiveCount, (int) (batch * positiveFraction), random);
    return new BalancedSample(
        chosen, choose(negatives, negativeCount, batch - chosen.length, random));
  }

  /** The start of a random permutation, in ascending order. */
  private static int[] choose(int[] from, int count, int most, SplittableRandom random) {
    int size = Math.min(count, most);
    for (int i = 0; i < size && size < count; i++) {
      int other = random.nextInt(i, count);
      int chosen = from[other];
      from[other] = from[i];
      from[i] = chosen;
    }
    int[] result = Arrays.copyOf(from, size);
    Arrays.sort(result);
    return result;
  }
}
