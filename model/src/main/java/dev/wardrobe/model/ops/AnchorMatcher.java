package dev.wardrobe.model.ops;

/**
 * Which item each anchor or proposal is to find, by intersection over union (Faster R-CNN, section
 * 3.1.2; torchvision's {@code Matcher}).
 */
public final class AnchorMatcher {
  /** No item overlaps the box enough: it is background. */
  public static final int BELOW = -1;

  /** Neither an item nor background: the box does not count. */
  public static final int BETWEEN = -2;

  private final float foreground;
  private final float background;
  private final boolean allowLowQuality;

  /**
   * A matcher.
   *
   * @param foreground a box with this IoU or more finds the item
   * @param background a box with an IoU below this is background
   * @param allowLowQuality whether the boxes that overlap an item most find something, however
   *     small the IoU, so that no item is left out
   */
  public AnchorMatcher(double foreground, double background, boolean allowLowQuality) {
    if (!(background <= foreground)) {
      throw new IllegalArgumentException(
          "Expected a background of at most %s, but got %s".formatted(foreground, background));
    }
    this.foreground = (float) foreground;
    this.background = (float) background;
    this.allowLowQuality = allowLowQuality;
  }

  /**
   * For each box the index of the item that it overlaps most, of equal ones the first; or {@link
   * #BELOW} or {@link #BETWEEN}. Without items all are below.
   *
   * <p>With low quality allowed, a box that overlaps some item as much as no other box does gets
   * the item that it overlaps most itself, which may be another one, as in torchvision; boxes that
   * tie all do, and where no box overlaps an item, these are all boxes.
   *
   * @param items x1 y1 x2 y2 of each
   * @param boxes x1 y1 x2 y2 of each
   */
  public int[] match(float[] items, float[] boxes) {
    BestMatches best = new BestMatches(boxes.length / 4);
    float[] areas = BoxArrays.areas(boxes);
    for (int item = 0; item < items.length / 4; item++) {
      float area = BoxArrays.area(items, item);
      float x1 = items[4 * item];
      float y1 = items[4 * item + 1];
      float x2 = items[4 * item + 2];
      float y2 = items[4 * item + 3];
      best.startItem(item);
      for (int box = 0, at = 0; box < areas.length; box++, at += 4) {
        float width = Math.min(boxes[at + 2], x2) - Math.max(boxes[at], x1);
        float height = Math.min(boxes[at + 3], y2) - Math.max(boxes[at + 1], y1);
        if (width > 0 && height > 0) {
          float shared = width * height;
          best.offer(box, shared / (area + areas[box] - shared));
        }
      }
      best.endItem();
    }
    return label(best, items.length / 4);
  }

  /** What {@link #match} gives for these overlaps. */
  int[] label(BestMatches best, int items) {
    int[] labels = new int[best.boxes()];
    for (int box = 0; box < labels.length; box++) {
      float iou = best.iou(box);
      if (items == 0 || (iou < background && !(allowLowQuality && best.isBestOfAnItem(box)))) {
        labels[box] = BELOW;
      } else if (iou >= foreground || (allowLowQuality && best.isBestOfAnItem(box))) {
        labels[box] = best.item(box);
      } else {
        labels[box] = BETWEEN;
      }
    }
    return labels;
  }
}
