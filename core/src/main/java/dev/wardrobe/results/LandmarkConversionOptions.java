package dev.wardrobe.results;

import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * How to convert a file of landmark results.
 *
 * @param target the form to write; empty for the one that the file's first record has not
 * @param whole which records keep all 294 landmarks in the compact form
 * @param lenient whether bad records are left out; otherwise they end the conversion
 * @param threads how many threads read and write, at least 1
 * @param progress gets the number of bytes read so far
 */
public record LandmarkConversionOptions(
    Optional<LandmarkForm> target,
    WholeRecords whole,
    boolean lenient,
    int threads,
    LongConsumer progress) {
  /** To the other form, refusing bad records, with all processors, silent. */
  public static LandmarkConversionOptions defaults() {
    return new LandmarkConversionOptions(
        Optional.empty(),
        WholeRecords.NONE,
        false,
        Runtime.getRuntime().availableProcessors(),
        done -> {});
  }

  /** These options with a form to write. */
  public LandmarkConversionOptions withTarget(LandmarkForm other) {
    return new LandmarkConversionOptions(Optional.of(other), whole, lenient, threads, progress);
  }

  /** These options with other records that keep all landmarks. */
  public LandmarkConversionOptions withWhole(WholeRecords other) {
    return new LandmarkConversionOptions(target, other, lenient, threads, progress);
  }

  /** These options, leaving bad records out or not. */
  public LandmarkConversionOptions withLenient(boolean other) {
    return new LandmarkConversionOptions(target, whole, other, threads, progress);
  }

  /** These options with another number of threads. */
  public LandmarkConversionOptions withThreads(int other) {
    return new LandmarkConversionOptions(target, whole, lenient, other, progress);
  }

  /** These options with another listener. */
  public LandmarkConversionOptions withProgress(LongConsumer other) {
    return new LandmarkConversionOptions(target, whole, lenient, threads, other);
  }
}
