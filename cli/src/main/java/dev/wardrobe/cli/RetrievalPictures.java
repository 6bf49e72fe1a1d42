package dev.wardrobe.cli;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.drawing.DrawnItem;
import dev.wardrobe.drawing.RetrievalPicture;
import dev.wardrobe.drawing.RetrievalPicture.Tile;
import dev.wardrobe.drawing.RetrievalPicture.Truth;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.model.prediction.PendingPhoto;
import dev.wardrobe.predictions.RetrievalRow;
import dev.wardrobe.predictions.RetrievalRow.Retrieved;
import dev.wardrobe.retrieval.GalleryItem;
import dev.wardrobe.retrieval.QueryItem;
import dev.wardrobe.retrieval.RetrievalGroundTruth;
import dev.wardrobe.structures.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Draws some queries with what was retrieved for them: of consumers' photos, evenly spread, the
 * most surely found item.
 */
final class RetrievalPictures {
  private static final int MOST = 24;
  private static final int SHOWN = 10;

  /** As the official evaluation counts a result. */
  private static final double SAME_PLACE = .5;

  private final PhotoArguments photos;
  private final PictureFolder folder;
  private final int most;
  private final int step;
  private final List<RetrievalRow> chosen = new ArrayList<>();
  private int seen;
  private int lastPhoto = -1;

  /**
   * No rows yet.
   *
   * @param queries how many will come
   */
  RetrievalPictures(PhotoArguments photos, PictureFolder folder, int queries) {
    this.photos = photos;
    this.folder = folder;
    this.most = Math.min(MOST, folder.wanted());
    this.step = Math.max(1, queries / Math.max(1, most));
  }

  /** Keeps the next row if its turn has come: the first of a photo is the most surely found. */
  void add(RetrievalRow row) {
    boolean first = row.imageId() != lastPhoto;
    lastPhoto = row.imageId();
    if (first && chosen.size() < most && seen >= chosen.size() * step) {
      chosen.add(row);
    }
    seen++;
  }

  /** Draws what was kept. */
  void draw() {
    if (chosen.isEmpty()) {
      return;
    }
    DatasetSplit split = photos.split().orElseThrow();
    RetrievalGroundTruth truth =
        RetrievalGroundTruth.of(split, ReadOptions.defaults(), finding -> {});
    for (int i = 0; i < chosen.size(); i++) {
      draw(i + 1, chosen.get(i), truth);
    }
  }

  private void draw(int number, RetrievalRow row, RetrievalGroundTruth truth) {
    Optional<QueryItem> query =
        truth.queries().stream()
            .filter(item -> item.imageId() == row.imageId())
            .max(Comparator.comparingDouble(item -> item.box().iou(row.box())));
    List<Tile> tiles = new ArrayList<>();
    int right = 0;
    for (Retrieved found : row.retrieved().subList(0, Math.min(SHOWN, row.retrieved().size()))) {
      boolean is = query.isPresent() && isMatch(query.get(), found, truth);
      right += is ? 1 : 0;
      String caption = "%d  %06d".formatted(tiles.size() + 1, found.imageId());
      tiles.add(tile(found.imageId(), found.box(), Optional.empty(), caption, is));
    }
    String caption = "%06d %s".formatted(row.imageId(), row.category().annotationName());
    Tile asked = tile(row.imageId(), row.box(), Optional.of(row.category()), caption, false);
    String note =
        query.filter(QueryItem::isQuery).isEmpty()
            ? "no query of the benchmark: it takes part in no pair"
            : "%d of the first %d right".formatted(right, tiles.size());
    folder.addRetrieval(
        RetrievalPicture.draw(asked, tiles),
        number,
        "%s on %06d.jpg".formatted(row.category().annotationName(), row.imageId()),
        note);
  }

  private static boolean isMatch(QueryItem query, Retrieved found, RetrievalGroundTruth truth) {
    return query.isQuery()
        && truth.gallery().stream()
            .filter(item -> item.imageId() == found.imageId())
            .filter(item -> item.pairId() == query.pairId() && item.style() == query.style())
            .map(GalleryItem::box)
            .anyMatch(box -> box.iou(found.box()) >= SAME_PLACE);
  }

  private Tile tile(
      int imageId, Box box, Optional<Category> category, String caption, boolean right) {
    PendingPhoto photo =
        photos.photos().stream()
            .filter(each -> each.imageId() == imageId)
            .findFirst()
            .orElseThrow();
    DrawnItem item = new DrawnItem(category, "", box, Optional.empty(), List.of());
    return new Tile(PictureFolder.pixels(photo), item, caption, right ? Truth.RIGHT : Truth.WRONG);
  }
}
