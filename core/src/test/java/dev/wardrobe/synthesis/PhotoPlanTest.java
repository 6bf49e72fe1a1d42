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

class PhotoPlanTest {
  private static List<PhotoPlan.Role> roles(SynthesisOptions options) {
    PhotoPlan plan = new PhotoPlan(options);
    return IntStream.rangeClosed(1, options.photos()).mapToObj(plan::role).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 40, 41, 300})
  void every_style_is_in_a_consumer_photo_and_in_a_shop_photo(int photos) {
    for (long seed = 0; seed < 20; seed++) {
      Map<List<Integer>, Set<Source>> sources = new HashMap<>();
      for (PhotoPlan.Role role : roles(SynthesisOptions.of(Split.TRAIN, photos, seed))) {
        assertThat(role.style()).isPositive();
        sources
            .computeIfAbsent(
                List.of(role.pairId(), role.style()), key -> EnumSet.noneOf(Source.class))
            .add(role.source());
        role.companion()
            .ifPresent(companion ->
                sources
                    .computeIfAbsent(
                        List.of(role.pairId(), companion.style()),
                        key -> EnumSet.noneOf(Source.class))
                    .add(role.source()));
      }
      assertThat(sources.values()).allMatch(both -> both.size() == 2);
    }
  }

  @Test
  void single_photo_takes_part_in_no_pair() {
    assertThat(roles(SynthesisOptions.of(Split.VALIDATION, 1, 5)))
        .singleElement()
        .satisfies(role -> assertThat(role.style()).isZero());
  }

  @Test
  void one_photo_of_each_source_leaves_no_photo_alone() {
    SynthesisOptions options =
        new SynthesisOptions(Split.TRAIN, 7, 1, 320, 640, 1, 1, AttributeShares.PUBLISHED);
    assertThat(roles(options)).allMatch(role -> role.style() == 1);
    assertThat(roles(options).getLast().pairId()).isEqualTo(3);
  }

  @Test
  void train_keeps_the_photos_of_a_pair_id_together() {
    List<Integer> pairs =
        roles(SynthesisOptions.of(Split.TRAIN, 200, 3)).stream()
            .map(PhotoPlan.Role::pairId)
            .toList();
    assertThat(pairs).isSorted();
  }

  @Test
  void validation_has_consumer_photos_first() {
    List<Source> sources =
        roles(SynthesisOptions.of(Split.VALIDATION, 200, 3)).stream()
            .map(PhotoPlan.Role::source)
            .toList();
    int firstShop = sources.indexOf(Source.SHOP);
    assertThat(sources.subList(0, firstShop)).containsOnly(Source.USER);
    assertThat(sources.subList(firstShop, sources.size())).containsOnly(Source.SHOP);
  }

  @Test
  void some_pair_ids_have_several_styles() {
    List<PhotoPlan.Role> roles = roles(SynthesisOptions.of(Split.TRAIN, 300, 3));
    assertThat(roles).anyMatch(role -> role.style() == 2).anyMatch(role -> role.style() == 3);
  }

  @Test
  void rare_categories_occur_in_small_sets_too() {
    for (long seed = 0; seed < 10; seed++) {
      assertThat(roles(SynthesisOptions.of(Split.TRAIN, 120, seed)))
          .extracting(PhotoPlan.Role::category)
          .containsAll(Category.ALL);
    }
  }

  @Test
  void companions_have_another_category_and_a_style_of_their_own() {
    List<PhotoPlan.Role> roles =
        roles(SynthesisOptions.of(Split.TRAIN, 2000, 3)).stream()
            .filter(role -> role.companion().isPresent())
            .toList();
    assertThat(roles).hasSizeBetween(40, 200);
    for (PhotoPlan.Role role : roles) {
      assertThat(role.companion().orElseThrow().category()).isNotEqualTo(role.category());
      assertThat(role.companion().orElseThrow().style()).isGreaterThan(role.style());
    }
  }

  @Test
  void train_and_validation_of_one_seed_have_other_garments() {
    assertThat(roles(SynthesisOptions.of(Split.TRAIN, 100, 3)))
        .extracting(PhotoPlan.Role::category)
        .isNotEqualTo(
            roles(SynthesisOptions.of(Split.VALIDATION, 100, 3)).stream()
                .map(PhotoPlan.Role::category)
                .toList());
  }
}
