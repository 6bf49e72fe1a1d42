package dev.wardrobe.files;

import java.util.function.IntConsumer;

/**
 * How to read a split.
 *
 * @param threads how many threads read and parse, at least 1
 * @param imageHeaders whether to open the photos for their sizes; needed for COCO files and for
 *     checks against the photo's edges
 * @param progress gets the number of photos done so far, now and then, on the calling thread
 */
public record ReadOptions(int threads, boolean imageHeaders, IntConsumer progress) {

  /**
   * Checks the number of threads.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public ReadOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("Expected at least 1 thread, but got " + threads);
    }
  }

  /** All processors, sizes from the photos, silent. */
  public static ReadOptions defaults() {
    return new ReadOptions(Runtime.getRuntime().availableProcessors(), true, done -> {});
  }

  /** These options with another number of threads. */
  public ReadOptions withThreads(int other) {
    return new ReadOptions(other, imageHeaders, progress);
  }

  /** These options with or without opening the photos. */
  public ReadOptions withImageHeaders(boolean other) {
    return new ReadOptions(threads, other, progress);
  }

  /** These options with another listener. */
  public ReadOptions withProgress(IntConsumer other) {
    return new ReadOptions(threads, imageHeaders, other);
  }
}
