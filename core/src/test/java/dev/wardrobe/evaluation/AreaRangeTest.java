package dev.wardrobe.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaRangeTest {
  @ParameterizedTest
  @CsvSource({"ALL, 0, 1e10", "SMALL, 0, 1024", "MEDIUM, 1024, 9216", "LARGE, 9216, 1e10"})
  void both_ends_belong_to_the_range(AreaRange range, double min, double max) {
    assertThat(range.excludes(min)).isFalse();
    assertThat(range.excludes(max)).isFalse();
    assertThat(range.excludes(Math.nextDown(min))).isTrue();
    assertThat(range.excludes(Math.nextUp(max))).isTrue();
    assertThat(range.excludes(Double.NaN)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"ALL, all", "SMALL, small", "MEDIUM, medium", "LARGE, large"})
  void label_is_the_official_word(AreaRange range, String label) {
    assertThat(range.label()).isEqualTo(label);
  }
}
