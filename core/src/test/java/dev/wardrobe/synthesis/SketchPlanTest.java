package dev.wardrobe.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.dataset.Split;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SketchPlanTest {
  private static List<SketchPlan.Role> roles(SketchOptions options) {
    SketchPlan plan = new SketchPlan(options);
    return IntStream.rangeClosed(1, options.photos()).mapToObj(plan::role).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 40, 41, 300})
  void every_style_is_in_a_consumer_photo_and_in_a_shop_photo(int photos) {
    for (long seed = 0; seed < 20; seed++) {
      Map<List<Integer>, Set<Source>> sources = new HashMap<>();
      for (SketchPlan.Role role : roles(SketchOptions.of(Split.TRAIN, photos, seed))) {
        assertThat(role.style()).isPositive();
        sources
            .computeIfAbsent(
                List.of(role.pairId(), role.style()), key -> EnumSet.noneOf(Source.class))
            .add(role.source());
      }
      assertThat(sources.values()).allMatch(both -> both.size() == 2);
    }
  }

  @Test
  void single_photo_takes_part_in_no_pair() {
    assertThat(roles(SketchOptions.of(Split.VALIDATION, 1, 5)))
        .singleElement()
        .satisfies(role -> assertThat(role.style()).isZero());
  }

  @Test
  void one_photo_of_each_source_leaves_no_photo_alone() {
    SketchOptions options = new SketchOptions(Split.TRAIN, 7, 1, 320, 640, 1, 1, .4, .1);
    assertThat(roles(options)).allMatch(role -> role.style() == 1);
    assertThat(roles(options).getLast().pairId()).isEqualTo(3);
  }

  @Test
  void train_keeps_the_photos_of_a_pair_id_together() {
    List<Integer> pairs =
        roles(SketchOptions.of(Split.TRAIN, 200, 3)).stream().map(SketchPlan.Role::pairId).toList();
    assertThat(pairs).isSorted();
  }

  @Test
  void validation_has_consumer_photos_first() {
    List<Source> sources =
        roles(SketchOptions.of(Split.VALIDATION, 200, 3)).stream()
            .map(SketchPlan.Role::source)
            .toList();
    int firstShop = sources.indexOf(Source.SHOP);
    assertThat(sources.subList(0, firstShop)).containsOnly(Source.USER);
    assertThat(sources.subList(firstShop, sources.size())).containsOnly(Source.SHOP);
  }

  @Test
  void some_pair_ids_have_several_styles() {
    List<SketchPlan.Role> roles = roles(SketchOptions.of(Split.TRAIN, 300, 3));
    assertThat(roles).anyMatch(role -> role.style() == 2).anyMatch(role -> role.style() == 3);
  }

  @Test
  void rare_categories_occur_in_small_sets_too() {
    for (long seed = 0; seed < 10; seed++) {
      assertThat(roles(SketchOptions.of(Split.TRAIN, 120, seed)))
          .extracting(SketchPlan.Role::category)
          .containsAll(Category.ALL);
    }
  }
}
