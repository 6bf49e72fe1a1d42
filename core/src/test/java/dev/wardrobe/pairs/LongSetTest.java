package dev.wardrobe.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LongSetTest {

  @Test
  void adds_each_value_once_like_a_hash_set() {
    SplittableRandom random = new SplittableRandom(5);
    LongSet set = new LongSet();
    Set<Long> oracle = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      long value = random.nextBoolean() ? random.nextInt(60_000) : random.nextLong(1L << 50);
      assertThat(set.add(value)).isEqualTo(oracle.add(value));
    }
    assertThat(set.size()).isEqualTo(oracle.size());
  }

  @Test
  void zero_is_a_value_like_others() {
    LongSet set = new LongSet();
    assertThat(set.add(0)).isTrue();
    assertThat(set.add(0)).isFalse();
  }
}
