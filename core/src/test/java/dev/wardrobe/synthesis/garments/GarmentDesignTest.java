package dev.wardrobe.synthesis.garments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.scene.Cloth;
import dev.wardrobe.synthesis.scene.Print;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GarmentDesignTest {
  private static final int SEEDS = 300;

  private static GarmentDesign design(Category category, int seed) {
    return GarmentDesign.of(category, 1, new Dice(seed), new Dice(seed, 9));
  }

  @ParameterizedTest
  @EnumSource(Category.class)
  void no_two_pair_ids_share_a_cut(Category category) {
    Set<Cut> cuts = new HashSet<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      cuts.add(design(category, seed).cut());
    }
    assertThat(cuts).hasSize(SEEDS);
  }

  @Test
  void long_sleeves_end_below_the_elbow_and_short_ones_above_it() {
    for (int seed = 0; seed < SEEDS; seed++) {
      for (Category category : Category.ALL) {
        double end = design(category, seed).cut().sleeve().end();
        switch (category) {
          case LONG_SLEEVE_TOP, LONG_SLEEVE_OUTWEAR, LONG_SLEEVE_DRESS ->
              assertThat(end).isBetween(1.3, 2.1);
          case SHORT_SLEEVE_TOP, SHORT_SLEEVE_OUTWEAR, SHORT_SLEEVE_DRESS ->
              assertThat(end).isBetween(.4, .95);
          default -> assertThat(end).isZero();
        }
      }
    }
  }

  @Test
  void shorts_end_above_the_knee_and_trousers_below_it() {
    for (int seed = 0; seed < SEEDS; seed++) {
      assertThat(design(Category.SHORTS, seed).cut().leg().end()).isLessThan(1);
      assertThat(design(Category.TROUSERS, seed).cut().leg().end()).isGreaterThan(1.4);
    }
  }

  @Test
  void denim_and_leather_are_never_printed_and_nothing_is_printed_under_an_emblem() {
    for (int seed = 0; seed < SEEDS; seed++) {
      for (Category category : Category.ALL) {
        GarmentDesign design = design(category, seed);
        Cloth cloth = design.fabric().cloth();
        if (cloth == Cloth.DENIM || cloth == Cloth.LEATHER || design.trim().emblem()) {
          assertThat(design.fabric().print()).isEqualTo(Print.PLAIN);
        }
      }
    }
  }

  @Test
  void all_cloths_and_prints_come_up() {
    Set<Cloth> cloths = EnumSet.noneOf(Cloth.class);
    Set<Print> prints = EnumSet.noneOf(Print.class);
    for (int seed = 0; seed < SEEDS; seed++) {
      GarmentDesign design = design(Category.ALL.get(seed % 13), seed);
      cloths.add(design.fabric().cloth());
      prints.add(design.fabric().print());
    }
    assertThat(cloths).containsExactlyInAnyOrder(Cloth.values());
    assertThat(prints).containsExactlyInAnyOrder(Print.values());
  }

  @Test
  void the_style_is_kept() {
    assertThat(GarmentDesign.of(Category.VEST, 7, new Dice(1), new Dice(2)).style()).isEqualTo(7);
  }
}
