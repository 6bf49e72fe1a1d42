package dev.wardrobe.model.prediction;

import dev.wardrobe.dataset.Source;
import java.util.Set;

/**
 * How photos are looked at.
 *
 * @param batch how many photos are looked at together, at least 1
 * @param threads how many threads decode photos and draw masks beside the network, at least 1
 * @param annotated on photos of these sources, features are made of the annotated items, too; the
 *     network then looks twice; copied
 */
public record PredictionOptions(int batch, int threads, Set<Source> annotated) {
  /** Looks for items only. */
  public PredictionOptions(int batch, int threads) {
    this(batch, threads, Set.of());
  }

  /** Copies the set and checks the numbers. */
  public PredictionOptions {
    annotated = Set.copyOf(annotated);
    if (batch < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "Expected at least 1 photo and 1 thread, but got %d and %d".formatted(batch, threads));
    }
  }
}
