package dev.wardrobe.torch.rcnn;

import java.util.stream.IntStream;

/** The regions that train the box head: proposals and items, foreground and background. */
final class TrainingRegions {
  private final Regions regions;
  private final int[] items;
  private final int[] labels;

  /**
   * Regions of a batch; arrays are not copied.
   *
   * @param items the index of the item that each region finds, in its image; -1 for background
   * @param labels what the box head should say of each; 0 for background
   */
  TrainingRegions(Regions regions, int[] items, int[] labels) {
    this.regions = regions;
    this.items = items;
    this.labels = labels;
  }

  int count() {
    return labels.length;
  }

  Regions regions() {
    return regions;
  }

  float[] boxes() {
    return regions.boxes();
  }

  int[] images() {
    return regions.images();
  }

  int[] items() {
    return items;
  }

  int[] labels() {
    return labels;
  }

  /** Indexes of the regions with an item. */
  int[] foreground() {
    return IntStream.range(0, labels.length).filter(i -> labels[i] > 0).toArray();
  }

  /** Indexes of the regions of one image with an item. */
  int[] foregroundOf(int image) {
    return IntStream.of(foreground()).filter(i -> images()[i] == image).toArray();
  }
}
