package dev.wardrobe.model.prediction;

/**
 * How photos are looked at.
 *
 * @param batch how many photos are looked at together, at least 1
 * @param threads how many threads decode photos and draw masks beside the network, at least 1
 */
public record PredictionOptions(int batch, int threads) {
  /** Checks the numbers. */
  public PredictionOptions {
    if (batch < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "Expected at least 1 photo and 1 thread, but got %d and %d".formatted(batch, threads));
    }
  }
}
