package dev.wardrobe.cli;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.evaluation.ItemSelection;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.groundtruth.GroundTruthItem;
import dev.wardrobe.report.Slice;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Which photos and categories of a ground truth take part. */
final class ItemSlice {
  private final GroundTruth groundTruth;
  private final Optional<Source> source;
  private final List<String> notes = new ArrayList<>();
  private final BitSet photos = new BitSet();
  private final BitSet categories = new BitSet();

  /**
   * Finds them.
   *
   * @throws DatasetException if nothing would take part
   */
  ItemSlice(
      GroundTruth groundTruth,
      Optional<Source> source,
      List<Category> chosen,
      Optional<PhotoList> list) {
    this.groundTruth = groundTruth;
    this.source = source;
    photos.set(0, groundTruth.imageCount());
    categories.set(0, groundTruth.categoryCount());
    source.ifPresent(this::keepSource);
    list.ifPresent(this::keepListed);
    if (!chosen.isEmpty()) {
      keep(chosen);
    }
  }

  /** A photo's source stands in its items; one without items has none. */
  private void keepSource(Source wanted) {
    BitSet kept = new BitSet();
    boolean known = false;
    for (GroundTruthItem item : groundTruth.items()) {
      known |= item.source().isPresent();
      if (item.source().filter(wanted::equals).isPresent()) {
        kept.set(item.imageIndex());
      }
    }
    if (!known) {
      throw new DatasetException(
          "The ground truth does not say who took the photos, so there is no --source: point --gt at the data set, or write the COCO file with 'wardrobe convert coco --attributes'");
    }
    photos.and(kept);
  }

  private void keepListed(PhotoList list) {
    BitSet kept = new BitSet();
    long missing = 0;
    for (long id : list.ids()) {
      int index = groundTruth.imageIndex(id);
      if (index >= 0) {
        kept.set(index);
      } else {
        missing++;
      }
    }
    if (kept.isEmpty()) {
      throw new DatasetException(
          "None of the %d photos listed with --photos is in the ground truth"
              .formatted(list.size()));
    }
    if (missing > 0) {
      notes.add("Photos listed with --photos that are not in the ground truth: " + missing + ".");
    }
    photos.and(kept);
  }

  private void keep(List<Category> chosen) {
    categories.clear();
    for (int k = 0; k < groundTruth.categoryCount(); k++) {
      Optional<Category> category = Category.ofName(groundTruth.categoryName(k));
      categories.set(k, category.filter(chosen::contains).isPresent());
    }
    if (categories.isEmpty()) {
      throw new DatasetException(
          "The ground truth has none of the categories given with --category");
    }
  }

  /** For the evaluation. */
  ItemSelection selection() {
    return ItemSelection.ALL.withPhotos(photos::get).withCategories(categories::get);
  }

  /** What a reader must know. */
  List<String> notes() {
    return notes;
  }

  /** The source in words, if it was chosen. */
  List<Slice> inWords() {
    return source.map(who -> new Slice("source", who.annotationName())).stream().toList();
  }
}
