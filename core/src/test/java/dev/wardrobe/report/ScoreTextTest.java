package dev.wardrobe.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTextTest {
  /** The texts are what Python's '{:0.3f}'.format gives. */
  @ParameterizedTest
  @CsvSource({
    "0.0625, 0.062",
    "0.1875, 0.188",
    "0.0005, 0.001",
    "0.2675, 0.268",
    "1.0005, 1.000",
    "0.50792470894589, 0.508",
    "1, 1.000",
    "0, 0.000",
    "-1, -1.000",
    "NaN, nan",
    "Infinity, inf",
    "-Infinity, -inf"
  })
  void official_numbers_are_rounded_as_python_does(double score, String text) {
    assertThat(ScoreText.official(score)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"-1, -", "0.25, 0.250"})
  void nothing_to_average_is_a_dash(double score, String text) {
    assertThat(ScoreText.of(score)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.6384, 0.638, 0.000", "0.7, 0.638, +0.062", "0.5, 0.638, -0.138", "-1, 0.638, -"})
  void difference_is_that_of_the_printed_numbers(double ours, double theirs, String text) {
    assertThat(ScoreText.difference(ours, theirs)).isEqualTo(text);
  }
}
