package dev.wardrobe.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.dataset.Split;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.PolygonMask;
import dev.wardrobe.synthesis.annotation.SceneAnnotator;
import dev.wardrobe.synthesis.scene.Scene;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

class PhotoGeneratorTest {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final List<Photo> USUAL = new ArrayList<>();

  @BeforeAll
  static void makeTheUsualSet() {
    USUAL.addAll(photos(SynthesisOptions.of(Split.TRAIN, 1000, 42)));
    USUAL.addAll(photos(SynthesisOptions.of(Split.VALIDATION, 1000, 43)));
  }

  private static List<Photo> photos(SynthesisOptions options) {
    PhotoGenerator generator = new PhotoGenerator(options);
    return IntStream.rangeClosed(1, generator.photoCount())
        .parallel()
        .mapToObj(generator::photo)
        .toList();
  }

  private static List<Item> items() {
    return USUAL.stream().flatMap(photo -> photo.items().stream()).toList();
  }

  private static List<Polygon> polygons(Item item) {
    return ((PolygonMask) item.mask()).parts().stream().map(PhotoGeneratorTest::polygon).toList();
  }

  private static Polygon polygon(Coordinates part) {
    Coordinate[] ring = new Coordinate[part.size() / 2 + 1];
    for (int i = 0; i < part.size(); i += 2) {
      ring[i / 2] = place(part.get(i), part.get(i + 1));
    }
    ring[ring.length - 1] = ring[0];
    return GEOMETRIES.createPolygon(ring);
  }

  /** In hundredths of pixels, where all corners are whole numbers and tests are exact. */
  private static Coordinate place(double x, double y) {
    return new Coordinate(Math.rint(100 * x), Math.rint(100 * y));
  }

  @Test
  void photo_does_not_depend_on_the_order_of_asking() {
    SynthesisOptions options = SynthesisOptions.of(Split.VALIDATION, 40, 9);
    List<Photo> together = photos(options);
    PhotoGenerator generator = new PhotoGenerator(options);
    List<Photo> backward = new ArrayList<>();
    for (int id = 40; id >= 1; id--) {
      backward.addFirst(generator.photo(id));
    }
    assertThat(backward).isEqualTo(together);
  }

  @Test
  void another_seed_gives_other_photos() {
    assertThat(photos(SynthesisOptions.of(Split.TRAIN, 10, 1)))
        .isNotEqualTo(photos(SynthesisOptions.of(Split.TRAIN, 10, 2)));
  }

  @Test
  void box_is_the_bounds_of_the_visible_mask_in_the_photo() {
    for (Photo photo : USUAL) {
      Box frame = Box.of(photo.size().orElseThrow());
      for (Item item : photo.items()) {
        Box tight = ((PolygonMask) item.mask()).bounds().orElseThrow();
        Box box = item.box();
        assertThat(frame.overhang(box)).as("%s", photo).isZero();
        assertThat(box)
            .isEqualTo(
                new Box(
                    Math.floor(tight.x1()),
                    Math.floor(tight.y1()),
                    Math.ceil(tight.x2()),
                    Math.ceil(tight.y2())));
        assertThat(IntStream.range(0, 4).allMatch(item.boundingBox()::isInteger)).isTrue();
      }
    }
  }

  @Test
  void polygons_are_simple() {
    for (Item item : items()) {
      assertThat(polygons(item)).isNotEmpty().allMatch(part -> part.isSimple() && part.isValid());
    }
  }

  @Test
  void visible_landmarks_are_on_or_in_the_mask_and_others_at_zero_or_in_the_photo() {
    for (Photo photo : USUAL) {
      ImageSize size = photo.size().orElseThrow();
      for (Item item : photo.items()) {
        List<Polygon> mask = polygons(item);
        for (int i = 0; i < item.landmarks().count(); i++) {
          double x = item.landmarks().x(i);
          double y = item.landmarks().y(i);
          if (item.landmarks().visibility(i) == Landmarks.VISIBLE) {
            Point place = GEOMETRIES.createPoint(place(x, y));
            assertThat(mask).as("%s %s", photo, i).anyMatch(part -> part.covers(place));
          } else if (item.landmarks().visibility(i) == Landmarks.NOT_LABELLED) {
            assertThat(x + y).isZero();
          }
          assertThat(x).isBetween(0.0, size.width() - 1.0);
          assertThat(y).isBetween(0.0, size.height() - 1.0);
        }
      }
    }
  }

