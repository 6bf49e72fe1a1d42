package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Photo;

/**
 * A made-up split: photos numbered 1 to {@link #photoCount}, each a function of its number alone,
 * so that any may be asked for at any time, by several threads at once.
 */
public interface SyntheticSplit {

  /** How many photos there are. */
  int photoCount();

  /**
   * A photo, composed once for both its annotation and its pixels.
   *
   * @throws IllegalArgumentException if there is no such photo
   */
  SyntheticPhoto compose(int imageId);

  /**
   * The annotation of a photo; its size is known.
   *
   * @throws IllegalArgumentException if there is no such photo
   */
  default Photo photo(int imageId) {
    return compose(imageId).photo();
  }
}
