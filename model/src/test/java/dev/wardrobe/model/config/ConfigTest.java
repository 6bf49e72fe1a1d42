package dev.wardrobe.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.files.DatasetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
  @Test
  void unknown_recipes_are_told_with_those_there_are() {
    assertThatThrownBy(() -> Config.recipe("huge"))
        .isInstanceOf(DatasetException.class)
        .hasMessage("Unknown recipe huge: expected tiny, small or paper");
  }

  @ParameterizedTest
  @CsvSource({
    "class, true, false, false, true",
    "pose, false, false, true, true",
    "mask, false, true, false, true",
    "pose+class, true, false, true, true",
    "mask+class, true, true, false, true",
    "all, true, true, true, true",
    "detection, true, true, true, false"
  })
  void variants_have_their_heads(
      String variant, boolean category, boolean mask, boolean landmark, boolean match) {
    assertThat(Streams.of(variant)).isEqualTo(new Streams(category, mask, landmark, match));
  }

  @Test
  void unknown_variants_are_told_with_those_there_are() {
    assertThatThrownBy(() -> Streams.of("everything"))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            "Unknown variant everything: expected class, pose, mask, pose+class, mask+class, all or detection");
  }

  @ParameterizedTest
  @CsvSource({"kitten, sitting, 3", "'', abc, 3", "same, same, 0", "Aa, aA, 0", "ab, ba, 2"})
  void edit_distance_counts_letters(String a, String b, int distance) {
    assertThat(EditDistance.between(a, b)).isEqualTo(distance);
    assertThat(EditDistance.between(b, a)).isEqualTo(distance);
  }
}
