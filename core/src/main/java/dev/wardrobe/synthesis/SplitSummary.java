package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;

/**
 * How much there is in a split.
 *
 * @param photos all photos
 * @param consumerPhotos of those, the consumers'
 * @param items garments in all photos
 */
public record SplitSummary(int photos, int consumerPhotos, long items) {

  /** Of nothing. */
  static final SplitSummary NONE = new SplitSummary(0, 0, 0);

  /** With one photo more. */
  SplitSummary with(Photo photo) {
    int consumer = photo.source().filter(Source.USER::equals).isPresent() ? 1 : 0;
    return new SplitSummary(photos + 1, consumerPhotos + consumer, items + photo.items().size());
  }

  /** Both together. */
  SplitSummary with(SplitSummary other) {
    return new SplitSummary(
        photos + other.photos, consumerPhotos + other.consumerPhotos, items + other.items);
  }

  /** The shops' photos. */
  public int shopPhotos() {
    return photos - consumerPhotos;
  }
}
