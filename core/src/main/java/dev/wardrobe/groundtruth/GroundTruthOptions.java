package dev.wardrobe.groundtruth;

import dev.wardrobe.results.BadResults;
import java.util.function.LongConsumer;

/**
 * What to read of a ground truth; what is not needed is passed over, which is most of a file.
 *
 * @param masks whether masks are needed
 * @param landmarks whether landmarks are needed
 * @param visibleOnly whether only landmarks with visibility 2 count, as in keypoints_val_vis.json;
 *     the number of landmarks is then counted anew
 * @param bad what to do with bad records
 * @param threads how many threads read, at least 1
 * @param progress gets the number of bytes or photos read so far
 */
public record GroundTruthOptions(
    boolean masks,
    boolean landmarks,
    boolean visibleOnly,
    BadResults bad,
    int threads,
    LongConsumer progress) {

  /** Boxes only, refusing bad records, with all processors, silent. */
  public static GroundTruthOptions boxes() {
    return new GroundTruthOptions(
        false,
        false,
        false,
        BadResults.REFUSE,
        Runtime.getRuntime().availableProcessors(),
        done -> {});
  }

  /** These options, with masks or without. */
  public GroundTruthOptions withMasks(boolean other) {
    return new GroundTruthOptions(other, landmarks, visibleOnly, bad, threads, progress);
  }

  /** These options, with landmarks or without. */
  public GroundTruthOptions withLandmarks(boolean other) {
    return new GroundTruthOptions(masks, other, visibleOnly, bad, threads, progress);
  }

  /** These options, with visible landmarks only or not. */
  public GroundTruthOptions withVisibleOnly(boolean other) {
    return new GroundTruthOptions(masks, landmarks, other, bad, threads, progress);
  }

  /** These options with another way to take bad records. */
  public GroundTruthOptions withBad(BadResults other) {
    return new GroundTruthOptions(masks, landmarks, visibleOnly, other, threads, progress);
  }

  /** These options with another number of threads. */
  public GroundTruthOptions withThreads(int other) {
    return new GroundTruthOptions(masks, landmarks, visibleOnly, bad, other, progress);
  }

  /** These options with another listener. */
  public GroundTruthOptions withProgress(LongConsumer other) {
    return new GroundTruthOptions(masks, landmarks, visibleOnly, bad, threads, other);
  }
}
