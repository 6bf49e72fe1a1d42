package dev.wardrobe.evaluation;

import dev.wardrobe.groundtruth.GroundTruthItem;
import dev.wardrobe.results.ScannedMask;
import dev.wardrobe.structures.BoxOverlap;
import dev.wardrobe.structures.PackedMask;
import dev.wardrobe.structures.RunLengths;
import org.jspecify.annotations.Nullable;

/**
 * Intersection over union of masks, bit for bit as maskApi's rleIou: 0 where their boxes do not
 * meet, -1 for masks on different grids whose boxes meet. Not for several threads at once.
 */
final class MaskOverlap {
  private static final int UNPACKED = 8;

  // Detections of one photo follow one another, so an item's runs are often unpacked already.
  private final @Nullable PackedMask[] unpacked = new @Nullable PackedMask[UNPACKED];
  private final int[][] unpackedRuns = new int[UNPACKED][1024];
  private int next;

  /**
   * The overlap of a detection with an item: over the union, or over the detection's area for a
   * crowd.
   *
   * @param mask run lengths of the detection
   * @param box their box: x, y, width, height
   */
  double of(ScannedMask mask, double[] box, GroundTruthItem item) {
    PackedMask packed =
        item.mask() instanceof PackedMask already ? already : PackedMask.of(item.mask().get());
    double boxes =
        BoxOverlap.of(
            box[0],
            box[1],
            box[2],
            box[3],
            packed.box(0),
            packed.box(1),
            packed.box(2),
            packed.box(3),
            item.crowd());
    if (!(boxes > 0)) {
      return 0;
    }
    if (mask.width() != packed.width() || mask.height() != packed.height()) {
      return -1;
    }
    return RunLengths.iou(mask.runs(), mask.runCount(), runs(packed), packed.runs(), item.crowd());
  }

  private int[] runs(PackedMask packed) {
    for (int i = 0; i < UNPACKED; i++) {
      if (unpacked[i] == packed) {
        return unpackedRuns[i];
      }
    }
    next = (next + 1) % UNPACKED;
    if (unpackedRuns[next].length < packed.runs()) {
      unpackedRuns[next] = new int[2 * packed.runs()];
    }
    packed.unpack(unpackedRuns[next]);
    unpacked[next] = packed;
    return unpackedRuns[next];
  }
}
