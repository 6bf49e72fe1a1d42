package dev.wardrobe.model.data;

import dev.wardrobe.dataset.Source;
import java.util.List;
import java.util.Optional;

/**
 * What is to be found on one input image, in the pixels of that image.
 *
 * @param imageId the photo's number in the data set
 * @param width of the image, without the batch's padding
 * @param height of the image, without the batch's padding
 * @param source shop or consumer; empty where unknown
 * @param pairId the photo's clothing identity; 0 where unknown
 * @param items what is on it; may be empty
 */
public record ImageTargets(
    int imageId,
    int width,
    int height,
    Optional<Source> source,
    int pairId,
    List<ItemTarget> items) {
  /** Copies the list. */
  public ImageTargets {
    items = List.copyOf(items);
  }
}
