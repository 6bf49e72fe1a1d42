package dev.wardrobe.model.prediction;

import dev.wardrobe.predictions.PredictedPhoto;

/** What became of a photo. */
public sealed interface PhotoOutcome {
  /** The photo. */
  PendingPhoto photo();

  /**
   * It was looked at.
   *
   * @param found on it, which may be nothing
   */
  record Found(PendingPhoto photo, PredictedPhoto found) implements PhotoOutcome {}

  /**
   * It was looked at, and at its annotated items, too, as was asked for.
   *
   * @param found on it, which may be nothing
   * @param annotated its annotated items with their features and a score of 1
   */
  record Described(PendingPhoto photo, PredictedPhoto found, PredictedPhoto annotated)
      implements PhotoOutcome {}

  /**
   * It could not be read.
   *
   * @param problem in a few words, such as "a JPEG that ends early"
   */
  record Skipped(PendingPhoto photo, String problem) implements PhotoOutcome {}
}
