package dev.wardrobe.drawing;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.predictions.PredictedItem;
import dev.wardrobe.predictions.PredictedLandmarks;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An item to be drawn over its photo, annotated or found.
 *
 * @param category chooses the colour; empty where unknown
 * @param label a few words; letters are shown in lower case; empty for none
 * @param box in photo pixels
 * @param mask its pixels
 * @param landmarks of the category, in its order; or none; copied
 */
public record DrawnItem(
    Optional<Category> category,
    String label,
    Box box,
    Optional<Mask> mask,
    List<DrawnLandmark> landmarks) {

  /** Copies the list. */
  public DrawnItem {
    landmarks = List.copyOf(landmarks);
  }

  /** An annotated item, with its category as the label; occluded landmarks are rings. */
  public static DrawnItem of(Item item) {
    return new DrawnItem(
        Optional.of(item.category()),
        item.category().annotationName(),
        item.box(),
        Optional.of(item.mask()),
        landmarks(item.landmarks()));
  }

  private static List<DrawnLandmark> landmarks(Landmarks labelled) {
    List<DrawnLandmark> drawn = new ArrayList<>();
    for (int i = 0; i < labelled.count(); i++) {
      int visibility = labelled.visibility(i);
      drawn.add(
          visibility == Landmarks.NOT_LABELLED
              ? DrawnLandmark.ABSENT
              : new DrawnLandmark(
                  labelled.x(i), labelled.y(i), visibility == Landmarks.OCCLUDED, 1));
    }
    return drawn;
  }

  /** A found item, with its category and score as the label; unsure landmarks are paler. */
  public static DrawnItem of(PredictedItem item) {
    String name = item.category().map(Category::annotationName).orElse("garment");
    return new DrawnItem(
        item.category(),
        "%s %.2f".formatted(name, item.score()),
        item.box(),
        item.mask().map(mask -> mask),
        item.landmarks().map(DrawnItem::landmarks).orElse(List.of()));
  }

  private static List<DrawnLandmark> landmarks(PredictedLandmarks found) {
    List<DrawnLandmark> drawn = new ArrayList<>();
    for (int i = 0; i < found.count(); i++) {
      double strength = DrawnLandmark.strength(found.score(i));
      drawn.add(new DrawnLandmark(found.x(i), found.y(i), false, strength));
    }
    return drawn;
  }

  /** This without label and landmarks: for small pictures. */
  DrawnItem plain() {
    return new DrawnItem(category, "", box, mask, List.of());
  }
}
