package dev.wardrobe.model.data;

import dev.wardrobe.dataset.Category;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How often photos of rare categories come, compared to others: LVIS's repeat factors (Gupta and
 * others, CVPR 2019, appendix; detectron2's {@code RepeatFactorTrainingSampler}). A category that
 * is on a share f of the photos has the factor max(1, sqrt(t / f)) for a threshold t; a photo has
 * the highest one of its categories, and 1 without items.
 *
 * <p>Different from detectron2, an epoch does not become longer: it has as many photos as without
 * factors, each in proportion to its factor, so that frequent ones do not come in every epoch.
 */
final class RepeatFactors {
  private final double[] ofPhotos;

  private RepeatFactors(double[] ofPhotos) {
    this.ofPhotos = ofPhotos;
  }

  /**
   * The factors of all photos.
   *
   * @param threshold 0 to 1; with 0 all factors are 1
   */
  static RepeatFactors of(PhotoIndex photos, double threshold) {
    double[] factors = new double[photos.size()];
    Arrays.fill(factors, 1);
    for (Category category : Category.values()) {
      int[] showing =
          IntStream.range(0, photos.size()).filter(i -> photos.shows(i, category)).toArray();
      double share = (double) showing.length / photos.size();
      for (int i : showing) {
        factors[i] = Math.max(factors[i], Math.sqrt(threshold / share));
      }
    }
    return new RepeatFactors(factors);
  }

  /**
   * Chooses as many units as there are, each as often as its factor says, up or down to a whole
   * number: systematic sampling. The factor of a unit is the highest of its photos.
   *
   * @param units photos, unit after unit
   * @param unit photos of each
   * @param start 0 to below 1, which decides between up and down
   * @return numbers of units, ascending
   */
  int[] choose(int[] units, int unit, double start) {
    int count = units.length / unit;
    double[] factors = new double[count];
    for (int i = 0; i < units.length; i++) {
      factors[i / unit] = Math.max(factors[i / unit], ofPhotos[units[i]]);
    }
    double scale = count / Arrays.stream(factors).sum();
    int[] chosen = new int[count];
    int at = 0;
    double before = start;
    for (int i = 0; i < count && at < count; i++) {
      double after = before + factors[i] * scale;
      // Rounding must not lose the last one.
      int to = i == count - 1 ? count : Math.min(count, (int) Math.floor(after));
      Arrays.fill(chosen, at, Math.max(at, to), i);
      at = Math.max(at, to);
      before = after;
    }
    return chosen;
  }
}
