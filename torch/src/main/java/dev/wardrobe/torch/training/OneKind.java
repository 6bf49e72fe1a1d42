package dev.wardrobe.torch.training;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.groundtruth.GroundTruthItem;
import dev.wardrobe.predictions.Embedding;
import dev.wardrobe.predictions.PredictedItem;
import dev.wardrobe.predictions.PredictedPhoto;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scoring of networks that do not tell categories apart: all items count as one kind. It goes under
 * the number of the first category.
 */
final class OneKind {
  private static final Category KIND = Category.ALL.getFirst();

  private OneKind() {}

  /** The same items as one kind. */
  static GroundTruth of(GroundTruth groundTruth) {
    long[] ids = new long[groundTruth.imageCount()];
    int[] widths = new int[ids.length];
    int[] heights = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = groundTruth.imageId(i);
      widths[i] = groundTruth.width(i);
      heights[i] = groundTruth.height(i);
    }
    List<GroundTruthItem> items = new ArrayList<>();
    groundTruth
        .items()
        .forEach(item ->
            items.add(
                new GroundTruthItem(
                    item.id(),
                    item.imageIndex(),
                    0,
                    item.x(),
                    item.y(),
                    item.width(),
                    item.height(),
                    item.area(),
                    item.crowd(),
                    item.keypointCount(),
                    item.landmarks(),
                    item.mask(),
                    item.attributes(),
                    item.source())));
    return new GroundTruth(
        ids, widths, heights, new long[] {KIND.id()}, new String[] {"garment"}, items);
  }

  /** What was found as one kind, without landmarks, which are a category's. */
  static PredictedPhoto of(PredictedPhoto photo) {
    List<PredictedItem> items =
        photo.items().stream()
            .map(item ->
                new PredictedItem(
                    Optional.of(KIND),
                    item.score(),
                    item.box(),
                    item.mask(),
                    Optional.empty(),
                    Embedding.NONE))
            .toList();
    return new PredictedPhoto(
        photo.imageId(), photo.fileName(), photo.size(), photo.source(), items);
  }
}
