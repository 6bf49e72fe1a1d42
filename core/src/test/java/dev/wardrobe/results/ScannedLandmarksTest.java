package dev.wardrobe.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.json.JsonScanner;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Landmarks of a category only, and what is said of the others. */
class ScannedLandmarksTest {
  private static final String SKIRT =
      "\"landmarks\": " + Stream.generate(() -> "50, 60, 2").limit(8).toList();
  private static final ScannedResult RESULT = new ScannedResult();

  private static ScannedLandmarks read(String... fields) {
    byte[] text = ("{" + String.join(", ", fields) + "}").getBytes(StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOf(text, text.length + JsonScanner.PADDING);
    JsonScanner scanner = new JsonScanner();
    scanner.reset(bytes, 0, text.length);
    RESULT.read(scanner, bytes, false, true);
    assertThat(scanner.atEnd()).isTrue();
    RESULT.landmarks().place(Category.SKIRT.id());
    return RESULT.landmarks();
  }

  @Test
  void others_are_at_zero_where_nothing_is_said() {
    ScannedLandmarks landmarks = read(SKIRT);
    assertThat(landmarks.found()).isEmpty();
    assertThat(landmarks.box()).containsExactly(0, 0, 50, 60);
    assertThat(landmarks.points()).startsWith(0, 0).endsWith(0, 0);
  }

  @Test
  void others_are_at_the_point_that_is_said() {
    ScannedLandmarks landmarks = read("\"others\": [70, 10, 1]", SKIRT);
    assertThat(landmarks.found()).isEmpty();
    assertThat(landmarks.box()).containsExactly(50, 10, 20, 50);
    assertThat(landmarks.points()).startsWith(70, 10).endsWith(70, 10);
    assertThat(landmarks.points()[2 * LandmarkSchema.of(Category.SKIRT).offset()]).isEqualTo(50);
  }

  @Test
  void others_are_where_each_of_them_is_said_to_be() {
    StringBuilder others = new StringBuilder("\"others\": [1, 2, 1");
    for (int i = 1; i < 294 - 8; i++) {
      others.append(", %d, 20, 1".formatted(100 + i));
    }
    ScannedLandmarks landmarks = read(SKIRT, others + "]");
    assertThat(landmarks.found()).isEmpty();
    assertThat(landmarks.points()).hasSize(588).startsWith(1, 2, 101, 20).endsWith(385, 20);
    int own = 2 * LandmarkSchema.of(Category.SKIRT).offset();
    assertThat(Arrays.copyOfRange(landmarks.points(), own - 2, own + 2))
        .containsExactly(100 + own / 2 - 1, 20, 50, 60);
    assertThat(landmarks.box()).containsExactly(1, 2, 384, 58);
    assertThat(read(SKIRT, others + ", 1]").found()).isEqualTo("others of 859 numbers");
    assertThat(read(SKIRT, others + "]", "\"extent\": [1, 2, 3, 4]").found())
        .isEqualTo("both an extent and others");
  }

  @Test
  void extent_stands_at_the_first_and_the_last_of_the_others_and_own_ones_between() {
    ScannedLandmarks landmarks = read(SKIRT, "\"extent\": [5, 6, 100, 200]");
    assertThat(landmarks.found()).isEmpty();
    assertThat(landmarks.box()).containsExactly(5, 6, 95, 194);
    assertThat(landmarks.points()).startsWith(5, 6, 50, 60).endsWith(50, 60, 100, 200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"extent\": [1, 2]             | an extent of 2 numbers",
        "\"extent\": [1, 2, [3], 4]     | an extent of more than numbers",
        "\"extent\": null               | an extent of null",
        "\"others\": [1, 2, 3, 4]       | others of 4 numbers",
        "\"others\": []                | others of 0 numbers",
        "\"others\": \"none\"           | others of the text \"none\"",
        "\"others\": [1, 2, 1], \"extent\": [1, 2, 3, 4] | both an extent and others"
      })
  void bad_extents_and_others_are_found_before_and_after_the_landmarks(String field, String found) {
    assertThat(read(SKIRT, field).found()).isEqualTo(found);
    assertThat(read(field, SKIRT).found()).isEqualTo(found);
    assertThat(read(SKIRT).found()).isEmpty();
  }
}
