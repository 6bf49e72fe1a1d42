package dev.wardrobe.dataset;

import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.Mask;

/**
 * One garment in a photo.
 *
 * @param number which item of its file this is: 1 for {@code item1}
 * @param category what it is
 * @param style identity inside the photo's pair id, at least 0; 0 takes part in no pair
 * @param boundingBox x1, y1, x2, y2 as the file wrote them
 * @param landmarks as many as the category has
 * @param mask the garment's pixels
 * @param attributes the four attributes
 */
public record Item(
    int number,
    Category category,
    int style,
    Coordinates boundingBox,
    Landmarks landmarks,
    Mask mask,
    Attributes attributes) {

  /**
   * Checks what every later step relies on.
   *
   * @throws IllegalArgumentException if the box is not four numbers in order, the style is
   *     negative, or the landmarks are not as many as the category has
   */
  public Item {
    if (boundingBox.size() != 4) {
      throw new IllegalArgumentException("Expected a box of 4 numbers, but got " + boundingBox);
    }
    if (boundingBox.get(2) < boundingBox.get(0) || boundingBox.get(3) < boundingBox.get(1)) {
      throw new IllegalArgumentException("Expected x1 <= x2 and y1 <= y2, but got " + boundingBox);
    }
    if (style < 0) {
      throw new IllegalArgumentException("Expected a style of at least 0, but got " + style);
    }
    int expected = category.landmarks().count();
    if (landmarks.count() != expected) {
      throw new IllegalArgumentException(
          "Expected %d landmarks for %s, but got %d"
              .formatted(expected, category.annotationName(), landmarks.count()));
    }
  }

  /** The bounding box in absolute pixels. */
  public Box box() {
    return new Box(boundingBox.get(0), boundingBox.get(1), boundingBox.get(2), boundingBox.get(3));
  }

  /** The key in the annotation file, such as "item1". */
  public String key() {
    return "item" + number;
  }
}
