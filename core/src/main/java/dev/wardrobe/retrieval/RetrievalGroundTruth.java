package dev.wardrobe.retrieval;

import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.PhotoReading;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.results.ResultsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What retrieval is scored against: the items of consumers' photos, in the order of the query list,
 * and those of shops' photos, in the order of the gallery list. A gallery item is a match of a
 * query if pair id and style are equal and the style is above 0; the category does not matter.
 *
 * <p>Any content is accepted as it comes: no rows at all, queries without any match (orphans), one
 * identity twice in a photo, items of several pair ids in a photo. {@link RetrievalEvaluation}
 * counts them; the official script ends with an error at the orphan and at the two pair ids.
 *
 * @param queries all items of consumers' photos, those with style 0 too
 * @param gallery items of shops' photos; those with style 0 match nothing and may be left out
 */
public record RetrievalGroundTruth(List<QueryItem> queries, List<GalleryItem> gallery) {

  /** Copies both lists. */
  public RetrievalGroundTruth {
    queries = List.copyOf(queries);
    gallery = List.copyOf(gallery);
  }

  /**
   * Reads the two lists of the official format: {@code [{query_image_id, bbox, cls, style,
   * pair_id}]} and {@code [{gallery_image_id, bbox, style, pair_id}]} with boxes [x1, y1, x2, y2].
   * Plain, gzip or a zip of one file, told apart by their first bytes. The lists say nothing of the
   * attributes.
   *
   * @throws ResultsException if a list has a row that cannot be right: a missing key, a box that is
   *     none, an unknown category; nothing is skipped in ground truth
   * @throws DatasetException if a file cannot be opened
   */
  public static RetrievalGroundTruth readLists(Path queryList, Path galleryList) {
    return new RetrievalGroundTruth(
        QueryListFormat.read(queryList), GalleryListFormat.read(galleryList));
  }

  /**
   * Takes a split: all items of consumers' photos are queries, those of shops' photos with a style
   * above 0 the gallery, in the order of image ids and of the annotation files; the same as the
   * lists written from it, and the attributes besides.
   *
   * @param reading threads and progress; photos are not opened
   * @param findings gets everything wrong that was met on the way
   * @throws DatasetException if the split has no annotations
   */
  public static RetrievalGroundTruth of(
      DatasetSplit split, ReadOptions reading, Consumer<Finding> findings) {
    split.requireAnnotated();
    List<QueryItem> queries = new ArrayList<>();
    List<GalleryItem> gallery = new ArrayList<>();
    split.forEach(
        reading.withImageHeaders(false),
        (PhotoReading photo) -> {
          photo.findings().forEach(findings);
          photo.photo().ifPresent(read -> add(read, queries, gallery));
        });
    return new RetrievalGroundTruth(queries, gallery);
  }

  private static void add(Photo photo, List<QueryItem> queries, List<GalleryItem> gallery) {
    boolean consumer = photo.source().filter(source -> source == Source.USER).isPresent();
    for (Item item : photo.items()) {
      if (consumer) {
        queries.add(
            new QueryItem(
                photo.imageId(),
                item.box(),
                item.category().id(),
                item.style(),
                photo.pairId(),
                item.attributes()));
      } else if (item.style() > 0) {
        gallery.add(new GalleryItem(photo.imageId(), item.box(), item.style(), photo.pairId()));
      }
    }
  }
}
