package dev.wardrobe.pairs;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.PhotoReading;
import dev.wardrobe.files.ReadOptions;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * All items of a split in about 60 bytes each, numbered densely from 0 in the order of image ids
 * and of the annotation files: enough to form pairs of 640,000 items in a small heap.
 */
public final class ItemIndex {
  private int size;
  private int[] imageIds = new int[256];
  private int[] itemNumbers = new int[256];
  private byte[] categories = new byte[256];
  private boolean[] consumers = new boolean[256];
  private int[] pairIds = new int[256];
  private int[] styles = new int[256];
  private double[] boxes = new double[4 * 256];

  private ItemIndex() {}

  /**
   * Reads a split.
   *
   * @param reading threads and progress; photos are not opened
   * @param findings gets everything wrong that was met on the way
   */
  public static ItemIndex read(
      DatasetSplit split, ReadOptions reading, Consumer<Finding> findings) {
    ItemIndex index = new ItemIndex();
    split.forEach(
        reading.withImageHeaders(false),
        (PhotoReading photo) -> {
          photo.findings().forEach(findings);
          photo.photo().ifPresent(index::add);
        });
    return index;
  }

  /** An index of some photos, in their order. */
  public static ItemIndex of(Iterable<Photo> photos) {
    ItemIndex index = new ItemIndex();
    photos.forEach(index::add);
    return index;
  }

  private void add(Photo photo) {
    if (photo.source().isEmpty()) {
      return;
    }
    for (Item item : photo.items()) {
      grow();
      imageIds[size] = photo.imageId();
      itemNumbers[size] = item.number();
      categories[size] = (byte) item.category().id();
      consumers[size] = photo.source().get() == Source.USER;
      pairIds[size] = photo.pairId();
      styles[size] = item.style();
      for (int i = 0; i < 4; i++) {
        boxes[4 * size + i] = item.boundingBox().get(i);
      }
      size++;
    }
  }

  private void grow() {
    if (size == imageIds.length) {
      int capacity = size * 2;
      imageIds = Arrays.copyOf(imageIds, capacity);
      itemNumbers = Arrays.copyOf(itemNumbers, capacity);
      categories = Arrays.copyOf(categories, capacity);
      consumers = Arrays.copyOf(consumers, capacity);
      pairIds = Arrays.copyOf(pairIds, capacity);
      styles = Arrays.copyOf(styles, capacity);
      boxes = Arrays.copyOf(boxes, 4 * capacity);
    }
  }

  /** How many items there are. */
  public int size() {
    return size;
  }

  /** The data set's number of the item's photo. */
  public int imageId(int index) {
    return imageIds[index];
  }

  /** Which item of its photo it is: 1 for item1. */
  public int itemNumber(int index) {
    return itemNumbers[index];
  }

  /** What it is. */
  public Category category(int index) {
    return Category.ALL.get(categories[index] - 1);
  }

  /** Whether a consumer took the photo; otherwise a shop did. */
  public boolean isConsumer(int index) {
    return consumers[index];
  }

  /** The photo's pair id. */
  public int pairId(int index) {
    return pairIds[index];
  }

  /** The identity inside the pair id; 0 takes part in no pair. */
  public int style(int index) {
    return styles[index];
  }

  /** One number of the box: 0 to 3 for x1, y1, x2, y2. */
  public double box(int index, int corner) {
    return boxes[4 * index + corner];
  }

  /** Whether two items are a positive pair: equal pair id, equal style above 0, across sources. */
  public boolean isPositive(int a, int b) {
    return consumers[a] != consumers[b]
        && pairIds[a] == pairIds[b]
        && styles[a] == styles[b]
        && styles[a] > 0;
  }
}
