package dev.wardrobe.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributesTest {
  @ParameterizedTest
  @CsvSource({
    "0, SMALL",
    "0.09999999999999999, SMALL",
    "0.1, MODERATE",
    "0.4, MODERATE",
    "0.4000000000000001, LARGE",
    "1, LARGE",
    "1.5, LARGE"
  })
  void scale_by_share_of_the_photo(double share, Scale expected) {
    assertThat(Scale.ofShare(share)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, SLIGHT",
    "0.19999999999999998, SLIGHT",
    "0.2, MEDIUM",
    "0.5, MEDIUM",
    "0.5000000000000001, HEAVY",
    "1, HEAVY"
  })
  void occlusion_by_share_of_occluded_landmarks(double share, Occlusion expected) {
    assertThat(Occlusion.ofShare(share)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, NONE", "0.025, MEDIUM", "0.3, MEDIUM", "0.30000000000000004, LARGE", "1, LARGE"})
  void zoom_in_by_share_of_landmarks_outside(double share, ZoomIn expected) {
    assertThat(ZoomIn.ofShare(share)).isEqualTo(expected);
  }

  @Test
  void codes_run_from_1_to_3() {
    assertCodes(Scale.ALL, Scale::ofCode);
    assertCodes(Occlusion.ALL, Occlusion::ofCode);
    assertCodes(ZoomIn.ALL, ZoomIn::ofCode);
    assertCodes(Viewpoint.ALL, Viewpoint::ofCode);
    for (int i = 0; i < 3; i++) {
      assertThat(Scale.ALL.get(i).code()).isEqualTo(i + 1);
      assertThat(Occlusion.ALL.get(i).code()).isEqualTo(i + 1);
      assertThat(ZoomIn.ALL.get(i).code()).isEqualTo(i + 1);
      assertThat(Viewpoint.ALL.get(i).code()).isEqualTo(i + 1);
    }
  }

  @Test
  void labels_are_the_words_of_the_paper() {
    assertThat(Scale.ALL).extracting(Scale::label).containsExactly("small", "moderate", "large");
    assertThat(Occlusion.ALL)
        .extracting(Occlusion::label)
        .containsExactly("slight", "medium", "heavy");
    assertThat(ZoomIn.ALL).extracting(ZoomIn::label).containsExactly("no", "medium", "large");
    assertThat(Viewpoint.ALL)
        .extracting(Viewpoint::label)
        .containsExactly("no wear", "frontal", "side or back");
  }

  @Test
  void source_names_are_exact() {
    assertThat(Source.ofName("shop")).contains(Source.SHOP);
    assertThat(Source.ofName("user")).contains(Source.USER);
    assertThat(Source.ofName("Shop")).isEmpty();
    assertThat(Source.ofName("")).isEmpty();
    assertThat(Source.SHOP.annotationName()).isEqualTo("shop");
    assertThat(Source.USER.annotationName()).isEqualTo("user");
  }

  @Test
  void splits_are_found_by_folder() {
    for (Split split : Split.values()) {
      assertThat(Split.ofFolder(split.folderName())).contains(split);
    }
    assertThat(Split.ofFolder("Train")).isEmpty();
    assertThat(Split.TRAIN.releasedPhotos()).isEqualTo(191_961);
    assertThat(Split.VALIDATION.releasedPhotos()).isEqualTo(32_153);
    assertThat(Split.TEST.releasedPhotos()).isEqualTo(62_629);
    assertThat(
            Split.TRAIN.paperPhotos() + Split.VALIDATION.paperPhotos() + Split.TEST.paperPhotos())
        .as("the paper's 491,895 photos: 491k in its abstract")
        .isEqualTo(491_895);
  }

  @Test
  void unknown_attributes_are_empty() {
    assertThat(Attributes.UNKNOWN)
        .isNotEqualTo(Attributes.of(Scale.SMALL, Occlusion.HEAVY, ZoomIn.NONE, Viewpoint.FRONTAL));
    assertThat(Attributes.UNKNOWN.scale()).isEmpty();
    assertThat(
            Attributes.of(Scale.SMALL, Occlusion.HEAVY, ZoomIn.NONE, Viewpoint.FRONTAL).occlusion())
        .contains(Occlusion.HEAVY);
  }

  private static <T> void assertCodes(List<T> values, LongFunction<Optional<T>> ofCode) {
    assertThat(values).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(ofCode.apply(i + 1)).contains(values.get(i));
    }
    for (long other : new long[] {0, 4, -1, (1L << 32) + 1, Long.MIN_VALUE}) {
      assertThat(ofCode.apply(other)).isEmpty();
    }
  }
}
