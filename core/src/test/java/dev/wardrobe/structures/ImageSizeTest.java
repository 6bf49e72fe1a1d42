package dev.wardrobe.structures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageSizeTest {
  @Test
  void area_of_the_largest_jpeg_does_not_overflow() {
    assertThat(new ImageSize(65_535, 65_535).area()).isEqualTo(4_294_836_225L);
  }

  @Test
  void text_is_width_by_height() {
    assertThat(new ImageSize(468, 624)).hasToString("468x624");
  }

  @ParameterizedTest
  @CsvSource({"0,5", "5,0", "-1,5", "5,-1"})
  void side_below_one_is_refused(int width, int height) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ImageSize(width, height))
        .withMessageContaining(width + " x " + height);
  }
}
