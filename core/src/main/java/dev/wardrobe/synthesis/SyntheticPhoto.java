package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Photo;
import java.awt.image.BufferedImage;

/** A made-up photo: its annotation at once, its pixels only if asked for. */
public interface SyntheticPhoto {

  /** The annotation; the size is known. */
  Photo photo();

  /** On what its garments are, such as "worn" or "hanger"; empty if that is not known. */
  default String shown() {
    return "";
  }

  /** The pixels, in colour, as large as the annotation says; made anew at each call. */
  BufferedImage pixels();

  /** The pixels as a JPEG file; made anew at each call. */
  byte[] jpeg();
}
