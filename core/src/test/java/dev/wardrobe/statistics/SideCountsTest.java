package dev.wardrobe.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SideCountsTest {
  private static Map<Long, List<Integer>> contents(SideCounts counts) {
    Map<Long, List<Integer>> map = new HashMap<>();
    counts.forEach((key, consumers, shops) -> {
      assertThat(map.put(key, List.of(consumers, shops))).isNull();
    });
    return map;
  }

  @Test
  void counts_equal_those_of_a_hash_map() {
    Random random = new Random(1);
    SideCounts counts = new SideCounts();
    Map<Long, List<Integer>> expected = new HashMap<>();
    for (int i = 0; i < 50_000; i++) {
      // Few values, so that keys repeat; extremes, so that hashing meets all bits.
      int pairId = random.nextInt(10) == 0 ? Integer.MAX_VALUE : random.nextInt(3_000);
      long key = SideCounts.key(pairId, random.nextInt(10));
      int consumers = random.nextInt(2);
      int shops = 1 - consumers;
      counts.add(key, consumers, shops);
      expected.merge(
          key,
          List.of(consumers, shops),
          (a, b) -> List.of(a.get(0) + b.get(0), a.get(1) + b.get(1)));
    }
    assertThat(contents(counts)).isEqualTo(expected);
    assertThat(counts.size()).isEqualTo(expected.size());
  }

  @Test
  void key_zero_is_a_key_like_any_other() {
    SideCounts counts = new SideCounts();
    counts.add(0, 1, 0);
    counts.add(0, 0, 2);
    assertThat(contents(counts)).isEqualTo(Map.of(0L, List.of(1, 2)));
  }

  @Test
  void zeros_leave_no_trace() {
    SideCounts counts = new SideCounts();
    counts.add(7, 0, 0);
    assertThat(counts.size()).isZero();
    assertThat(contents(counts)).isEmpty();
  }

  @Test
  void keys_of_different_pair_ids_and_styles_differ() {
    assertThat(SideCounts.key(1, 2)).isNotEqualTo(SideCounts.key(2, 1));
    assertThat(SideCounts.key(0, Integer.MAX_VALUE)).isNotEqualTo(SideCounts.key(1, 0));
  }
}
