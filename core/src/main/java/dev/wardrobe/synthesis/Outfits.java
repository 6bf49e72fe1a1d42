package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.synthesis.chance.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses what else is in a photo beside its garment: what goes with it, or a second figure. */
final class Outfits {
  private static final double WITH_OUTWEAR = .12;

  private Outfits() {}

  /** Where a garment is worn, from the innermost out. */
  private enum Layer {
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

    List<Category> categories() {
      return Category.ALL.stream().filter(category -> of(category) == this).toList();
    }
  }

  /**
   * The garments of a photo, one list a figure, each from the innermost out.
   *
   * @param first on the first figure
   * @param count how many garments there are in all, at least 1
   */
  static List<List<Garment>> of(Garment first, int count, Dice dice) {
    List<List<Garment>> figures = new ArrayList<>();
    Garment next = first;
    int left = count;
    while (left > 0) {
      List<Garment> outfit = dressed(next, left, dice);
      figures.add(outfit);
      left -= outfit.size();
      next = Garment.of(SketchPlan.randomCategory(dice), 0, dice);
    }
    return figures;
  }

  private static List<Garment> dressed(Garment first, int most, Dice dice) {
    List<Garment> outfit = new ArrayList<>();
    outfit.add(first);
    for (Layer layer : companions(Layer.of(first.category()), dice)) {
      if (outfit.size() < most) {
        Category category = SketchPlan.randomCategory(dice, layer.categories());
        outfit.add(Garment.of(category, 0, dice));
      }
    }
    outfit.sort(Comparator.comparing(garment -> Layer.of(garment.category())));
    return outfit;
  }

  private static List<Layer> companions(Layer worn, Dice dice) {
    boolean outwear = dice.chance(WITH_OUTWEAR);
    return switch (worn) {
      case TOP -> outwear ? List.of(Layer.BOTTOM, Layer.OUTWEAR) : List.of(Layer.BOTTOM);
      case BOTTOM -> outwear ? List.of(Layer.TOP, Layer.OUTWEAR) : List.of(Layer.TOP);
      case DRESS -> outwear ? List.of(Layer.OUTWEAR) : List.of();
      case OUTWEAR -> List.of(Layer.TOP, Layer.BOTTOM);
    };
  }
}
