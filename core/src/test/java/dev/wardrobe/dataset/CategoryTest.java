package dev.wardrobe.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.JsonTree;
import dev.wardrobe.SharedData;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CategoryTest {
  @Test
  void there_are_13_with_ids_from_1() {
    assertThat(Category.ALL).hasSize(13);
    for (int i = 0; i < 13; i++) {
      assertThat(Category.ALL.get(i).id()).isEqualTo(i + 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void id_and_both_names_find_the_category(Category category) {
    assertThat(Category.ofId(category.id())).contains(category);
    assertThat(Category.ofName(category.annotationName())).contains(category);
    assertThat(Category.ofName(category.cocoName())).contains(category);
    assertThat(Category.ofName(category.cocoName().toUpperCase(Locale.ROOT))).contains(category);
    assertThat(category.landmarks().category()).isEqualTo(category);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 14, -1, 1L << 32 | 1, Long.MAX_VALUE, Long.MIN_VALUE})
  void other_id_is_no_category(long id) {
    assertThat(Category.ofId(id)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hat", "short sleeve", " vest"})
  void other_name_is_no_category(String name) {
    assertThat(Category.ofName(name)).isEmpty();
  }

  @Test
  void no_name_means_two_categories() {
    Set<String> names = new HashSet<>();
    for (Category category : Category.ALL) {
      assertThat(names.add(category.annotationName())).isTrue();
      names.add(category.cocoName());
    }
    // "vest", "sling", "shorts", "trousers" and "skirt" are spelt alike in both.
    assertThat(names).hasSize(2 * 13 - 5);
  }

  @Test
  void ids_and_names_are_the_official_ones() throws IOException {
    JsonTree official = JsonTree.read(SharedData.require("reference/categories.json"));
    assertThat(official.get("categories").size()).isEqualTo(13);
    for (JsonTree expected : official.get("categories")) {
      Category category = Category.ofId(expected.get("id").integer()).orElseThrow();
      assertThat(category.annotationName()).isEqualTo(expected.get("annotation_name").text());
      assertThat(category.cocoName()).isEqualTo(expected.get("coco_name").text());
    }
  }
}
