package dev.wardrobe.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.GoldenLines;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonFloatTest {
  @ParameterizedTest
  @CsvSource({
    "0.0, 0.0",
    "-0.0, -0.0",
    "1, 1.0",
    "0.1, 0.1",
    "0.30000000000000004, 0.30000000000000004",
    "1e-4, 0.0001",
    "1e-5, 1e-05",
    "1.5e-5, 1.5e-05",
    "1e15, 1000000000000000.0",
    "1e16, 1e+16",
    "-1.25e100, -1.25e+100",
    "4.9e-324, 5e-324",
    "2e23, 2e+23",
    "NaN, NaN",
    "Infinity, Infinity",
    "-Infinity, -Infinity"
  })
  void well_known_floats(double value, String expected) {
    assertThat(PythonFloat.repr(value)).isEqualTo(expected);
  }

  /**
   * Random bit patterns, zeros, subnormals, limits, powers of ten and two, both edges of the
   * exponent's range, rounded decimals.
   */
  @Test
  void golden_floats_are_as_python_prints_them() throws IOException {
    List<String> cases = GoldenLines.read(PythonFloatTest.class, "floats.txt");
    assertThat(cases).hasSizeGreaterThan(700);
    PythonJson json = new PythonJson();
    for (String line : cases) {
      double value = Double.longBitsToDouble(Long.parseUnsignedLong(line.substring(0, 16), 16));
      String expected = line.substring(17);
      assertThat(PythonFloat.repr(value)).as(line).isEqualTo(expected);
      json.clear();
      assertThat(json.real(value)).as(line).hasToString(expected);
    }
  }

  @Test
  void random_doubles_read_back_equal() {
    long seed = 17;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 50_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertThat(Double.parseDouble(PythonFloat.repr(value)))
            .as("seed %d, number %d", seed, i)
            .isEqualTo(value);
      }
    }
  }
}
