package dev.wardrobe.model.data;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.Mask;
import dev.wardrobe.structures.PolygonMask;
import dev.wardrobe.structures.RleMask;

/**
 * An item of an input image, in the pixels of that image, after resizing and mirroring.
 *
 * @param category what it is
 * @param box with sides of at least one pixel
 * @param mask polygons (the usual), or run lengths on the image's grid; without parts where it is
 *     not known
 * @param landmarks of the category, those that swap in a mirror swapped
 * @param style identity inside the photo's pair id; 0 takes part in no pair
 */
public record ItemTarget(Category category, Box box, Mask mask, Landmarks landmarks, int style) {
  private static final int TRIANGLE = 6;

  /** Whether it is known which pixels are the item's; annotations may have a box alone. */
  public boolean hasMask() {
    return switch (mask) {
      case PolygonMask polygons ->
          polygons.parts().stream().anyMatch(part -> part.size() >= TRIANGLE);
      case RleMask runs -> runs.area() > 0;
    };
  }
}
