package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.synthesis.chance.Dice;
import java.util.List;
import java.util.Optional;

/** Which garments there are how often, and which go together. */
final class Wardrobes {
  /** Items of each category in the validation split, by id, as its published COCO file counts. */
  private static final double[] FREQUENCIES = {
    12556, 5966, 142, 2011, 2113, 322, 4167, 9586, 6522, 3127, 1477, 3352, 1149
  };

  /**
   * A top brings a bottom into the photo and the reverse, a dress comes alone: so dresses have to
   * be chosen more often than they are counted.
   */
  private static final double DRESSES = 1.7;

  private Wardrobes() {}

  /** Where a garment is worn, from the innermost out. */
  enum Layer {
    BOTTOM,
    TOP,
    DRESS,
    OUTWEAR;

    static Layer of(Category category) {
      return switch (category) {
        case SHORT_SLEEVE_TOP, LONG_SLEEVE_TOP, VEST, SLING -> TOP;
        case SHORT_SLEEVE_OUTWEAR, LONG_SLEEVE_OUTWEAR -> OUTWEAR;
        case SHORTS, TROUSERS, SKIRT -> BOTTOM;
        case SHORT_SLEEVE_DRESS, LONG_SLEEVE_DRESS, VEST_DRESS, SLING_DRESS -> DRESS;
      };
    }

    private List<Category> categories() {
      return Category.ALL.stream().filter(category -> of(category) == this).toList();
    }
  }

  /** A category for the garment that a pair id is about. */
  static Category randomCategory(Dice dice) {
    double[] weights = FREQUENCIES.clone();
    for (Category dress : Layer.DRESS.categories()) {
      weights[dress.id() - 1] *= DRESSES;
    }
    return Category.ALL.get(dice.weighted(weights));
  }

  /** A category of a layer, each as likely as it is frequent in the real validation split. */
  static Category randomCategory(Layer layer, Dice dice) {
    List<Category> among = layer.categories();
    double[] weights = among.stream().mapToDouble(c -> FREQUENCIES[c.id() - 1]).toArray();
    return among.get(dice.weighted(weights));
  }

  /** A top for a bottom and the reverse; nothing for what needs no partner. */
  static Optional<Category> companion(Category category, Dice dice) {
    return switch (Layer.of(category)) {
      case TOP -> Optional.of(randomCategory(Layer.BOTTOM, dice));
      case BOTTOM -> Optional.of(randomCategory(Layer.TOP, dice));
      case DRESS, OUTWEAR -> Optional.empty();
    };
  }

  /** How likely it is that a man wears a category. */
  static double men(Category category) {
    return switch (category) {
      case SKIRT, SLING, SHORT_SLEEVE_DRESS, LONG_SLEEVE_DRESS, VEST_DRESS, SLING_DRESS -> .02;
      default -> .42;
    };
  }
}
