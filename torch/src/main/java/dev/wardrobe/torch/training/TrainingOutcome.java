package dev.wardrobe.torch.training;

import java.util.Map;

/**
 * How a training ended.
 *
 * @param step how many steps were taken in all
 * @param finished whether these are all; otherwise it was asked to stop
 * @param bestStep the step of the best model; 0 if there was no validation
 * @param bestScores what that validation found, by name; empty if there was none
 */
public record TrainingOutcome(
    int step, boolean finished, int bestStep, Map<String, Double> bestScores) {
  /** Keeps the map. */
  public TrainingOutcome {
    bestScores = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(bestScores));
  }
}
