package dev.wardrobe.predictions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.RleMask;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PredictedItemTest {
  private static PredictedItem item(
      double score, Optional<Category> category, Optional<PredictedLandmarks> landmarks) {
    return new PredictedItem(
        category, score, new Box(0, 0, 1, 1), Optional.empty(), landmarks, Embedding.NONE);
  }

  @Test
  void score_is_from_zero_to_one() {
    assertThatThrownBy(() -> item(1.5, Optional.empty(), Optional.empty()))
        .hasMessage("Expected a score from 0 to 1, but got 1.5");
    assertThatThrownBy(() -> item(Double.NaN, Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void landmarks_are_as_many_as_the_category_has() {
    Optional<PredictedLandmarks> one = Optional.of(PredictedLandmarks.of(1, 2, .5));
    assertThatThrownBy(() -> item(1, Optional.of(Category.SKIRT), one))
        .hasMessage("Expected 8 landmarks for skirt, but got 1");
    assertThatThrownBy(() -> item(1, Optional.empty(), one))
        .hasMessage("Expected 0 landmarks for an unknown category, but got 1");
    assertThatThrownBy(() -> PredictedLandmarks.of(1, 2)).hasMessageContaining("got 2 numbers");
    assertThatThrownBy(() -> PredictedLandmarks.of(1, 2, 3)).hasMessageContaining("landmark 1");
  }

  @Test
  void masks_lie_on_the_photos_grid() {
    PredictedItem item =
        new PredictedItem(
            Optional.empty(),
            1,
            new Box(0, 0, 1, 1),
            Optional.of(RleMask.empty(new ImageSize(2, 3))),
            Optional.empty(),
            Embedding.NONE);
    assertThatThrownBy(() ->
            new PredictedPhoto(1, "a.jpg", new ImageSize(3, 2), Optional.empty(), List.of(item)))
        .hasMessage("Expected masks on 3x2, but got one on 2x3");
  }

  @Test
  void features_do_not_change() {
    float[] values = {1, 2};
    Embedding embedding = Embedding.of(values);
    values[0] = 9;
    embedding.toArray()[1] = 9;
    assertThat(embedding).isEqualTo(Embedding.of(1, 2));
    assertThat(embedding.get(1)).isEqualTo(2);
    assertThat(Embedding.of()).isSameAs(Embedding.NONE);
  }
}
