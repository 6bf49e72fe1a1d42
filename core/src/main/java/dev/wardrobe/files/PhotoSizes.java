package dev.wardrobe.files;

import dev.wardrobe.structures.ImageSize;
import java.util.Arrays;
import java.util.Optional;

/** The sizes of a split's photos in 12 bytes each, by ascending image id. */
public final class PhotoSizes {
  private final int[] imageIds;
  private final int[] widths;
  private final int[] heights;

  PhotoSizes(int[] imageIds) {
    this.imageIds = imageIds;
    this.widths = new int[imageIds.length];
    this.heights = new int[imageIds.length];
  }

  void set(int index, ImageSize size) {
    widths[index] = size.width();
    heights[index] = size.height();
  }

  /** How many photos there are, with a known size or without. */
  public int count() {
    return imageIds.length;
  }

  /** The image id at an index. */
  public int imageId(int index) {
    return imageIds[index];
  }

  /** The size at an index; empty if nothing told it. */
  public Optional<ImageSize> at(int index) {
    return widths[index] == 0
        ? Optional.empty()
        : Optional.of(new ImageSize(widths[index], heights[index]));
  }

  /** Whether the photo's size is known. */
  public boolean knows(int imageId) {
    int index = Arrays.binarySearch(imageIds, imageId);
    return index >= 0 && widths[index] != 0;
  }
}
