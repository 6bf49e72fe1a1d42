package dev.wardrobe.groundtruth;

import java.util.Arrays;
import java.util.List;

/**
 * The photos, categories and items that results are scored against. Photos and categories are
 * addressed by index into their ids in rising order; the items of one photo and category form a
 * cell, in the order of the file. Immutable.
 */
public final class GroundTruth {
  private final long[] imageIds;
  private final int[] widths;
  private final int[] heights;
  private final long[] categoryIds;
  private final String[] categoryNames;
  private final List<GroundTruthItem> items;
  private final int[] cellStarts;
  private final int[] cellItems;

  /** As {@link #GroundTruth(long[], int[], int[], long[], String[], List)}, sizes not known. */
  public GroundTruth(
      long[] imageIds, long[] categoryIds, String[] categoryNames, List<GroundTruthItem> items) {
    this(
        imageIds,
        new int[imageIds.length],
        new int[imageIds.length],
        categoryIds,
        categoryNames,
        items);
  }

  /**
   * Sorts items into cells.
   *
   * @param imageIds rising, without duplicates; copied
   * @param widths of the photos, in pixels; 0 where it is not known; copied
   * @param heights of the photos, in pixels; 0 where it is not known; copied
   * @param categoryIds rising, without duplicates; copied
   * @param categoryNames one for each category; copied
   * @param items in the order of the file; their indices refer to the two lists of ids
   * @throws IllegalArgumentException if ids do not rise, or names are fewer or more than categories
   */
  public GroundTruth(
      long[] imageIds,
      int[] widths,
      int[] heights,
      long[] categoryIds,
      String[] categoryNames,
      List<GroundTruthItem> items) {
    this.imageIds = requireRising(imageIds.clone(), "image");
    this.widths = widths.clone();
    this.heights = heights.clone();
    this.categoryIds = requireRising(categoryIds.clone(), "category");
    if (categoryNames.length != categoryIds.length) {
      throw new IllegalArgumentException(
          "Expected %d category names, but got %d"
              .formatted(categoryIds.length, categoryNames.length));
    }
    this.categoryNames = categoryNames.clone();
    this.items = List.copyOf(items);
    cellStarts = new int[Math.multiplyExact(imageIds.length, categoryIds.length) + 1];
    cellItems = new int[items.size()];
    fillCells();
  }

  private static long[] requireRising(long[] ids, String what) {
    for (int i = 1; i < ids.length; i++) {
      if (ids[i] <= ids[i - 1]) {
        throw new IllegalArgumentException(
            "Expected rising %s ids, but got %d after %d".formatted(what, ids[i], ids[i - 1]));
      }
    }
    return ids;
  }

  /** A counting sort, which keeps the order of the file inside a cell. */
  private void fillCells() {
    for (GroundTruthItem item : items) {
      cellStarts[cell(item.imageIndex(), item.categoryIndex()) + 1]++;
    }
    for (int cell = 1; cell < cellStarts.length; cell++) {
      cellStarts[cell] += cellStarts[cell - 1];
    }
    int[] next = cellStarts.clone();
    for (int i = 0; i < cellItems.length; i++) {
      GroundTruthItem item = items.get(i);
      cellItems[next[cell(item.imageIndex(), item.categoryIndex())]++] = i;
    }
  }

  private int cell(int imageIndex, int categoryIndex) {
    return imageIndex * categoryIds.length + categoryIndex;
  }

  /** How many photos there are, those without items included. */
  public int imageCount() {
    return imageIds.length;
  }

  /** The id of a photo. */
  public long imageId(int imageIndex) {
    return imageIds[imageIndex];
  }

  /** Width of a photo in pixels; 0 if it is not known. */
  public int width(int imageIndex) {
    return widths[imageIndex];
  }

  /** Height of a photo in pixels; 0 if it is not known. */
  public int height(int imageIndex) {
    return heights[imageIndex];
  }

  /** The index of a photo, or -1 if there is none with this id. */
  public int imageIndex(long imageId) {
    return Math.max(-1, Arrays.binarySearch(imageIds, imageId));
  }

  /** How many categories there are, those without items included. */
  public int categoryCount() {
    return categoryIds.length;
  }

  /** The id of a category. */
  public long categoryId(int categoryIndex) {
    return categoryIds[categoryIndex];
  }

  /** The name of a category. */
  public String categoryName(int categoryIndex) {
    return categoryNames[categoryIndex];
  }

  /** The index of a category, or -1 if there is none with this id. */
  public int categoryIndex(long categoryId) {
    return Math.max(-1, Arrays.binarySearch(categoryIds, categoryId));
  }

  /** All items, in the order of the file. */
  public List<GroundTruthItem> items() {
    return items;
  }

  /** How many items a photo has of a category. */
  public int cellSize(int imageIndex, int categoryIndex) {
    int cell = cell(imageIndex, categoryIndex);
    return cellStarts[cell + 1] - cellStarts[cell];
  }

  /**
   * The index, into {@link #items}, of an item of a cell.
   *
   * @param position from 0 to below the cell's size, in the order of the file
   */
  public int cellItem(int imageIndex, int categoryIndex, int position) {
    return cellItems[cellStarts[cell(imageIndex, categoryIndex)] + position];
  }
}
