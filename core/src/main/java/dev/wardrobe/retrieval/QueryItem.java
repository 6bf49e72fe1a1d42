package dev.wardrobe.retrieval;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.structures.Box;

/**
 * One item of a consumer's photo: a row of the query list.
 *
 * @param imageId the photo's number
 * @param box in absolute pixels
 * @param category the category's number, 1 to 13
 * @param style identity inside the pair id; an item with 0 or below is no query, but detections are
 *     assigned to it all the same
 * @param pairId the photo's pair id
 * @param attributes for the subset tables; unknown where the item comes from a list
 */
public record QueryItem(
    long imageId, Box box, int category, int style, int pairId, Attributes attributes) {

  /** Whether it counts: its style is above 0. */
  public boolean isQuery() {
    return style > 0;
  }
}
