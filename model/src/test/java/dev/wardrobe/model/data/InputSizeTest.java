package dev.wardrobe.model.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.structures.ImageSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule for sizes of inputs. */
class InputSizeTest {
  @ParameterizedTest
  @CsvSource({
    "400, 600, 800, 1333, 800, 1200",
    "600, 400, 800, 1333, 1200, 800",
    "300, 900, 800, 1333, 444, 1333",
    "800, 800, 800, 1333, 800, 800",
    "1, 1000, 224, 320, 1, 320",
    "100000, 1, 224, 320, 320, 1"
  })
  void short_side_rules_unless_the_long_one_is_too_long(
      int width, int height, int shortSide, int longSide, int inputWidth, int inputHeight) {
    assertThat(InputSize.of(new ImageSize(width, height), shortSide, longSide))
        .isEqualTo(new ImageSize(inputWidth, inputHeight));
  }

  @Test
  void sizes_are_those_of_torchvision() throws IOException {
    String golden =
        new String(PhotoDecoderTest.resource("input_sizes.csv"), StandardCharsets.US_ASCII);
    int rounded = 0;
    for (String line : golden.lines().skip(1).toList()) {
      String[] words = line.split(",", -1);
      int[] n = new int[words.length];
      for (int i = 0; i < n.length; i++) {
        n[i] = Integer.parseInt(words[i]);
      }
      ImageSize size = InputSize.of(new ImageSize(n[0], n[1]), n[2], n[3]);
      assertThat(size).as(line).isEqualTo(new ImageSize(n[4], n[5]));
      rounded += Math.min(size.width(), size.height()) == n[2] - 1 ? 1 : 0;
    }
    assertThat(rounded).as("cases where rounding costs a pixel").isPositive();
  }
}
