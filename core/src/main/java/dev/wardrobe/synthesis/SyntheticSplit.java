package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Photo;
import java.awt.image.BufferedImage;

/**
 * A made-up split: photos numbered 1 to {@link #photoCount}, each a function of its number alone,
 * so that any may be asked for at any time, by several threads at once.
 */
public interface SyntheticSplit {

  /** How many photos there are. */
  int photoCount();

  /**
   * The annotation of a photo; its size is known.
   *
   * @throws IllegalArgumentException if there is no such photo
   */
  Photo photo(int imageId);

  /**
   * The pixels of a photo, in colour, as large as its annotation says.
   *
   * @throws IllegalArgumentException if there is no such photo
   */
  BufferedImage pixels(int imageId);
}