  @Test
  void masks_of_two_items_share_no_area() {
    int compared = 0;
    for (Photo photo : USUAL.subList(0, 400)) {
      for (Item one : photo.items()) {
        for (Item other : photo.items()) {
          if (one.number() < other.number()) {
            double shared = 0;
            for (Polygon part : polygons(one)) {
              for (Polygon of : polygons(other)) {
                shared += part.intersection(of).getArea();
              }
            }
            // Each is rounded by itself: along an edge they may share slivers.
            double edge = polygons(one).stream().mapToDouble(Polygon::getLength).sum();
            assertThat(shared).as("%s", photo).isLessThan(100 * edge);
            compared++;
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  @Test
  void nothing_that_can_be_seen_well_is_left_out() {
    PhotoGenerator generator = new PhotoGenerator(SynthesisOptions.of(Split.TRAIN, 400, 11));
    int leftOut = 0;
    for (int id = 1; id <= 400; id++) {
      Composition composition = generator.composition(id);
      Scene scene = composition.scene();
      SceneAnnotator annotator = new SceneAnnotator(scene, 0);
      List<Category> annotated = composition.photo().items().stream().map(Item::category).toList();
      for (int garment = 0; garment < scene.garments().size(); garment++) {
        if (!annotated.contains(scene.garments().get(garment).category())) {
          leftOut++;
          assertThat(annotator.seenArea(garment) / scene.size().area()).isLessThan(.0051);
        }
      }
    }
    assertThat(leftOut).isPositive();
  }

  @Test
  void attributes_follow_their_definitions() {
    for (Photo photo : USUAL) {
      for (Item item : photo.items()) {
        double count = item.landmarks().count();
        double share = item.box().area() / photo.size().orElseThrow().area();
        double hidden = item.landmarks().countOf(Landmarks.OCCLUDED) / count;
        double outside = item.landmarks().countOf(Landmarks.NOT_LABELLED) / count;
        assertThat(item.attributes().scale().orElseThrow().code())
            .isEqualTo(share < .1 ? 1 : share > .4 ? 3 : 2);
        assertThat(item.attributes().occlusion().orElseThrow().code())
            .isEqualTo(hidden < .2 ? 1 : hidden > .5 ? 3 : 2);
        assertThat(item.attributes().zoomIn().orElseThrow().code())
            .isEqualTo(outside == 0 ? 1 : outside > .3 ? 3 : 2);
      }
    }
  }

  @Test
  void attributes_have_their_published_shares() {
    AttributeShares published = AttributeShares.PUBLISHED;
    assertShares(item -> item.attributes().scale().orElseThrow().code(), published.scale());
    assertShares(item -> item.attributes().occlusion().orElseThrow().code(), published.occlusion());
    assertShares(item -> item.attributes().zoomIn().orElseThrow().code(), published.zoomIn());
    assertShares(item -> item.attributes().viewpoint().orElseThrow().code(), published.viewpoint());
  }

  private static void assertShares(ToIntFunction<Item> code, List<Double> expected) {
    double[] counts = new double[4];
    items().forEach(item -> counts[code.applyAsInt(item)]++);
    for (int value = 1; value <= 3; value++) {
      assertThat(counts[value] / items().size())
          .as("value %s of %s", value, expected)
          .isCloseTo(expected.get(value - 1), within(.03));
    }
  }

  @Test
  void other_shares_can_be_asked_for() {
    AttributeShares published = AttributeShares.PUBLISHED;
    AttributeShares close =
        new AttributeShares(
            List.of(.1, .4, .5), published.occlusion(), published.zoomIn(), List.of(0., 1., 0.));
    List<Item> items =
        photos(SynthesisOptions.of(Split.TRAIN, 300, 4).withShares(close)).stream()
            .flatMap(photo -> photo.items().stream())
            .toList();
    assertThat(items)
        .allMatch(item -> item.attributes().viewpoint().orElseThrow() == Viewpoint.FRONTAL);
    long large =
        items.stream().filter(i -> i.attributes().scale().orElseThrow().code() == 3).count();
    long small =
        items.stream().filter(i -> i.attributes().scale().orElseThrow().code() == 1).count();
    assertThat(large).isGreaterThan(small);
  }

  @Test
  void categories_have_roughly_their_published_shares() {
    double[] published = {
      12556, 5966, 142, 2011, 2113, 322, 4167, 9586, 6522, 3127, 1477, 3352, 1149
    };
    for (Category category : Category.ALL) {
      double share =
          items().stream().filter(item -> item.category() == category).count()
              / (double) items().size();
      double expected = published[category.id() - 1] / 52_490;
      assertThat(share).as(category.annotationName()).isBetween(expected / 2, expected * 2 + .005);
    }
  }

  @Test
  void photos_have_about_as_many_items_as_the_real_ones() {
    assertThat(items().size() / (double) USUAL.size()).isCloseTo(52_490 / 32_153., within(.15));
  }

  @Test
  void one_garment_keeps_its_category_and_its_shape_in_all_its_photos() {
    SynthesisOptions options = SynthesisOptions.of(Split.TRAIN, 300, 12);
    PhotoGenerator generator = new PhotoGenerator(options);
    Map<Integer, List<Object>> shapes = new HashMap<>();
    Map<Integer, Map<Integer, Object>> looks = new HashMap<>();
    int variants = 0;
    for (int id = 1; id <= options.photos(); id++) {
      Composition composition = generator.composition(id);
      var design = composition.outfit().garments().getFirst();
      int pairId = composition.photo().pairId();
      List<Object> shape = List.of(design.category(), design.cut());
      assertThat(shapes.computeIfAbsent(pairId, key -> shape)).isEqualTo(shape);
      Map<Integer, Object> styles = looks.computeIfAbsent(pairId, key -> new HashMap<>());
      assertThat(styles.computeIfAbsent(design.style(), key -> design)).isEqualTo(design);
      variants = Math.max(variants, styles.size());
    }
    assertThat(variants).isGreaterThanOrEqualTo(2);
    assertThat(looks.values())
        .allMatch(styles -> styles.values().stream().distinct().count() == styles.size());
  }

  @Test
  void items_are_numbered_from_one_and_sometimes_out_of_order() {
    int outOfOrder = 0;
    for (Photo photo : USUAL) {
      List<Integer> numbers = photo.items().stream().map(Item::number).toList();
      assertThat(numbers)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(1, numbers.size()).boxed().toList());
      outOfOrder += numbers.getFirst() == 1 ? 0 : 1;
    }
    assertThat(outOfOrder).isBetween(100, 700);
  }

  @Test
  void some_photos_have_coordinates_of_two_decimals() {
    List<Coordinates> parts =
        items().stream().flatMap(item -> ((PolygonMask) item.mask()).parts().stream()).toList();
    long decimal = parts.stream().filter(part -> !part.isInteger(0)).count();
    assertThat(decimal / (double) parts.size()).isBetween(.03, .25);
    for (Coordinates part : parts) {
      for (double value : part.toArray()) {
        assertThat(value * 100).isCloseTo(Math.rint(value * 100), within(1e-6));
      }
    }
  }

  @Test
  void frontal_garments_have_their_left_on_the_left() {
    int checked = 0;
    for (Item item : items()) {
      int shoulder = item.category().landmarks().names().indexOf("left_hem");
      if (shoulder < 0 || item.attributes().viewpoint().orElseThrow() != Viewpoint.FRONTAL) {
        continue;
      }
      int partner = item.category().landmarks().flipPartner(shoulder);
      if (item.landmarks().visibility(shoulder) == Landmarks.VISIBLE
          && item.landmarks().visibility(partner) == Landmarks.VISIBLE) {
        assertThat(item.landmarks().x(shoulder)).isLessThan(item.landmarks().x(partner));
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(500);
  }

  @Test
  void pixels_are_as_large_as_the_annotation_says_and_drawn_the_same_every_time() {
    PhotoGenerator generator = new PhotoGenerator(SynthesisOptions.of(Split.TRAIN, 12, 4));
    for (int id = 1; id <= 12; id++) {
      SyntheticPhoto photo = generator.compose(id);
      BufferedImage pixels = photo.pixels();
      assertThat(new ImageSize(pixels.getWidth(), pixels.getHeight()))
          .isEqualTo(photo.photo().size().orElseThrow());
      assertThat(generator.compose(id).jpeg()).isEqualTo(photo.jpeg());
    }
  }

  @Test
  void smallest_and_widest_photos_can_be_made() {
    for (int side : new int[] {128, 1500}) {
      SynthesisOptions options = SynthesisOptions.of(Split.TRAIN, 20, 5).withSides(side, side);
      PhotoGenerator generator = new PhotoGenerator(options);
      for (int id = 1; id <= (side < 1000 ? 20 : 3); id++) {
        assertThat(generator.compose(id).jpeg()).isNotEmpty();
      }
    }
  }

  @Test
  void shop_and_consumer_photos_differ_in_how_clean_they_are() {
    PhotoGenerator generator = new PhotoGenerator(SynthesisOptions.of(Split.TRAIN, 60, 8));
    Map<Source, List<Integer>> corners = new HashMap<>();
    for (int id = 1; id <= 60; id++) {
      SyntheticPhoto photo = generator.compose(id);
      int green = photo.pixels().getRGB(2, 2) >> 8 & 255;
      corners
          .computeIfAbsent(photo.photo().source().orElseThrow(), key -> new ArrayList<>())
          .add(green);
    }
    double shop = mean(corners.getOrDefault(Source.SHOP, List.of()));
    double consumer = mean(corners.getOrDefault(Source.USER, List.of()));
    assertThat(shop).isGreaterThan(consumer + 30);
  }

  private static double mean(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).average().orElseThrow();
  }

  @Test
  void photo_that_does_not_exist_is_refused() {
    PhotoGenerator generator = new PhotoGenerator(SynthesisOptions.of(Split.TRAIN, 3, 1));
    assertThatThrownBy(() -> generator.photo(4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected an image id of 1 to 3, but got 4");
    assertThatThrownBy(() -> generator.compose(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void impossible_options_are_refused() {
    assertThatThrownBy(() -> SynthesisOptions.of(Split.TEST, 3, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected the split train or validation, but got TEST");
    assertThatThrownBy(() -> SynthesisOptions.of(Split.TRAIN, 0, 1)).hasMessageContaining("got 0");
    SynthesisOptions good = SynthesisOptions.of(Split.TRAIN, 3, 1);
    assertThatThrownBy(() -> good.withSides(64, 128)).hasMessageContaining("got 64 and 128");
    assertThatThrownBy(() -> good.withSides(640, 320)).hasMessageContaining("640 and 320");
    assertThatThrownBy(() ->
            new SynthesisOptions(Split.TRAIN, 3, 1, 320, 640, 0, 1, AttributeShares.PUBLISHED))
        .hasMessageContaining("consumer");
    assertThatThrownBy(() ->
            new AttributeShares(
                List.of(.5, .5), List.of(.4, .4, .2), List.of(1., 0., 0.), List.of(1., 0., 0.)))
        .hasMessage("Expected three shares of scale that sum to 1, but got [0.5, 0.5]");
  }
}
