package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.predictions.Embedding;
import dev.wardrobe.predictions.PredictedItem;
import dev.wardrobe.predictions.PredictedLandmarks;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.PolygonMask;
import dev.wardrobe.structures.RleMask;
import dev.wardrobe.synthesis.chance.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An item as a middling model might have found it: moved, resized, perhaps taken for another
 * category, or seen twice.
 *
 * @param item the true item
 * @param category what it is taken for
 * @param score how sure the model is, above 0 and below 1
 * @param scale by how much it is larger, around its own middle
 * @param dx how far it is moved to the right, in pixels
 * @param dy how far it is moved down, in pixels
 * @param noise of which the landmarks are moved besides
 */
record ShakenItem(
    Item item, Category category, double score, double scale, double dx, double dy, long noise) {
  private static final double MISSED = .08;
  private static final double MISTAKEN = .08;
  private static final double TWICE = .3;
  private static final double LANDMARK_NOISE = .025;

  /** What is found in a photo: the same for the same seed. */
  static List<ShakenItem> of(Photo photo, long seed) {
    Dice dice = new Dice(seed, photo.imageId());
    List<ShakenItem> found = new ArrayList<>();
    for (Item item : photo.items()) {
      if (!dice.chance(MISSED)) {
        found.add(shaken(item, dice, .06, dice.between(.5, 1)));
      }
      if (dice.chance(TWICE)) {
        found.add(shaken(item, dice, .5, dice.between(0, .6)));
      }
    }
    return found;
  }

  private static ShakenItem shaken(Item item, Dice dice, double share, double score) {
    Category category =
        dice.chance(MISTAKEN) ? Category.ALL.get(dice.below(Category.ALL.size())) : item.category();
    return new ShakenItem(
        item,
        category,
        Math.rint(score * 1e4) / 1e4,
        1 + dice.between(-share, share),
        item.box().width() * dice.between(-share, share),
        item.box().height() * dice.between(-share, share),
        (long) (dice.next() * 0x1p52));
  }

  private double x(double x) {
    double middle = (item.box().x1() + item.box().x2()) / 2;
    return middle + (x - middle) * scale + dx;
  }

  private double y(double y) {
    double middle = (item.box().y1() + item.box().y2()) / 2;
    return middle + (y - middle) * scale + dy;
  }

  /** Where it is found. */
  Box box() {
    Box box = item.box();
    return new Box(x(box.x1()), y(box.y1()), x(box.x2()), y(box.y2()));
  }

  /** Its pixels inside the photo. */
  private RleMask mask(ImageSize size) {
    if (!(item.mask() instanceof PolygonMask polygons)) {
      return RleMask.empty(size);
    }
    List<Coordinates> parts = new ArrayList<>();
    for (Coordinates part : polygons.parts()) {
      double[] moved = part.toArray();
      for (int i = 0; i + 1 < moved.length; i += 2) {
        moved[i] = Math.clamp(x(moved[i]), 0, size.width());
        moved[i + 1] = Math.clamp(y(moved[i + 1]), 0, size.height());
      }
      parts.add(Coordinates.ofReals(moved));
    }
    return RleMask.ofPolygons(parts, size);
  }

  /**
   * This as a finding in a photo of a size; of its landmarks the item's labelled ones are found.
   */
  PredictedItem predicted(ImageSize size) {
    return new PredictedItem(
        Optional.of(category),
        score,
        box(),
        Optional.of(mask(size)),
        Optional.of(landmarks()),
        Embedding.NONE);
  }

  private PredictedLandmarks landmarks() {
    double[] found = new double[3 * category.landmarks().count()];
    Landmarks own = item.landmarks();
    Dice dice = new Dice(noise);
    double reach = LANDMARK_NOISE * Math.sqrt(item.box().area());
    int count = Math.min(own.count(), category.landmarks().count());
    for (int i = 0; i < count; i++) {
      if (own.visibility(i) != Landmarks.NOT_LABELLED) {
        found[3 * i] = x(own.x(i)) + dice.between(-reach, reach);
        found[3 * i + 1] = y(own.y(i)) + dice.between(-reach, reach);
        found[3 * i + 2] = 1;
      }
    }
    return PredictedLandmarks.of(found);
  }
}
