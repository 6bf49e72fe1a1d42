package dev.wardrobe.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumpyMeanTest {

  /** Golden: {@code np.mean(1 / np.arange(1, n + 1, dtype=float))} of numpy 2.4.6. */
  @ParameterizedTest
  @CsvSource({
    "1, 1.0",
    "7, 0.37040816326530607",
    "8, 0.3397321428571428",
    "9, 0.31432980599647264",
    "100, 0.05187377517639621",
    "128, 0.04244646166085291",
    "129, 0.042177511864912164",
    "136, 0.04039369496890821",
    "137, 0.040152129823682554",
    "1000, 0.007485470860550345",
    "13130, 0.0007661773581451746"
  })
  void mean_equals_the_one_of_numpy_to_the_last_bit(int count, double expected) {
    NumpyMean mean = new NumpyMean();
    for (int i = 1; i <= count; i++) {
      mean.add(1.0 / i);
    }
    assertThat(mean.value()).isEqualTo(expected);
  }

  /** Golden: {@code np.mean(np.sqrt(np.arange(2.0, 10)))}; a plain sum differs in the last bit. */
  @Test
  void eight_values_are_added_up_in_pairs() {
    NumpyMean mean = new NumpyMean();
    double plain = 0;
    for (int i = 2; i < 10; i++) {
      mean.add(Math.sqrt(i));
      plain += Math.sqrt(i);
    }
    assertThat(mean.value()).isEqualTo(2.288250065754465).isNotEqualTo(plain / 8);
  }

  @Test
  void minus_one_is_left_out() {
    NumpyMean mean = new NumpyMean();
    mean.add(-1);
    mean.add(.5);
    mean.add(0);
    mean.add(-1);
    assertThat(mean.value()).isEqualTo(.25);
  }

  @Test
  void mean_of_nothing_is_minus_one() {
    assertThat(new NumpyMean().value()).isEqualTo(-1);
  }
}
