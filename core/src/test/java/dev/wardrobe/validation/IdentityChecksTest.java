package dev.wardrobe.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.SampleItems;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.Rule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentityChecksTest {
  private static List<Finding> check(Photo... photos) {
    IdentityChecks checks = new IdentityChecks();
    List.of(photos).forEach(checks::add);
    return checks.findings("annos/%d"::formatted);
  }

  private static Item skirt(int number, int style) {
    return SampleItems.item(number, Category.SKIRT, style);
  }

  @Test
  void garment_of_both_sources_is_no_orphan_whatever_its_category() {
    assertThat(
            check(
                SampleItems.photo(1, Source.USER, 5, skirt(1, 2)),
                SampleItems.photo(2, Source.SHOP, 5, SampleItems.item(1, Category.VEST, 2))))
        .isEmpty();
  }

  @Test
  void style_zero_takes_part_in_no_pair() {
    assertThat(
            check(
                SampleItems.photo(1, Source.USER, 5, skirt(1, 0)),
                SampleItems.photo(2, Source.SHOP, 6, skirt(1, 0))))
        .isEmpty();
  }

  @Test
  void consumer_garment_without_shop_item_is_reported_where_it_is_first() {
    assertThat(
            check(
                SampleItems.photo(4, Source.USER, 5, skirt(1, 1), skirt(2, 2)),
                SampleItems.photo(7, Source.USER, 5, skirt(1, 2)),
                SampleItems.photo(9, Source.SHOP, 5, skirt(1, 1)),
                SampleItems.photo(10, Source.SHOP, 6, skirt(1, 0))))
        .containsExactly(
            new Finding(
                Rule.ORPHAN_CONSUMER_STYLE,
                "annos/4",
                "item2",
                "style",
                "pair_id 5 style 2 in 2 consumer items",
                "a shop item of that garment, or style 0"));
  }

  @Test
  void shop_garment_without_consumer_item_is_reported() {
    assertThat(check(SampleItems.photo(3, Source.SHOP, 8, skirt(1, 1))))
        .containsExactly(
            new Finding(
                Rule.ORPHAN_SHOP_STYLE,
                "annos/3",
                "item1",
                "style",
                "pair_id 8 style 1 in 1 shop item",
                "a consumer item, or style 0"));
  }

  @Test
  void orphans_come_by_pair_id_then_style() {
    assertThat(
            check(
                SampleItems.photo(1, Source.SHOP, 70_000, skirt(1, 3), skirt(2, 1)),
                SampleItems.photo(2, Source.USER, 2, skirt(1, 9))))
        .extracting(Finding::found)
        .containsExactly(
            "pair_id 2 style 9 in 1 consumer item",
            "pair_id 70000 style 1 in 1 shop item",
            "pair_id 70000 style 3 in 1 shop item");
  }

  @Test
  void photo_of_unknown_source_is_not_counted() {
    Photo unknown =
        new Photo(1, "000001.jpg", Optional.empty(), Optional.empty(), 5, List.of(skirt(1, 1)));
    assertThat(check(unknown)).isEmpty();
  }
}
