package dev.wardrobe.model.data;

import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.Consequence;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.PhotoReading;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.files.Rule;
import dev.wardrobe.structures.ImageSize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Collects the photos of an index while a split is read. */
final class PhotoIndexBuilder {
  static final byte SHOP = 1;
  static final byte USER = 2;

  int[] imageIds = new int[256];
  int[] widths = new int[256];
  int[] heights = new int[256];
  byte[] sources = new byte[256];
  int[] pairIds = new int[256];
  short[] categories = new short[256];
  int[] starts = new int[257];
  int[] styles = new int[512];

  private final boolean withoutItems;
  private final boolean annotated;
  private int count;
  private int lostPhotos;
  private int lostItems;
  private int emptyPhotos;

  /** What is kept of a photo, and what was wrong with it. */
  private record Entry(int imageId, Optional<Photo> photo, List<Finding> findings) {}

  /** An empty one; the arguments are those of {@link #read}. */
  PhotoIndexBuilder(boolean withoutItems, boolean annotated) {
    this.withoutItems = withoutItems;
    this.annotated = annotated;
  }

  /**
   * Reads a split.
   *
   * @param withoutItems whether photos without items count
   * @param annotated whether only photos with an annotation count
   */
  static PhotoIndex read(
      DatasetSplit split,
      ReadOptions reading,
      boolean withoutItems,
      boolean annotated,
      Consumer<Finding> findings) {
    PhotoIndexBuilder builder = new PhotoIndexBuilder(withoutItems, annotated);
    split.forEachChunk(
        reading.withImageHeaders(true),
        chunk -> chunk.stream().map(photo -> builder.usable(split, photo)).toList(),
        chunk -> chunk.forEach(entry -> builder.add(entry, findings)));
    return new PhotoIndex(split, builder);
  }

  /** The photo if it can be used; runs on several threads. */
  private Entry usable(DatasetSplit split, PhotoReading reading) {
    List<Finding> findings = new ArrayList<>(reading.findings());
    Optional<Photo> photo = reading.photo();
    if (photo.isEmpty() && !annotated && !pixelsMissing(findings)) {
      photo = sizeAlone(split, reading.imageId());
    }
    if (pixelsMissing(findings)) {
      photo = Optional.empty();
    }
    Optional<ImageSize> size = photo.flatMap(Photo::size);
    if (size.isPresent() && size.get().area() > PhotoDecoder.MOST_PIXELS) {
      findings.add(
          Finding.ofFile(
              Rule.IMAGE_DECODE,
              split.imageName(reading.imageId()),
              size.get() + " pixels",
              "at most 50 megapixels"));
      photo = Optional.empty();
    }
    return new Entry(reading.imageId(), photo.filter(p -> p.size().isPresent()), findings);
  }

  private static boolean pixelsMissing(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.rule().losesPixels());
  }

  /** A photo without annotation. */
  private static Optional<Photo> sizeAlone(DatasetSplit split, int imageId) {
    return PhotoLoader.header(split, imageId)
        .map(size ->
            new Photo(
                imageId,
                Photo.fileNameOf(imageId),
                Optional.of(size),
                Optional.empty(),
                0,
                List.of()));
  }

  private void add(Entry entry, Consumer<Finding> findings) {
    entry.findings.forEach(findings);
    if (entry.photo.isEmpty()) {
      lostPhotos++;
      return;
    }
    Photo photo = entry.photo.get();
    lostItems +=
        (int)
            entry.findings.stream()
                .filter(f -> f.rule().consequence() == Consequence.ITEM_SKIPPED)
                .map(Finding::item)
                .distinct()
                .count();
    if (photo.items().isEmpty() && !withoutItems) {
      emptyPhotos++;
      return;
    }
    add(photo, photo.size().orElseThrow());
  }

  /** Adds a photo that can be used; image ids must ascend. */
  void add(Photo photo, ImageSize size) {
    grow(photo.items().size());
    imageIds[count] = photo.imageId();
    widths[count] = size.width();
    heights[count] = size.height();
    sources[count] =
        photo.source().isEmpty() ? 0 : photo.source().get() == Source.SHOP ? SHOP : USER;
    pairIds[count] = photo.pairId();
    int at = starts[count];
    categories[count] = 0;
    for (Item item : photo.items()) {
      styles[at++] = item.style();
      categories[count] |= (short) (1 << item.category().id());
    }
    starts[++count] = at;
  }

  private void grow(int items) {
    if (count == imageIds.length) {
      imageIds = Arrays.copyOf(imageIds, 2 * count);
      widths = Arrays.copyOf(widths, 2 * count);
      heights = Arrays.copyOf(heights, 2 * count);
      sources = Arrays.copyOf(sources, 2 * count);
      pairIds = Arrays.copyOf(pairIds, 2 * count);
      categories = Arrays.copyOf(categories, 2 * count);
      starts = Arrays.copyOf(starts, 2 * count + 1);
    }
    if (starts[count] + items > styles.length) {
      styles = Arrays.copyOf(styles, Math.max(2 * styles.length, starts[count] + items));
    }
  }

  int count() {
    return count;
  }

  PhotoIndex.LeftOut leftOut() {
    return new PhotoIndex.LeftOut(lostPhotos, lostItems, emptyPhotos);
  }
}
