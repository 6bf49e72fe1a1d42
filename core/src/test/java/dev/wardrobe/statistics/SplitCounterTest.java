package dev.wardrobe.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.dataset.ZoomIn;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.PhotoReading;
import dev.wardrobe.files.Rule;
import dev.wardrobe.statistics.SplitStatistics.Scope;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.PolygonMask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitCounterTest {
  /** An item with the photo it is in. */
  private record Placed(Photo photo, Item item) {
    boolean from(Source source) {
      return photo.source().equals(Optional.of(source));
    }

    boolean matches(Placed other) {
      return item.style() > 0
          && item.style() == other.item.style()
          && photo.pairId() == other.photo.pairId();
    }
  }

  private static SplitStatistics count(List<PhotoReading> readings) {
    SplitCounter counter = new SplitCounter();
    readings.forEach(counter::add);
    return counter.toStatistics("train", Scope.TRAIN);
  }

  private static List<Photo> photos(List<PhotoReading> readings) {
    return readings.stream().flatMap(reading -> reading.photo().stream()).toList();
  }

  private static List<Placed> items(List<PhotoReading> readings) {
    return photos(readings).stream()
        .flatMap(photo -> photo.items().stream().map(item -> new Placed(photo, item)))
        .toList();
  }

  private static long count(List<Placed> items, Predicate<Placed> which) {
    return items.stream().filter(which).count();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void photos_and_items_are_as_counted_one_by_one(long seed) {
    List<PhotoReading> readings = new SamplePhotos(seed).readings(400);
    List<Placed> items = items(readings);
    SplitStatistics counted = count(readings);

    assertThat(counted.photos().total()).isEqualTo(400);
    assertThat(counted.photos().annotated()).isEqualTo(photos(readings).size());
    assertThat(counted.photos().leftOutCount()).isEqualTo(400 - photos(readings).size());
    assertThat(counted.photos().withoutAnnotation())
        .isEqualTo(counted.photos().leftOut().get(Rule.ANNOTATION_MISSING));
    assertThat(counted.items().total()).isEqualTo(items.size());
    for (Source source : Source.values()) {
      assertThat(counted.items().sources().of(source))
          .isEqualTo(count(items, item -> item.from(source)));
      assertThat(counted.photos().sources().of(source))
          .isEqualTo(
              photos(readings).stream()
                  .filter(photo -> photo.source().equals(Optional.of(source)))
                  .count());
    }
    for (int bin = 0; bin < Histogram.BINS; bin++) {
      int b = bin;
      assertThat(counted.photos().items().bins().get(bin))
          .isEqualTo(
              photos(readings).stream()
                  .filter(photo -> Math.min(photo.items().size(), Histogram.BINS - 1) == b)
                  .count());
    }
    assertThat(counted.photos().items().sum()).isEqualTo(items.size());
    assertThat(counted.photos().items().largest())
        .isEqualTo(photos(readings).stream().mapToInt(p -> p.items().size()).max().orElse(0));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {6, 7})
  void categories_and_attributes_are_as_counted_one_by_one(long seed) {
    List<PhotoReading> readings = new SamplePhotos(seed).readings(300);
    List<Placed> items = items(readings);
    SplitStatistics counted = count(readings);

    for (Category category : Category.ALL) {
      Predicate<Placed> which = placed -> placed.item().category() == category;
      assertThat(counted.items().categories().of(category)).isEqualTo(count(items, which));
      assertThat(counted.items().consumerCategories().of(category))
          .isEqualTo(count(items, which.and(placed -> placed.from(Source.USER))));
      assertThat(counted.items().shopCategories().of(category))
          .isEqualTo(count(items, which.and(placed -> placed.from(Source.SHOP))));
      assertThat(counted.landmarks().labelledByCategory().of(category))
          .isEqualTo(
              items.stream()
                  .filter(which)
                  .mapToLong(placed -> placed.item().landmarks().labelledCount())
                  .sum());
    }
    AttributeCounts attributes = counted.attributes();
    for (Scale value : Scale.ALL) {
      assertThat(attributes.scale().of(value))
          .isEqualTo(count(items, p -> p.item().attributes().scale().equals(Optional.of(value))));
    }
    for (Occlusion value : Occlusion.ALL) {
      assertThat(attributes.occlusion().of(value))
          .isEqualTo(
              count(items, p -> p.item().attributes().occlusion().equals(Optional.of(value))));
    }
    for (ZoomIn value : ZoomIn.ALL) {
      assertThat(attributes.zoomIn().of(value))
          .isEqualTo(count(items, p -> p.item().attributes().zoomIn().equals(Optional.of(value))));
    }
    for (Viewpoint value : Viewpoint.ALL) {
      assertThat(attributes.viewpoint().of(value))
          .isEqualTo(
              count(items, p -> p.item().attributes().viewpoint().equals(Optional.of(value))));
    }
    assertThat(attributes.scale().unknown())
        .isEqualTo(count(items, p -> p.item().attributes().scale().isEmpty()));
    assertThat(attributes.viewpoint().total()).isEqualTo(items.size());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {8, 9, 10})
  void landmarks_and_masks_are_as_counted_one_by_one(long seed) {
    List<PhotoReading> readings = new SamplePhotos(seed).readings(300);
    List<Placed> items = items(readings);
    SplitStatistics counted = count(readings);

    assertThat(counted.landmarks().visible()).isEqualTo(landmarks(items, Landmarks.VISIBLE));
    assertThat(counted.landmarks().occluded()).isEqualTo(landmarks(items, Landmarks.OCCLUDED));
    assertThat(counted.landmarks().notLabelled())
        .isEqualTo(landmarks(items, Landmarks.NOT_LABELLED));
    assertThat(counted.landmarks().items())
        .isEqualTo(count(items, p -> p.item().landmarks().labelledCount() > 0));

    List<PolygonMask> masks =
        items.stream()
            .flatMap(p -> p.item().mask() instanceof PolygonMask m ? Stream.of(m) : Stream.empty())
            .toList();
    assertThat(counted.masks().runLengthItems()).isEqualTo(items.size() - masks.size());
    assertThat(counted.masks().items())
        .isEqualTo(items.size() - masks.stream().filter(mask -> mask.parts().isEmpty()).count());
    assertThat(counted.masks().polygons())
        .isEqualTo(masks.stream().mapToLong(mask -> mask.parts().size()).sum());
    assertThat(counted.masks().points())
        .isEqualTo(masks.stream().mapToLong(PolygonMask::pointCount).sum());
    assertThat(counted.masks().parts().bins().get(2))
        .isEqualTo(masks.stream().filter(mask -> mask.parts().size() == 2).count());
  }

  private static long landmarks(List<Placed> items, int visibility) {
    return items.stream().mapToLong(p -> p.item().landmarks().countOf(visibility)).sum();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14})
  void pairs_are_as_found_by_comparing_every_consumer_item_with_every_shop_item(long seed) {
    List<PhotoReading> readings = new SamplePhotos(seed).readings(150);
    List<Placed> consumers = items(readings).stream().filter(p -> p.from(Source.USER)).toList();
    List<Placed> shops = items(readings).stream().filter(p -> p.from(Source.SHOP)).toList();
    PairCounts pairs = count(readings).pairs();

    assertThat(pairs.positive())
        .isEqualTo(consumers.stream().mapToLong(c -> count(shops, c::matches)).sum());
    assertThat(pairs.queries()).isEqualTo(count(consumers, c -> c.item().style() > 0));
    assertThat(pairs.gallery()).isEqualTo(count(shops, s -> s.item().style() > 0));
    assertThat(pairs.orphanQueries())
        .isEqualTo(
            count(consumers, c -> c.item().style() > 0 && shops.stream().noneMatch(c::matches)));
    assertThat(pairs.orphanGallery())
        .isEqualTo(
            count(shops, s -> s.item().style() > 0 && consumers.stream().noneMatch(s::matches)));
    assertThat(pairs.queryRows()).isEqualTo(consumers.size());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {15, 16})
  void identities_are_the_different_pair_ids_and_styles(long seed) {
    List<PhotoReading> readings = new SamplePhotos(seed).readings(60);
    List<Placed> items =
        items(readings).stream().filter(p -> p.photo().source().isPresent()).toList();
    IdentityCounts counted = count(readings).identities();

    Map<List<Integer>, List<Placed>> identities =
        items.stream()
            .filter(p -> p.item().style() > 0)
            .collect(Collectors.groupingBy(p -> List.of(p.photo().pairId(), p.item().style())));
    long both =
        identities.values().stream()
            .filter(same -> same.stream().map(p -> p.photo().source()).distinct().count() == 2)
            .count();
    assertThat(counted.identities()).isEqualTo(identities.size());
    assertThat(counted.onBothSides()).isEqualTo(both);
    assertThat(counted.consumerOnly() + counted.shopOnly()).isEqualTo(identities.size() - both);
    assertThat(counted.itemsWithoutStyle())
        .isEqualTo(count(items(readings), p -> p.item().style() == 0));
    assertThat(counted.pairIds())
        .isEqualTo(
            photos(readings).stream()
                .filter(photo -> photo.source().isPresent())
                .map(Photo::pairId)
                .distinct()
                .count());
  }

  @Test
  void sizes_are_as_counted_one_by_one() {
    List<PhotoReading> readings = new SamplePhotos(17).readings(200);
    List<ImageSize> sizes =
        photos(readings).stream().flatMap(photo -> photo.size().stream()).toList();
    SizeCounts counted = count(readings).sizes();

    assertThat(counted.photos()).isEqualTo(sizes.size());
    assertThat(counted.widths()).isEqualTo(sizes.stream().mapToLong(ImageSize::width).sum());
    assertThat(counted.heights()).isEqualTo(sizes.stream().mapToLong(ImageSize::height).sum());
    assertThat(counted.smallestWidth()).isEqualTo(1);
    assertThat(counted.largestHeight()).isEqualTo(5);
    assertThat(counted.landscape())
        .isEqualTo(sizes.stream().filter(size -> size.width() > size.height()).count());
    assertThat(counted.square())
        .isEqualTo(sizes.stream().filter(size -> size.width() == size.height()).count());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {18, 19, 20})
  void merged_counters_of_parts_equal_one_counter(long seed) {
    List<PhotoReading> readings = new SamplePhotos(seed).readings(300);
    SplitCounter merged = new SplitCounter();
    for (int from = 0; from < readings.size(); from += 64) {
      SplitCounter part = new SplitCounter();
      readings.subList(from, Math.min(from + 64, readings.size())).forEach(part::add);
      merged.merge(part);
    }
    assertThat(merged.toStatistics("train", Scope.TRAIN)).isEqualTo(count(readings));
  }

  @Test
  void faulty_item_counts_once_by_its_first_fault() {
    Finding style = new Finding(Rule.ITEM_VALUE, "f", "item2", "style", "x", "y");
    Finding box = new Finding(Rule.BOX_EMPTY, "f", "item2", "bounding_box", "x", "y");
    Finding kept = new Finding(Rule.BOX_MASK, "f", "item1", "bounding_box", "x", "y");
    Item sound = new SamplePhotos(21).item(1);
    Photo photo = photo(sound);
    SplitStatistics counted =
        count(List.of(new PhotoReading(1, Optional.of(photo), List.of(style, box, kept))));
    assertThat(counted.items().leftOut()).isEqualTo(Map.of(Rule.ITEM_VALUE, 1L));
  }

  @Test
  void item_given_twice_and_sound_the_second_time_is_not_left_out() {
    Finding first = new Finding(Rule.ITEM_VALUE, "f", "item1", "style", "x", "y");
    Photo photo = photo(new SamplePhotos(22).item(1));
    SplitStatistics counted =
        count(List.of(new PhotoReading(1, Optional.of(photo), List.of(first))));
    assertThat(counted.items().leftOutCount()).isZero();
    assertThat(counted.items().total()).isEqualTo(1);
  }

  private static Photo photo(Item item) {
    return new Photo(1, "000001.jpg", Optional.empty(), Optional.of(Source.USER), 1, List.of(item));
  }

  @Test
  void split_without_annotations_counts_photos_alone() {
    SplitStatistics counted =
        count(List.of(SamplePhotos.withoutAnnotation(1), SamplePhotos.withoutAnnotation(2)));
    assertThat(counted.annotated()).isFalse();
    assertThat(counted.photos().total()).isEqualTo(2);
    assertThat(counted.photos().withoutAnnotation()).isEqualTo(2);
    assertThat(counted.photos().leftOutCount()).isZero();
    assertThat(Figure.PHOTOS.counted(counted)).hasValue(2);
    assertThat(Figure.ITEMS.counted(counted)).isEmpty();
  }

  @Test
  void nothing_counts_as_zero_without_means() {
    SplitStatistics counted = count(List.of());
    assertThat(counted.annotated()).isFalse();
    assertThat(counted.photos().items().mean()).isEmpty();
    assertThat(counted.sizes().meanWidth()).isEmpty();
    assertThat(counted.attributes().scale().percent(Scale.SMALL)).isEmpty();
    assertThat(counted.meanLabelled(Category.SKIRT)).isEmpty();
  }
}
