package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.synthesis.Wardrobes.Layer;
import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.garments.GarmentDesign;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one figure wears.
 *
 * @param garments in any order; where they lie follows from their categories
 * @param asked how many of them, from the first on, the photo has to show: those of its pair id
 */
record Outfit(List<GarmentDesign> garments, int asked) {
  private static final long SHAPE = 3;
  private static final long LOOKS = 4;
  private static final double WITH_OUTWEAR = .09;
  private static final double DRESS_UNDER_OUTWEAR = .25;

  /** Copies the list. */
  Outfit {
    garments = List.copyOf(garments);
  }

  /**
   * The garments of a photo's role, and what else a figure needs to be dressed.
   *
   * @param alone whether nothing is added to the role's garments
   * @param seeds of the set and the split
   * @param dice of the photo
   */
  static Outfit of(PhotoPlan.Role role, boolean alone, long[] seeds, Dice dice) {
    List<GarmentDesign> garments = new ArrayList<>();
    garments.add(design(role.category(), role.style(), 0, role.pairId(), seeds, dice));
    role.companion()
        .ifPresent(other ->
            garments.add(design(other.category(), other.style(), 1, role.pairId(), seeds, dice)));
    int asked = garments.size();
    if (!alone) {
      for (Layer layer : missing(Layer.of(role.category()), asked > 1, dice)) {
        Category category = Wardrobes.randomCategory(layer, dice);
        garments.add(GarmentDesign.of(category, 0, dice, dice));
      }
    }
    return new Outfit(garments, asked);
  }

  /** The garment of a pair id: its shape is the same for all styles, its looks are not. */
  private static GarmentDesign design(
      Category category, int style, int which, int pairId, long[] seeds, Dice dice) {
    Dice shape = new Dice(seeds[0], seeds[1], SHAPE, pairId, which);
    Dice looks = style == 0 ? dice : new Dice(seeds[0], seeds[1], LOOKS, pairId, which, style);
    return GarmentDesign.of(category, style, shape, looks);
  }

  /** Whether its first garment is held by the waist, not by the shoulders. */
  boolean hangsByWaist() {
    return layer(0) == Layer.BOTTOM;
  }

  /** Whether a top could be tucked into something. */
  boolean hasBottom() {
    return has(Layer.BOTTOM);
  }

  /** Whether a garment is worn under a jacket or a coat. */
  boolean isUnderOutwear(int item) {
    return layer(item) != Layer.OUTWEAR && has(Layer.OUTWEAR);
  }

  private boolean has(Layer layer) {
    return IntStream.range(0, garments.size()).anyMatch(item -> layer(item) == layer);
  }

  private Layer layer(int item) {
    return Layer.of(garments.get(item).category());
  }

  private static List<Layer> missing(Layer worn, boolean paired, Dice dice) {
    List<Layer> missing = new ArrayList<>();
    boolean outwear = dice.chance(WITH_OUTWEAR);
    switch (worn) {
      case TOP -> missing.add(Layer.BOTTOM);
      case BOTTOM -> missing.add(Layer.TOP);
      case DRESS -> {}
      case OUTWEAR -> {
        outwear = false;
        if (dice.chance(DRESS_UNDER_OUTWEAR)) {
          missing.add(Layer.DRESS);
        } else {
          missing.add(Layer.TOP);
          missing.add(Layer.BOTTOM);
        }
      }
    }
    if (paired) {
      missing.clear();
    }
    if (outwear) {
      missing.add(Layer.OUTWEAR);
    }
    return missing;
  }
}
