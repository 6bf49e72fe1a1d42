package dev.wardrobe.model.data;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.AnnotationDigest;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.ReadOptions;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The photos of a split that can be trained on or looked at, numbered densely from 0 by ascending
 * image id: what batches are planned from, in about 37 bytes a photo. Pixels and annotations are
 * read again when a photo is loaded.
 */
public final class PhotoIndex {
  private final DatasetSplit split;
  private final int[] imageIds;
  private final int[] widths;
  private final int[] heights;
  private final byte[] sources;
  private final int[] pairIds;

  /** Of each photo a bit for each category that it shows. */
  private final short[] categories;

  /** Where each photo's styles begin; one more entry than photos. */
  private final int[] starts;

  /** Of each item, photo after photo. */
  private final int[] styles;

  private final LeftOut leftOut;

  /**
   * What a split has that is not in its index.
   *
   * @param photos that are missing, broken, too large, or whose annotation cannot be used
   * @param items that cannot be used, on photos that can
   * @param photosWithoutItems that were not asked for
   */
  public record LeftOut(int photos, int items, int photosWithoutItems) {}

  PhotoIndex(DatasetSplit split, PhotoIndexBuilder from) {
    this.split = split;
    int count = from.count();
    this.imageIds = Arrays.copyOf(from.imageIds, count);
    this.widths = Arrays.copyOf(from.widths, count);
    this.heights = Arrays.copyOf(from.heights, count);
    this.sources = Arrays.copyOf(from.sources, count);
    this.pairIds = Arrays.copyOf(from.pairIds, count);
    this.categories = Arrays.copyOf(from.categories, count);
    this.starts = Arrays.copyOf(from.starts, count + 1);
    this.styles = Arrays.copyOf(from.styles, from.starts[count]);
    this.leftOut = from.leftOut();
  }

  /**
   * Reads all annotations and the headers of all photos once, to train on them.
   *
   * @param withoutItems whether photos without a usable item are in it
   * @param findings gets everything that is wrong, in the order of image ids, on this thread
   * @throws DatasetException if there is nothing to train on: no annotations, no photos, or none
   *     that can be used
   */
  public static PhotoIndex forTraining(
      DatasetSplit split, ReadOptions reading, boolean withoutItems, Consumer<Finding> findings) {
    split.requireAnnotated();
    requirePhotos(split);
    PhotoIndex index = PhotoIndexBuilder.read(split, reading, withoutItems, true, findings);
    if (index.styles.length == 0) {
      throw new DatasetException(
          "Nothing to train on in %s: none of its %,d photos can be used with an item (%,d broken or missing, %,d without items); wardrobe validate says what is wrong"
              .formatted(
                  split.name(),
                  split.photoCount(),
                  index.leftOut.photos,
                  split.photoCount() - index.leftOut.photos));
    }
    return index;
  }

  /**
   * Reads the headers of all photos once, and their annotations where there are any, to look at
   * every photo: also those without items or without annotation.
   *
   * @param findings gets everything that is wrong, in the order of image ids, on this thread
   * @throws DatasetException if there is no photo that can be used
   */
  public static PhotoIndex forPrediction(
      DatasetSplit split, ReadOptions reading, Consumer<Finding> findings) {
    requirePhotos(split);
    PhotoIndex index = PhotoIndexBuilder.read(split, reading, true, false, findings);
    if (index.size() == 0) {
      throw new DatasetException(
          "None of the %,d photos of %s can be used; wardrobe validate says what is wrong"
              .formatted(split.photoCount(), split.name()));
    }
    return index;
  }

  private static void requirePhotos(DatasetSplit split) {
    if (!split.illustrated()) {
      throw new DatasetException(
          "The split %s has no photos: expected image/NNNNNN.jpg".formatted(split.name()));
    }
  }

  /** The split it was read from. */
  public DatasetSplit split() {
    return split;
  }

  /** What is in the split but not here. */
  public LeftOut leftOut() {
    return leftOut;
  }

  /** The annotation files in one number, for the provenance of what is made from them. */
  public AnnotationDigest annotationDigest(ReadOptions reading) {
    return split.annotationDigest(reading);
  }

  /** How many photos there are. */
  public int size() {
    return imageIds.length;
  }

  /** The data set's number of the photo. */
  public int imageId(int index) {
    return imageIds[index];
  }

  /** The index of an image id; negative if it is not here. */
  public int indexOf(int imageId) {
    return Arrays.binarySearch(imageIds, imageId);
  }

  /** Columns of the stored pixel grid. */
  public int width(int index) {
    return widths[index];
  }

  /** Rows of the stored pixel grid. */
  public int height(int index) {
    return heights[index];
  }

  /** Shop or consumer; empty where unknown. */
  public Optional<Source> source(int index) {
    return sources[index] == 0
        ? Optional.empty()
        : Optional.of(sources[index] == PhotoIndexBuilder.SHOP ? Source.SHOP : Source.USER);
  }

  /** The photo's clothing identity; 0 where unknown. */
  public int pairId(int index) {
    return pairIds[index];
  }

  /** How many usable items the photo has. */
  public int itemCount(int index) {
    return starts[index + 1] - starts[index];
  }

  /** Whether a photo has a usable item of a category. */
  boolean shows(int index, Category category) {
    return (categories[index] >> category.id() & 1) == 1;
  }

  /** The style of a photo's item, counted from 0 in the order of the annotation. */
  public int style(int index, int item) {
    return styles[starts[index] + item];
  }

  /** Whether a photo has an item that takes part in pairs: one of a style above 0. */
  public boolean hasStyle(int index) {
    for (int i = starts[index]; i < starts[index + 1]; i++) {
      if (styles[i] > 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether two photos have an item each of one style above 0. */
  public boolean shareStyle(int a, int b) {
    for (int i = starts[a]; i < starts[a + 1]; i++) {
      for (int k = starts[b]; k < starts[b + 1]; k++) {
        if (styles[i] > 0 && styles[i] == styles[k]) {
          return true;
        }
      }
    }
    return false;
  }

  /** The logarithm of height over width: 0 for a square, positive for an upright photo. */
  double aspect(int index) {
    return Math.log((double) heights[index] / widths[index]);
  }
}
