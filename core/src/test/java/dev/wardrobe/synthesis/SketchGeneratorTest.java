package dev.wardrobe.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Split;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.PolygonMask;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SketchGeneratorTest {
  private static List<Photo> photos(SketchOptions options) {
    SketchGenerator generator = new SketchGenerator(options);
    return IntStream.rangeClosed(1, generator.photoCount()).mapToObj(generator::photo).toList();
  }

  private static List<Photo> usual() {
    return photos(SketchOptions.of(Split.TRAIN, 600, 42));
  }

  private static List<Item> items(List<Photo> photos) {
    return photos.stream().flatMap(photo -> photo.items().stream()).toList();
  }

  private static PolygonMask polygons(Item item) {
    return (PolygonMask) item.mask();
  }

  @Test
  void photo_does_not_depend_on_the_order_of_asking() {
    SketchOptions options = SketchOptions.of(Split.VALIDATION, 60, 9);
    List<Photo> forward = photos(options);
    SketchGenerator generator = new SketchGenerator(options);
    List<Photo> backward = new ArrayList<>();
    for (int id = 60; id >= 1; id--) {
      backward.addFirst(generator.photo(id));
    }
    assertThat(backward).isEqualTo(forward);
  }

  @Test
  void another_seed_gives_other_photos() {
    assertThat(photos(SketchOptions.of(Split.TRAIN, 20, 1)))
        .isNotEqualTo(photos(SketchOptions.of(Split.TRAIN, 20, 2)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void boxes_are_tight_and_inside_the_photo(long seed) {
    for (Photo photo : photos(SketchOptions.of(Split.TRAIN, 300, seed))) {
      Box frame = Box.of(photo.size().orElseThrow());
      for (Item item : photo.items()) {
        Box tight = polygons(item).bounds().orElseThrow();
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
        assertThat(box.width()).isGreaterThanOrEqualTo(12);
        assertThat(box.height()).isGreaterThanOrEqualTo(12);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void labelled_landmarks_are_in_box_and_photo_and_others_at_zero(long seed) {
    for (Photo photo : photos(SketchOptions.of(Split.VALIDATION, 300, seed))) {
      ImageSize size = photo.size().orElseThrow();
      for (Item item : photo.items()) {
        Landmarks landmarks = item.landmarks();
        assertThat(landmarks.labelledCount()).isPositive();
        for (int i = 0; i < landmarks.count(); i++) {
          double x = landmarks.x(i);
          double y = landmarks.y(i);
          if (landmarks.visibility(i) == Landmarks.NOT_LABELLED) {
            assertThat(x + y).isZero();
          } else {
            assertThat(item.box().contains(x, y, 0)).as("%s %s", photo, i).isTrue();
            assertThat(x).isBetween(0.0, size.width() - 1.0);
            assertThat(y).isBetween(0.0, size.height() - 1.0);
          }
        }
      }
    }
  }

  @Test
  void attributes_follow_their_definitions() {
    for (Photo photo : usual()) {
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
        assertThat(item.attributes().viewpoint()).isPresent();
      }
    }
  }

  @Test
  void landmarks_well_inside_a_later_item_are_occluded() {
    int checked = 0;
    for (Photo photo : usual()) {
      for (Item lower : photo.items()) {
        for (Item upper : photo.items()) {
          Path2D shape = outline(upper);
          for (int i = 0; i < lower.landmarks().count(); i++) {
            double x = lower.landmarks().x(i);
            double y = lower.landmarks().y(i);
            if (upper.number() > lower.number()
                && lower.landmarks().visibility(i) != Landmarks.NOT_LABELLED
                && shape.contains(x - .5, y - .5, 1, 1)) {
              assertThat(lower.landmarks().visibility(i)).isEqualTo(Landmarks.OCCLUDED);
              checked++;
            }
          }
        }
      }
    }
    assertThat(checked).isGreaterThan(200);
  }

  private static Path2D outline(Item item) {
    Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (Coordinates part : polygons(item).parts()) {
      path.moveTo(part.get(0), part.get(1));
      for (int i = 2; i < part.size(); i += 2) {
        path.lineTo(part.get(i), part.get(i + 1));
      }
      path.closePath();
    }
    return path;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void masks_have_pixels_up_to_the_edges_of_their_box(long seed) {
    for (Photo photo : photos(SketchOptions.of(Split.TRAIN, 800, seed))) {
      for (Item item : photo.items()) {
        assertThat(polygons(item).parts()).allMatch(part -> part.size() >= 6);
        Box pixels = item.mask().toRle(photo.size().orElseThrow()).bounds().orElseThrow();
        assertThat(pixels.overhang(item.box())).as("%s", photo).isLessThanOrEqualTo(3);
      }
    }
  }

  @Test
  void one_garment_keeps_its_category_in_all_its_photos() {
    Map<List<Integer>, Category> categories = new HashMap<>();
    for (Photo photo : usual()) {
      for (Item item : photo.items()) {
        if (item.style() > 0) {
          Category first =
              categories.computeIfAbsent(
                  List.of(photo.pairId(), item.style()), key -> item.category());
          assertThat(item.category()).isEqualTo(first);
        }
      }
    }
    assertThat(categories).hasSizeGreaterThan(100);
  }

  @Test
  void items_are_numbered_from_one_and_sometimes_out_of_order() {
    int outOfOrder = 0;
    for (Photo photo : usual()) {
      List<Integer> numbers = photo.items().stream().map(Item::number).toList();
      assertThat(numbers)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(1, numbers.size()).boxed().toList());
      outOfOrder += numbers.getFirst() == 1 ? 0 : 1;
    }
    assertThat(outOfOrder).isBetween(30, 200);
  }

  @Test
  void some_photos_have_coordinates_of_two_decimals() {
    List<Coordinates> parts =
        items(usual()).stream().flatMap(item -> polygons(item).parts().stream()).toList();
    long decimal = parts.stream().filter(part -> !part.isInteger(0)).count();
    assertThat(decimal / (double) parts.size()).isBetween(.03, .25);
    for (Coordinates part : parts) {
      for (double value : part.toArray()) {
        assertThat(value * 100).isCloseTo(Math.rint(value * 100), within(1e-6));
      }
    }
  }

  @Test
  void categories_and_viewpoints_have_roughly_their_published_shares() {
    List<Item> items = items(photos(SketchOptions.of(Split.TRAIN, 4000, 8)));
    double total = items.size();
    double[] published = {
      12556, 5966, 142, 2011, 2113, 322, 4167, 9586, 6522, 3127, 1477, 3352, 1149
    };
    for (Category category : Category.ALL) {
      double share = items.stream().filter(item -> item.category() == category).count() / total;
      double expected = published[category.id() - 1] / 52_490;
      assertThat(share).as(category.annotationName()).isBetween(expected / 2, expected * 2 + .005);
    }
    double frontal =
        items.stream()
                .filter(item -> item.attributes().viewpoint().orElseThrow() == Viewpoint.FRONTAL)
                .count()
            / total;
    assertThat(frontal).isCloseTo(.78, within(.05));
  }

  @Test
  void every_category_and_every_attribute_value_occurs_in_a_few_hundred_photos() {
    List<Item> items = items(photos(SketchOptions.of(Split.VALIDATION, 300, 1)));
    assertThat(items).extracting(Item::category).containsAll(Category.ALL);
    for (int code = 1; code <= 3; code++) {
      int wanted = code;
      assertThat(items)
          .anyMatch(item -> item.attributes().scale().orElseThrow().code() == wanted)
          .anyMatch(item -> item.attributes().occlusion().orElseThrow().code() == wanted)
          .anyMatch(item -> item.attributes().zoomIn().orElseThrow().code() == wanted)
          .anyMatch(item -> item.attributes().viewpoint().orElseThrow().code() == wanted);
    }
  }

  @Test
  void shares_of_items_a_photo_are_as_asked() {
    SketchOptions options = new SketchOptions(Split.TRAIN, 1000, 3, 320, 640, 4, 4, .2, .7);
    List<Photo> photos = photos(options);
    assertThat(photos.stream().filter(photo -> photo.items().size() == 2).count())
        .isBetween(150L, 250L);
    assertThat(photos.stream().filter(photo -> photo.items().size() == 3).count())
        .isBetween(650L, 750L);
  }

  @Test
  void smallest_photos_can_be_composed_too() {
    SketchOptions options = new SketchOptions(Split.TRAIN, 500, 3, 128, 128, 2, 2, 0, 1);
    for (Photo photo : photos(options)) {
      assertThat(photo.items()).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Split.class,
      names = {"TRAIN", "VALIDATION"})
  void pixels_are_as_large_as_the_annotation_says(Split split) {
    SketchGenerator generator = new SketchGenerator(SketchOptions.of(split, 12, 4));
    for (int id = 1; id <= 12; id++) {
      BufferedImage pixels = generator.compose(id).pixels();
      assertThat(new ImageSize(pixels.getWidth(), pixels.getHeight()))
          .isEqualTo(generator.photo(id).size().orElseThrow());
    }
  }

  @Test
  void garment_has_one_colour_in_all_its_photos() {
    SketchOptions options = new SketchOptions(Split.TRAIN, 2, 6, 320, 640, 1, 1, 0, 0);
    SketchComposer composer = new SketchComposer(options);
    Garment first = composer.compose(1).sketch().layers().getFirst().garment();
    Garment second = composer.compose(2).sketch().layers().getFirst().garment();
    assertThat(second).isEqualTo(first);
  }

  @Test
  void photo_that_does_not_exist_is_refused() {
    SketchGenerator generator = new SketchGenerator(SketchOptions.of(Split.TRAIN, 3, 1));
    assertThatThrownBy(() -> generator.photo(4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected an image id of 1 to 3, but got 4");
    assertThatThrownBy(() -> generator.compose(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void cut_off_items_keep_three_landmarks_of_ten(long seed) {
    for (Item item : items(photos(SketchOptions.of(Split.TRAIN, 300, seed)))) {
      assertThat(item.landmarks().labelledCount())
          .isGreaterThanOrEqualTo((int) (item.landmarks().count() * .3));
    }
  }

  @Test
  void impossible_options_are_refused() {
    assertThatThrownBy(() -> SketchOptions.of(Split.TEST, 3, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected the split train or validation, but got TEST");
    assertThatThrownBy(() -> SketchOptions.of(Split.TRAIN, 0, 1)).hasMessageContaining("got 0");
    SketchOptions good = SketchOptions.of(Split.TRAIN, 3, 1);
    assertThatThrownBy(() -> good.withSides(64, 128)).hasMessageContaining("got 64 and 128");
    assertThatThrownBy(() -> good.withSides(640, 320)).hasMessageContaining("640 and 320");
    assertThatThrownBy(() -> new SketchOptions(Split.TRAIN, 3, 1, 320, 640, 0, 1, 0, 0))
        .hasMessageContaining("consumer");
    assertThatThrownBy(() -> new SketchOptions(Split.TRAIN, 3, 1, 320, 640, 1, 1, .6, .6))
        .hasMessageContaining("0.6 and 0.6");
  }
}
