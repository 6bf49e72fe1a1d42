package dev.wardrobe.coco;

import dev.wardrobe.dataset.Photo;
import java.util.List;

/**
 * A COCO file as photos.
 *
 * @param photos by ascending image id, those without annotations included; copied
 */
public record CocoDataset(List<Photo> photos) {

  /** Copies the list. */
  public CocoDataset {
    photos = List.copyOf(photos);
  }
}
