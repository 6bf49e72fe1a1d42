package dev.wardrobe.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"1e5", "1E-5", "-0.0", "123456789012345678901234567890.5e-10", "5e-324"})
  void numbers_are_the_nearest_double(String text) {
    assertThat(Double.valueOf(NumberText.parse(text))).isEqualTo(Double.valueOf(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1d", "0x1p3", "1.", ".5", "+1", "01", "1e", "inf", "-NaN", " 1", "١"})
  void what_java_takes_and_json_does_not_is_no_number(String text) {
    assertThat(NumberText.parse(text)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Infinity", "-Infinity", "1e999", "-1e999"})
  void infinity_has_a_sign(String text) {
    assertThat(Double.valueOf(NumberText.parse(text))).isEqualTo(Double.valueOf(text));
  }
}
