package dev.wardrobe.dataset;

import dev.wardrobe.structures.ImageSize;
import java.util.List;
import java.util.Optional;

/**
 * One annotated photo.
 *
 * @param imageId the number in the file name, from 1 on; strangers' COCO files may have 0
 * @param fileName the photo's file name without folders, such as "000001.jpg"
 * @param size of the stored pixel grid, which the annotations refer to; empty where the photo is
 *     missing and no other source gives its size
 * @param source shop or consumer; empty where a COCO file does not say
 * @param pairId photos with the same pair id show the same clothing identity; 0 where unknown
 * @param items in the order of the file, which need not be the order of their numbers; copied
 */
public record Photo(
    int imageId,
    String fileName,
    Optional<ImageSize> size,
    Optional<Source> source,
    int pairId,
    List<Item> items) {

  /**
   * Copies the items.
   *
   * @throws IllegalArgumentException if the image id is negative
   */
  public Photo {
    if (imageId < 0) {
      throw new IllegalArgumentException("Expected an image id of at least 0, but got " + imageId);
    }
    items = List.copyOf(items);
  }

  /** The data set's file name of an image id: at least six digits and ".jpg". */
  public static String fileNameOf(int imageId) {
    String digits = Integer.toString(imageId);
    return "0".repeat(Math.max(0, 6 - digits.length())) + digits + ".jpg";
  }
}
