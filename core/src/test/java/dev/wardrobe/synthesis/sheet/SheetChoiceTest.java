package dev.wardrobe.synthesis.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.SampleItems;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.dataset.Split;
import dev.wardrobe.synthesis.PhotoGenerator;
import dev.wardrobe.synthesis.SynthesisOptions;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SheetChoiceTest {
  private static final List<SheetPhoto> MADE_UP = madeUp(300);

  private static List<SheetPhoto> madeUp(int count) {
    PhotoGenerator generator = new PhotoGenerator(SynthesisOptions.of(Split.TRAIN, count, 3));
    List<SheetPhoto> photos = new ArrayList<>();
    for (int id = 1; id <= count; id++) {
      var made = generator.compose(id);
      photos.add(new SheetPhoto("train", made.photo(), made.shown(), made::pixels));
    }
    return photos;
  }

  private static List<SheetPhoto> all(SheetChoice choice) {
    return Stream.concat(
            choice.pairs().stream().flatMap(pair -> Stream.of(pair.consumer(), pair.shop())),
            choice.singles().stream())
        .toList();
  }

  private static SheetPhoto skirt(String set, int id, Source source, int pairId, int style) {
    Item item = SampleItems.item(1, Category.SKIRT, style);
    return new SheetPhoto(
        set,
        SampleItems.photo(id, source, pairId, item),
        "",
        () -> new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB));
  }

  @Test
  void choice_shows_all_categories_sources_attributes_and_ways_of_showing() {
    Set<Category> categories = EnumSet.noneOf(Category.class);
    Set<Object> values = new HashSet<>();
    for (SheetPhoto each : all(SheetChoice.of(MADE_UP, 20))) {
      values.add(each.photo().source().orElseThrow());
      values.add(each.shown());
      for (Item item : each.photo().items()) {
        categories.add(item.category());
        values.add(item.attributes().scale());
        values.add(item.attributes().occlusion());
        values.add(item.attributes().zoomIn());
        values.add(item.attributes().viewpoint());
      }
    }
    assertThat(categories).hasSize(13);
    assertThat(values).contains("worn", "mannequin", "hanger", "flat lay").hasSize(2 + 4 + 4 * 3);
  }

  @Test
  void two_garments_come_with_a_consumer_photo_and_a_shop_photo() {
    List<SheetPair> pairs = SheetChoice.of(MADE_UP, 20).pairs();
    assertThat(pairs).hasSize(2);
    for (SheetPair pair : pairs) {
      Photo consumer = pair.consumer().photo();
      Photo shop = pair.shop().photo();
      assertThat(consumer.source()).contains(Source.USER);
      assertThat(shop.source()).contains(Source.SHOP);
      assertThat(consumer.pairId()).isEqualTo(shop.pairId());
      assertThat(consumer.items())
          .anySatisfy(one ->
              assertThat(shop.items())
                  .anySatisfy(other -> {
                    assertThat(one.style()).isPositive().isEqualTo(other.style());
                    assertThat(one.category()).isEqualTo(other.category());
                  }));
    }
    assertThat(pairs.getFirst().category()).isNotEqualTo(pairs.getLast().category());
  }

  @Test
  void photos_are_as_many_as_asked_for_none_twice_and_singles_in_order() {
    SheetChoice choice = SheetChoice.of(MADE_UP, 15);
    assertThat(all(choice)).hasSize(15).doesNotHaveDuplicates();
    assertThat(choice.singles())
        .isEqualTo(MADE_UP.stream().filter(choice.singles()::contains).toList());
    assertThat(all(SheetChoice.of(MADE_UP.subList(0, 30), 100)))
        .containsExactlyInAnyOrderElementsOf(MADE_UP.subList(0, 30));
    assertThat(all(SheetChoice.of(List.of(), 5))).isEmpty();
  }

  @Test
  void equal_pair_id_and_style_of_two_splits_or_style_0_are_no_pair() {
    SheetPhoto consumer = skirt("train", 1, Source.USER, 5, 1);
    assertThat(SheetPair.among(List.of(consumer, skirt("train", 2, Source.SHOP, 5, 1)))).hasSize(1);
    assertThat(SheetPair.among(List.of(consumer, skirt("validation", 2, Source.SHOP, 5, 1))))
        .isEmpty();
    assertThat(SheetPair.among(List.of(consumer, skirt("train", 2, Source.SHOP, 6, 1)))).isEmpty();
    assertThat(SheetPair.among(List.of(consumer, skirt("train", 2, Source.SHOP, 5, 2)))).isEmpty();
    assertThat(SheetPair.among(List.of(consumer, skirt("train", 2, Source.USER, 5, 1)))).isEmpty();
    assertThat(
            SheetPair.among(
                List.of(
                    skirt("train", 1, Source.USER, 5, 0), skirt("train", 2, Source.SHOP, 5, 0))))
        .isEmpty();
  }

  @Test
  void tiny_items_come_last_among_like_photos() {
    List<SheetPhoto> chosen = all(SheetChoice.of(MADE_UP, 20));
    long tiny = chosen.stream().filter(SheetChoiceTest::hasTinyItem).count();
    long tinyOfAll = MADE_UP.stream().filter(SheetChoiceTest::hasTinyItem).count();
    assertThat(tiny / 20.0).isLessThan(tinyOfAll / 300.0);
  }

  private static boolean hasTinyItem(SheetPhoto each) {
    return each.photo().items().stream()
        .anyMatch(item -> !SheetChoice.taller(item, each.photo(), 1 / 3.0));
  }
}
