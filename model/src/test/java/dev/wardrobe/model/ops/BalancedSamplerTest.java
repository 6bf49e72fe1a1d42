package dev.wardrobe.model.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BalancedSamplerTest {
  private static final int POSITIVES = 40;
  private static final int NEGATIVES = 300;

  @Test
  void takes_the_share_of_positives_and_fills_up_with_negatives() {
    BalancedSample sample = sample(labels(), 64, .25, 1);
    assertThat(sample.positives()).hasSize(16);
    assertThat(sample.negatives()).hasSize(48);
  }

  @Test
  void takes_each_once_in_order_and_only_of_its_kind() {
    int[] labels = labels();
    BalancedSample sample = sample(labels, 100, .3, 2);
    assertThat(sample.positives()).isSorted().doesNotHaveDuplicates();
    assertThat(sample.negatives()).isSorted().doesNotHaveDuplicates();
    assertThat(IntStream.of(sample.positives())).allMatch(i -> labels[i] > 0);
    assertThat(IntStream.of(sample.negatives())).allMatch(i -> labels[i] == 0);
  }

  @Test
  void negatives_fill_the_place_of_missing_positives() {
    BalancedSample sample = sample(labels(), 200, .5, 3);
    assertThat(sample.positives()).hasSize(POSITIVES);
    assertThat(sample.negatives()).hasSize(200 - POSITIVES);
  }

  @Test
  void too_few_boxes_are_all_taken() {
    BalancedSample sample = sample(new int[] {0, 1, -1, 0, 2}, 256, .5, 4);
    assertThat(sample.positives()).containsExactly(1, 4);
    assertThat(sample.negatives()).containsExactly(0, 3);
    assertThat(sample(new int[0], 256, .5, 4).negatives()).isEmpty();
  }

  @Test
  void the_seed_decides() {
    assertThat(sample(labels(), 64, .25, 5).negatives())
        .isEqualTo(sample(labels(), 64, .25, 5).negatives())
        .isNotEqualTo(sample(labels(), 64, .25, 6).negatives());
  }

  @Test
  void all_boxes_are_equally_likely() {
    int[] labels = labels();
    int[] counts = new int[labels.length];
    SplittableRandom random = new SplittableRandom(7);
    int rounds = 4000;
    for (int i = 0; i < rounds; i++) {
      BalancedSample sample = BalancedSampler.sample(labels, 40, .25, random);
      for (int index : sample.positives()) {
        counts[index]++;
      }
      for (int index : sample.negatives()) {
        counts[index]++;
      }
    }
    for (int i = 0; i < labels.length; i++) {
      double expected = labels[i] < 0 ? 0 : labels[i] > 0 ? 10.0 / POSITIVES : 30.0 / NEGATIVES;
      // Five standard deviations of a share of this many rounds.
      assertThat(counts[i] / (double) rounds).isCloseTo(expected, within(.035));
    }
  }

  private static BalancedSample sample(int[] labels, int batch, double fraction, long seed) {
    return BalancedSampler.sample(labels, batch, fraction, new SplittableRandom(seed));
  }

  /** Positives, negatives and ignored ones, mixed. */
  private static int[] labels() {
    int[] labels = new int[POSITIVES + NEGATIVES + 60];
    for (int i = 0; i < labels.length; i++) {
      int place = i * 7 % labels.length; // 7 and 400 have no common divisor
      labels[i] = place < POSITIVES ? 1 + place % 3 : place < POSITIVES + NEGATIVES ? 0 : -1;
    }
    return labels;
  }
}
