package dev.wardrobe.synthesis.chance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiceTest {
  @Test
  void equal_seeds_give_equal_numbers() {
    Dice one = new Dice(7, 2, 3);
    Dice other = new Dice(7, 2, 3);
    for (int i = 0; i < 100; i++) {
      assertThat(one.next()).isEqualTo(other.next()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void order_and_value_of_seeds_matter() {
    assertThat(new Dice(7, 2, 3).next())
        .isNotEqualTo(new Dice(7, 3, 2).next())
        .isNotEqualTo(new Dice(7, 2, 4).next())
        .isNotEqualTo(new Dice(8, 2, 3).next());
  }

  @Test
  void weights_are_shares() {
    Dice dice = new Dice(1);
    int[] counts = new int[3];
    for (int i = 0; i < 10_000; i++) {
      counts[dice.weighted(1, 0, 3)]++;
    }
    assertThat(counts[0]).isBetween(2_300, 2_700);
    assertThat(counts[1]).isZero();
  }

  @Test
  void permutation_has_every_number_once() {
    assertThat(new Dice(5).permutation(13))
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
        .isNotEqualTo(new Dice(6).permutation(13));
  }
}
