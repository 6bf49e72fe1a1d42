package dev.wardrobe.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxScannerTest {
  private final double[] box = new double[4];

  private String read(String json) {
    Scanned scanned = Scanned.of(json);
    String found = BoxScanner.read(scanned.scanner(), box);
    assertThat(scanned.used()).as(json).isTrue();
    return found;
  }

  @Test
  void four_numbers_are_a_box_whatever_they_are() {
    assertThat(read("[1, -2.5, 3e2, 4]")).isEmpty();
    assertThat(box).containsExactly(1, -2.5, 300, 4);
    assertThat(read("[NaN, Infinity, -Infinity, -0.0]")).isEmpty();
    assertThat(box).containsExactly(Double.NaN, 1 / 0., -1 / 0., -0.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]                 | 0 numbers",
        "[1, 2, 3]          | 3 numbers",
        "[1, 2, 3, 4, 5]    | 5 numbers",
        "null               | null",
        "5                  | 5",
        "\"1 2 3 4\"        | the text \"1 2 3 4\"",
        "{\"x\": 1}         | an object {...}",
        "[1, \"2\", 3, 4]   | the text \"2\"",
        "[[1, 2, 3, 4]]     | a list [...]",
        "[null, true, 3, 4] | null"
      })
  void everything_else_is_said(String json, String found) {
    assertThat(read(json)).isEqualTo(found);
  }
}
