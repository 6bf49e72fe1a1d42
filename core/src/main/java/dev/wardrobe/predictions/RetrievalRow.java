package dev.wardrobe.predictions;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.structures.Box;
import java.util.List;

/**
 * What was retrieved for an item of a consumer's photo.
 *
 * @param imageId the consumer's photo
 * @param box of the item, in that photo's pixels
 * @param category what it is taken for
 * @param score how sure the model is that it is one, 0 to 1
 * @param retrieved items of shops' photos, best first; 20 count; copied
 */
public record RetrievalRow(
    int imageId, Box box, Category category, double score, List<Retrieved> retrieved) {

  /** Copies the list. */
  public RetrievalRow {
    retrieved = List.copyOf(retrieved);
  }

  /**
   * An item of a shop's photo.
   *
   * @param imageId the shop's photo
   * @param box of the item, in that photo's pixels
   */
  public record Retrieved(int imageId, Box box) {}
}
