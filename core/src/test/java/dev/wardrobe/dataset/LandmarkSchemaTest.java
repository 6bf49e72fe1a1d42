package dev.wardrobe.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.JsonTree;
import dev.wardrobe.SharedData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LandmarkSchemaTest {
  @Test
  void ranges_of_the_categories_fill_294_without_gap() {
    int offset = 0;
    for (Category category : Category.ALL) {
      assertThat(category.landmarks().offset()).as(category.name()).isEqualTo(offset);
      offset += category.landmarks().count();
    }
    assertThat(offset).isEqualTo(LandmarkSchema.TOTAL).isEqualTo(294);
  }

  @Test
  void counts_offsets_and_sigmas_are_the_official_ones() throws IOException {
    JsonTree official = JsonTree.read(SharedData.require("reference/categories.json"));
    int sigmas = 0;
    for (JsonTree expected : official.get("categories")) {
      Category category = Category.ofId(expected.get("id").integer()).orElseThrow();
      LandmarkSchema schema = LandmarkSchema.of(category);
      assertThat(schema.count()).isEqualTo(expected.get("landmark_count").integer());
      assertThat(schema.offset()).isEqualTo(expected.get("landmark_offset").integer());
      assertThat(IntStream.range(0, schema.count()).mapToDouble(schema::sigma).toArray())
          .as(category.name())
          .containsExactly(expected.get("oks_sigmas").numbers());
      sigmas += schema.count();
    }
    assertThat(sigmas).isEqualTo(294);
  }

  @ParameterizedTest
  @EnumSource
  void names_are_unique_and_sigmas_positive(Category category) {
    LandmarkSchema schema = category.landmarks();
    assertThat(schema.names()).hasSize(schema.count()).doesNotHaveDuplicates();
    for (int i = 0; i < schema.count(); i++) {
      assertThat(schema.name(i)).isEqualTo(schema.names().get(i)).matches("[a-z]+(_[a-z]+)*");
      assertThat(schema.sigma(i)).isBetween(.001, .2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void mirroring_twice_gives_the_same_point(Category category) {
    LandmarkSchema schema = category.landmarks();
    for (int i = 0; i < schema.count(); i++) {
      int partner = schema.flipPartner(i);
      assertThat(partner).as("partner of %s", schema.name(i)).isBetween(0, schema.count() - 1);
      assertThat(schema.flipPartner(partner)).as(schema.name(i)).isEqualTo(i);
      boolean sided = schema.name(i).startsWith("left_") || schema.name(i).startsWith("right_");
      assertThat(partner != i).as(schema.name(i)).isEqualTo(sided);
    }
  }

  @Test
  void partners_share_a_sigma_but_for_one_official_pair() {
    List<String> unequal = new ArrayList<>();
    for (Category category : Category.ALL) {
      LandmarkSchema schema = category.landmarks();
      for (int i = 0; i < schema.count(); i++) {
        int partner = schema.flipPartner(i);
        if (schema.sigma(i) != schema.sigma(partner)) {
          unequal.add("%s %d %s".formatted(category.annotationName(), i + 1, schema.sigma(i)));
        }
      }
    }
    assertThat(unequal)
        .containsExactly("long sleeve dress 15 0.0455", "long sleeve dress 29 0.0486");
  }

  @ParameterizedTest
  @EnumSource
  void every_landmark_is_on_the_outline(Category category) {
    LandmarkSchema schema = category.landmarks();
    Set<Integer> met = new HashSet<>();
    schema
        .edges()
        .forEach(edge -> {
          met.add(edge.from());
          met.add(edge.to());
        });
    assertThat(met)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, schema.count()).boxed().toList());
  }

  @ParameterizedTest
  @EnumSource
  void lines_join_two_points_and_come_once(Category category) {
    LandmarkSchema schema = category.landmarks();
    Set<Set<Integer>> lines = new HashSet<>();
    for (LandmarkSchema.Edge edge : schema.edges()) {
      assertThat(edge.from()).isBetween(0, schema.count() - 1);
      assertThat(edge.to()).isBetween(0, schema.count() - 1).isNotEqualTo(edge.from());
      assertThat(lines.add(Set.of(edge.from(), edge.to()))).as("%s twice", edge).isTrue();
    }
    assertThat(schema.chains().stream().mapToInt(chain -> chain.size() - 1).sum())
        .isEqualTo(lines.size());
  }

  /** Each half of a garment that opens in front has its own edge there: outwear. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SHORT_SLEEVE_OUTWEAR", "LONG_SLEEVE_OUTWEAR"})
  void outline_of_a_closed_garment_is_its_own_mirror_image(Category category) {
    LandmarkSchema schema = category.landmarks();
    Set<Set<Integer>> lines = new HashSet<>();
    schema.edges().forEach(edge -> lines.add(Set.of(edge.from(), edge.to())));
    for (LandmarkSchema.Edge edge : schema.edges()) {
      assertThat(lines)
          .as("mirrored %s", edge)
          .contains(Set.of(schema.flipPartner(edge.from()), schema.flipPartner(edge.to())));
    }
  }

  @Test
  void well_known_points_are_where_figure_2_has_them() {
    LandmarkSchema top = LandmarkSchema.of(Category.SHORT_SLEEVE_TOP);
    assertThat(top.count()).isEqualTo(25);
    assertThat(top.name(0)).isEqualTo("neckline_back");
    assertThat(top.flipPartner(0)).isZero();
    assertThat(top.flipPartner(1)).isEqualTo(5);
    assertThat(top.chains().getFirst().getFirst()).isEqualTo(1);
    assertThat(LandmarkSchema.of(Category.SKIRT).count()).isEqualTo(8);
    assertThat(LandmarkSchema.of(Category.LONG_SLEEVE_OUTWEAR).count()).isEqualTo(39);
  }
}
