package dev.wardrobe.torch.training;

import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Scores the model of a training on photos that it is not trained on. */
interface Validation {
  /**
   * The number by which the best model is chosen: the mean of the APs of the tasks that the model
   * does and for which there is something to find.
   */
  String SCORE = "score";

  /** Hears how many photos were looked at. */
  @FunctionalInterface
  interface ScoreProgress {
    void done(int photos, int total);
  }

  /** How many photos are looked at. */
  int photos();

  /**
   * Looks at the photos and scores what was found.
   *
   * @param stopping whether to give up
   * @return photos, {@link #SCORE} and the APs, by name; empty if given up
   */
  Optional<Map<String, Double>> score(ScoreProgress progress, BooleanSupplier stopping);
}
