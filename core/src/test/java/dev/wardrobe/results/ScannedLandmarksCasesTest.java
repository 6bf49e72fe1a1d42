package dev.wardrobe.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.LandmarkSchema;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScannedLandmarksCasesTest {
  private final ScannedLandmarks landmarks = new ScannedLandmarks();

  /** Rubbish from a record before must not show. */
  @BeforeEach
  void readAnotherRecord() {
    landmarks.readAll(Scanned.of(numbers(294, 5000)).scanner());
    landmarks.readExtent(Scanned.of("[9, 9, 9, 9]").scanner());
    landmarks.clear();
  }

  /** Points x = from + i, y = 2 (from + i), visibility 2. */
  private static String numbers(int points, int from) {
    return IntStream.range(from, from + points)
        .mapToObj(i -> "%d.5, %d, 2".formatted(i, 2 * i))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private void all(String json) {
    Scanned scanned = Scanned.of(json);
    landmarks.readAll(scanned.scanner());
    assertThat(scanned.used()).isTrue();
  }

  private void own(String json) {
    Scanned scanned = Scanned.of(json);
    landmarks.readOwn(scanned.scanner());
    assertThat(scanned.used()).isTrue();
  }

  private void extent(String json) {
    Scanned scanned = Scanned.of(json);
    landmarks.readExtent(scanned.scanner());
    assertThat(scanned.used()).isTrue();
  }

  @Test
  void all_landmarks_and_the_box_around_them() {
    all(numbers(294, 10));
    landmarks.place(1);
    assertThat(landmarks.found()).isEmpty();
    assertThat(landmarks.present()).isTrue();
    assertThat(landmarks.compact()).isFalse();
    assertThat(landmarks.finite()).isTrue();
    assertThat(landmarks.points()[6]).isEqualTo(13.5);
    assertThat(landmarks.points()[7]).isEqualTo(26);
    assertThat(landmarks.box()).containsExactly(10.5, 20, 293, 586);
  }

  @ParameterizedTest
  @EnumSource(Category.class)
  void own_landmarks_stand_in_their_place_and_the_others_at_zero(Category category) {
    LandmarkSchema schema = LandmarkSchema.of(category);
    own(numbers(schema.count(), 10));
    landmarks.place(category.id());
    assertThat(landmarks.found()).isEmpty();
    assertThat(landmarks.compact()).isTrue();
    double[] expected = new double[588];
    for (int i = 0; i < schema.count(); i++) {
      expected[2 * (schema.offset() + i)] = 10.5 + i;
      expected[2 * (schema.offset() + i) + 1] = 20 + 2 * i;
    }
    assertThat(landmarks.points()).isEqualTo(expected);
    assertThat(landmarks.box())
        .containsExactly(0, 0, 10.5 + schema.count() - 1, 20 + 2 * (schema.count() - 1));
  }

  @Test
  void extent_is_the_box_of_own_landmarks_in_either_order() {
    own(numbers(25, 10));
    extent("[1, 2, 50, 90]");
    landmarks.place(1);
    assertThat(landmarks.box()).containsExactly(1, 2, 49, 88);
    landmarks.clear();
    extent("[1, 2, 51, 90]");
    own(numbers(25, 10));
    landmarks.place(1);
    assertThat(landmarks.found()).isEmpty();
    assertThat(landmarks.box()).containsExactly(1, 2, 50, 88);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void bad_extent_is_said_in_either_order(boolean first) {
    if (first) {
      extent("[1, 2]");
    }
    own(numbers(25, 10));
    if (!first) {
      extent("[1, 2]");
    }
    landmarks.place(1);
    assertThat(landmarks.found()).isEqualTo("an extent of 2 numbers");
    assertThat(landmarks.expected()).startsWith("an extent [x1, y1, x2, y2] of all landmarks");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void all_landmarks_win_over_the_own_ones_in_either_order(boolean allFirst) {
    if (allFirst) {
      all(numbers(294, 10));
    }
    own("[1, 2, 3]");
    if (!allFirst) {
      all(numbers(294, 10));
    }
    landmarks.place(1);
    assertThat(landmarks.found()).isEmpty();
    assertThat(landmarks.compact()).isFalse();
    assertThat(landmarks.points()[0]).isEqualTo(10.5);
  }

  @Test
  void own_landmarks_of_another_number_or_category_are_said() {
    own(numbers(24, 0));
    landmarks.place(1);
    assertThat(landmarks.found()).isEqualTo("72 numbers for a short sleeve top");
    assertThat(landmarks.expected()).isEqualTo("75: x, y and visibility of its 25 landmarks");
    landmarks.clear();
    own(numbers(25, 0));
    landmarks.place(99);
    assertThat(landmarks.found()).isEqualTo("landmarks of category 99");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[1, 2, 3]", "null", "\"1\"", "{}", "[[1, 2, 3]]", "[1, null]"})
  void what_are_no_landmarks_is_said(String json) {
    all(json);
    assertThat(landmarks.present()).isTrue();
    assertThat(landmarks.found()).isNotEmpty();
    assertThat(landmarks.expected()).contains("882 numbers");
    landmarks.clear();
    own(json);
    landmarks.place(1);
    assertThat(landmarks.found()).isNotEmpty();
    assertThat(landmarks.expected())
        .containsAnyOf("3 numbers for each landmark", "its 25 landmarks");
  }

  @Test
  void one_number_too_many_is_said() {
    all(numbers(294, 0).replace("]", ", 1]"));
    assertThat(landmarks.found()).isEqualTo("883 numbers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
  void coordinate_that_is_no_number_is_noticed_in_x_and_y_but_not_in_visibility(String odd) {
    for (int place : new int[] {0, 1, 300, 880}) {
      String[] numbers = new String[882];
      Arrays.fill(numbers, "1");
      numbers[place] = odd;
      all("[" + String.join(",", numbers) + "]");
      assertThat(landmarks.found()).isEmpty();
      assertThat(landmarks.finite()).as("place %d", place).isEqualTo(place % 3 == 2);
    }
    String[] numbers = new String[882];
    Arrays.fill(numbers, "1");
    numbers[881] = odd;
    all("[" + String.join(",", numbers) + "]");
    assertThat(landmarks.finite()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity"})
  void own_coordinate_that_is_no_number_is_noticed_whatever_the_extent(String odd) {
    own(numbers(25, 10).replaceFirst("12.5", odd));
    extent("[1, 2, 50, 90]");
    landmarks.place(1);
    assertThat(landmarks.found()).isEmpty();
    assertThat(landmarks.finite()).isFalse();
    landmarks.clear();
    own(numbers(25, 10));
    extent("[1, 2, 30, " + odd + "]");
    landmarks.place(1);
    assertThat(landmarks.finite()).isFalse();
  }

  @Test
  void nothing_is_present_at_first() {
    assertThat(landmarks.present()).isFalse();
    landmarks.passOver();
    assertThat(landmarks.present()).isTrue();
  }
}
