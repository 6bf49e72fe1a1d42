package dev.wardrobe.predictions;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.RleMask;
import java.util.Optional;

/**
 * A garment that a model found in a photo.
 *
 * @param category what it is; empty where the model does not tell categories apart
 * @param score how sure the model is, 0 to 1
 * @param box where it is, in photo pixels
 * @param mask its pixels, on the photo's grid; empty where the model draws none
 * @param landmarks of the category; empty where the model finds none
 * @param embedding its feature; {@link Embedding#NONE} where the model makes none
 */
public record PredictedItem(
    Optional<Category> category,
    double score,
    Box box,
    Optional<RleMask> mask,
    Optional<PredictedLandmarks> landmarks,
    Embedding embedding) {

  /**
   * Checks what every later step relies on.
   *
   * @throws IllegalArgumentException if the score is not from 0 to 1, or the landmarks are not as
   *     many as the category has
   */
  public PredictedItem {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("Expected a score from 0 to 1, but got " + score);
    }
    if (landmarks.isPresent()) {
      int expected = category.map(known -> known.landmarks().count()).orElse(0);
      if (landmarks.get().count() != expected) {
        throw new IllegalArgumentException(
            "Expected %d landmarks for %s, but got %d"
                .formatted(
                    expected,
                    category.map(Category::annotationName).orElse("an unknown category"),
                    landmarks.get().count()));
      }
    }
  }
}
