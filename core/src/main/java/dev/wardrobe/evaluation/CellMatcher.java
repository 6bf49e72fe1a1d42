package dev.wardrobe.evaluation;

import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.groundtruth.GroundTruthItem;
import java.util.Arrays;

/**
 * Matches detections to items, one cell after another. At each IoU threshold detections choose in
 * the order of their scores: the item they overlap most, the later one of equals, among those still
 * free (a crowd always is) and reached with the threshold. Ignored items are looked at only by
 * detections that found no other. Not for use by several threads at once.
 */
final class CellMatcher {
  private static final double[] LIMITS = limits();

  private static final int THRESHOLDS = Thresholds.IOU_COUNT;

  private final GroundTruth groundTruth;
  private final Detections detections;
  private final Roles roles;
  private final DetectionCells cells;
  private final int maxDets;

  private int imageIndex;
  private int categoryIndex;
  private int detectionCount;
  private int itemCount;
  private int[] positions = new int[8];
  private boolean[] ignored = new boolean[8];
  private boolean[] taken = new boolean[8];
  private int[] matched = new int[THRESHOLDS * 8];
  private AreaRange range = AreaRange.ALL;

  CellMatcher(
      GroundTruth groundTruth,
      Detections detections,
      Roles roles,
      DetectionCells cells,
      int maxDets) {
    this.groundTruth = groundTruth;
    this.detections = detections;
    this.roles = roles;
    this.cells = cells;
    this.maxDets = maxDets;
  }

  /** No overlap is quite 1 after rounding, so no more than this is asked for. */
  private static double[] limits() {
    double[] limits = Thresholds.iou();
    for (int t = 0; t < limits.length; t++) {
      limits[t] = Math.min(limits[t], 1 - 1e-10);
    }
    return limits;
  }

  /** Goes to a cell. */
  void open(int image, int category) {
    imageIndex = image;
    categoryIndex = category;
    detectionCount = Math.min(maxDets, cells.size(image, category));
    itemCount = 0;
    reserve(groundTruth.cellSize(image, category));
  }

  private void reserve(int items) {
    if (items > positions.length) {
      positions = new int[items];
      ignored = new boolean[items];
      taken = new boolean[items];
    }
    if (THRESHOLDS * detectionCount > matched.length) {
      matched = new int[THRESHOLDS * detectionCount];
    }
  }

  /** Matches the detections of the cell in an area range. */
  void match(AreaRange areaRange) {
    range = areaRange;
    itemCount = 0;
    gather(false);
    gather(true);
    if (itemCount == 0) {
      Arrays.fill(matched, 0, THRESHOLDS * detectionCount, -1);
      return;
    }
    for (int t = 0; t < THRESHOLDS; t++) {
      Arrays.fill(taken, 0, itemCount, false);
      for (int rank = 0; rank < detectionCount; rank++) {
        int chosen = choose(LIMITS[t], detection(rank));
        matched[t * detectionCount + rank] = chosen;
        if (chosen >= 0) {
          taken[chosen] = true;
        }
      }
    }
  }

  private void gather(boolean ignoredOnes) {
    int size = groundTruth.cellSize(imageIndex, categoryIndex);
    for (int position = 0; position < size; position++) {
      int item = groundTruth.cellItem(imageIndex, categoryIndex, position);
      if (roles.hasItem(item) && roles.ignores(item, range) == ignoredOnes) {
        positions[itemCount] = position;
        ignored[itemCount] = ignoredOnes;
        itemCount++;
      }
    }
  }

  /** An overlap that is not a number is not below any other, and so it is always the best. */
  private int choose(double limit, int detection) {
    double best = limit;
    int chosen = -1;
    for (int i = 0; i < itemCount; i++) {
      if (taken[i] && !item(i).crowd()) {
        continue;
      }
      if (chosen >= 0 && !ignored[chosen] && ignored[i]) {
        break;
      }
      double overlap = detections.overlap(detection, positions[i]);
      if (!(overlap < best)) {
        best = overlap;
        chosen = i;
      }
    }
    return chosen;
  }

  /** How many detections of the cell take part. */
  int detectionCount() {
    return detectionCount;
  }

  /** What the detection of a rank comes to, as a {@link Outcome}. */
  int outcome(int rank) {
    if (itemCount == 0) {
      return isIgnored(-1, rank) ? Outcome.IGNORED : Outcome.WRONG;
    }
    int correct = 0;
    int wrong = 0;
    for (int t = 0; t < THRESHOLDS; t++) {
      int chosen = matched[t * detectionCount + rank];
      if (!isIgnored(chosen, rank)) {
        if (isMatch(chosen)) {
          correct |= 1 << t;
        } else {
          wrong |= 1 << t;
        }
      }
    }
    return Outcome.of(correct, wrong);
  }

  /** The official evaluation notes the item's id, and reads 0 as no match. */
  private boolean isMatch(int chosen) {
    return chosen >= 0 && item(chosen).id() != 0;
  }

  private boolean isIgnored(int chosen, int rank) {
    return (chosen >= 0 && ignored[chosen])
        || (!isMatch(chosen) && range.excludes(detections.area(detection(rank))));
  }

  private int detection(int rank) {
    return cells.detection(cells.place(imageIndex, categoryIndex, rank));
  }

  private int itemIndex(int i) {
    return groundTruth.cellItem(imageIndex, categoryIndex, positions[i]);
  }

  private GroundTruthItem item(int i) {
    return groundTruth.items().get(itemIndex(i));
  }

  /** The last matching, to keep. */
  CellMatches toMatches() {
    int[] dts = new int[detectionCount];
    int[] dtIds = new int[detectionCount];
    boolean[] dtIgnored = new boolean[THRESHOLDS * detectionCount];
    for (int rank = 0; rank < detectionCount; rank++) {
      dts[rank] = detection(rank);
      dtIds[rank] = detections.id(dts[rank]);
      for (int t = 0; t < THRESHOLDS; t++) {
        int at = t * detectionCount + rank;
        dtIgnored[at] = isIgnored(matched[at], rank);
      }
    }
    int[] gts = new int[itemCount];
    long[] gtIds = new long[itemCount];
    for (int i = 0; i < itemCount; i++) {
      gts[i] = itemIndex(i);
      gtIds[i] = item(i).id();
    }
    return new CellMatches(
        dts,
        dtIds,
        gts,
        gtIds,
        Arrays.copyOf(ignored, itemCount),
        Arrays.copyOf(matched, THRESHOLDS * detectionCount),
        dtIgnored);
  }
}
