package dev.wardrobe.evaluation;

/**
 * Which detection matches which item in one cell, that is one photo and category, at each IoU
 * threshold. Detections are addressed by rank, best score first, at most the task's largest number
 * of them; items by position, those that must be found first, then the ignored ones, otherwise in
 * the order of the file. Immutable.
 */
public final class CellMatches {
  private final int[] detections;
  private final int[] detectionIds;
  private final int[] items;
  private final long[] itemIds;
  private final boolean[] itemIgnored;
  private final int[] matched;
  private final boolean[] detectionIgnored;

  CellMatches(
      int[] detections,
      int[] detectionIds,
      int[] items,
      long[] itemIds,
      boolean[] itemIgnored,
      int[] matched,
      boolean[] detectionIgnored) {
    this.detections = detections;
    this.detectionIds = detectionIds;
    this.items = items;
    this.itemIds = itemIds;
    this.itemIgnored = itemIgnored;
    this.matched = matched;
    this.detectionIgnored = detectionIgnored;
  }

  /** How many detections there are. */
  public int detectionCount() {
    return detections.length;
  }

  /** The detection of a rank, as index into the detections. */
  public int detection(int rank) {
    return detections[rank];
  }

  /** The id of the detection of a rank. */
  public int detectionId(int rank) {
    return detectionIds[rank];
  }

  /** How many items there are. */
  public int itemCount() {
    return items.length;
  }

  /** The item of a position, as index into the ground truth's items. */
  public int item(int position) {
    return items[position];
  }

  /** The id of the item of a position. */
  public long itemId(int position) {
    return itemIds[position];
  }

  /** Whether the item of a position is ignored: it need not be found. */
  public boolean itemIgnored(int position) {
    return itemIgnored[position];
  }

  /**
   * The position of the item that a detection matches, or -1 if it matches none.
   *
   * @param iou which IoU threshold, from 0
   */
  public int match(int iou, int rank) {
    return matched[iou * detections.length + rank];
  }

  /**
   * The id of the item that a detection matches, or 0 if it matches none. A match with an item of
   * id 0 cannot be told from none here, and the official evaluation counts it as none.
   *
   * @param iou which IoU threshold, from 0
   */
  public long matchedId(int iou, int rank) {
    int position = match(iou, rank);
    return position < 0 ? 0 : itemIds[position];
  }

  /**
   * Whether a detection is ignored, so that it counts neither way: it matches an ignored item, or
   * none and its area is out of range.
   *
   * @param iou which IoU threshold, from 0
   */
  public boolean detectionIgnored(int iou, int rank) {
    return detectionIgnored[iou * detections.length + rank];
  }
}
