package dev.wardrobe.evaluation;

import dev.wardrobe.results.BadResults;
import java.util.function.LongConsumer;

/**
 * How to read a results file.
 *
 * @param bad what to do with bad records
 * @param threads how many threads read, at least 1
 * @param progress gets the number of bytes read so far
 */
public record DetectionOptions(BadResults bad, int threads, LongConsumer progress) {
  /** Refusing bad records, with all processors, silent. */
  public static DetectionOptions defaults() {
    return new DetectionOptions(
        BadResults.REFUSE, Runtime.getRuntime().availableProcessors(), done -> {});
  }

  /** These options with another way to take bad records. */
  public DetectionOptions withBad(BadResults other) {
    return new DetectionOptions(other, threads, progress);
  }

  /** These options with another number of threads. */
  public DetectionOptions withThreads(int other) {
    return new DetectionOptions(bad, other, progress);
  }

  /** These options with another listener. */
  public DetectionOptions withProgress(LongConsumer other) {
    return new DetectionOptions(bad, threads, other);
  }
}
