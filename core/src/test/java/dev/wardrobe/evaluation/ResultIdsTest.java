package dev.wardrobe.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ResultIdsTest {

  private static List<Integer> repeated(ResultIds ids) {
    List<Integer> records = new ArrayList<>();
    ids.forEachRepeated(records::add);
    return records;
  }

  @Test
  void random_ids_in_parts_agree_with_a_set() {
    for (int seed = 0; seed < 500; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      ResultIds all = new ResultIds();
      Set<Double> seen = new HashSet<>();
      List<Integer> expected = new ArrayList<>();
      int records = 0;
      for (int part = random.nextInt(4); part >= 0; part--) {
        ResultIds ids = new ResultIds();
        int size = random.nextInt(10);
        for (int record = 1; record <= size; record++) {
          if (random.nextInt(4) > 0) {
            double id = random.nextInt(1 + random.nextInt(60)) / 2.0;
            ids.add(record, id);
            if (!seen.add(id)) {
              expected.add(records + record);
            }
          }
        }
        all.append(ids, records);
        records += size;
      }
      assertThat(repeated(all)).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void zero_and_minus_zero_are_one_id_and_what_is_no_number_is_none() {
    ResultIds ids = new ResultIds();
    ids.add(1, 0.0);
    ids.add(2, Double.NaN);
    ids.add(3, -0.0);
    ids.add(4, Double.NaN);
    assertThat(repeated(ids)).containsExactly(3);
  }

  @Test
  void ids_are_told_as_they_are_written() {
    ResultIds ids = new ResultIds();
    ids.add(1, 12345678);
    ids.add(5, 1.5);
    assertThat(ids.text(1)).isEqualTo("12345678");
    assertThat(ids.text(5)).isEqualTo("1.5");
    assertThat(repeated(new ResultIds())).isEmpty();
  }
}
