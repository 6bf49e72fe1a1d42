package dev.wardrobe.predictions;

import dev.wardrobe.dataset.Source;
import dev.wardrobe.structures.ImageSize;
import java.util.List;
import java.util.Optional;

/**
 * What a model found in one photo.
 *
 * @param imageId the photo's number in the data set, or its place among the photos, from 1
 * @param fileName the photo's file, as messages and lists name it
 * @param size of the stored pixel grid, which boxes, masks and landmarks refer to
 * @param source shop or consumer; empty where unknown
 * @param items as the model ranks them: by descending score; copied
 */
public record PredictedPhoto(
    int imageId,
    String fileName,
    ImageSize size,
    Optional<Source> source,
    List<PredictedItem> items) {

  /**
   * Copies the items.
   *
   * @throws IllegalArgumentException if a mask lies on another grid than the photo's
   */
  public PredictedPhoto {
    items = List.copyOf(items);
    for (PredictedItem item : items) {
      if (item.mask().isPresent() && !item.mask().get().size().equals(size)) {
        throw new IllegalArgumentException(
            "Expected masks on %s, but got one on %s".formatted(size, item.mask().get().size()));
      }
    }
  }
}
