package dev.wardrobe.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Split;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.Mask;
import dev.wardrobe.structures.PolygonMask;
import dev.wardrobe.structures.RleMask;
import dev.wardrobe.structures.RunLengths;
import dev.wardrobe.synthesis.PhotoGenerator;
import dev.wardrobe.synthesis.SynthesisOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Annotations resized and mirrored. */
class TargetTransformTest {
  private static final ImageSize PHOTO = new ImageSize(40, 20);

  private static Item item(Category category, Box box, Landmarks landmarks, Mask mask) {
    return new Item(
        1,
        category,
        7,
        Coordinates.ofReals(box.x1(), box.y1(), box.x2(), box.y2()),
        landmarks,
        mask,
        Attributes.UNKNOWN);
  }

  private static Item boxed(double... corners) {
    Box box = new Box(corners[0], corners[1], corners[2], corners[3]);
    double[] none = new double[3 * Category.SKIRT.landmarks().count()];
    return item(Category.SKIRT, box, Landmarks.of(none), new PolygonMask(List.of()));
  }

  @Test
  void coordinates_are_multiplied_by_the_ratio_of_sizes() {
    TargetTransform twice = new TargetTransform(PHOTO, new ImageSize(80, 60), false);
    ItemTarget target = twice.apply(boxed(1, 2, 30, 12)).orElseThrow();
    assertThat(target.box()).isEqualTo(new Box(2, 6, 60, 36));
    assertThat(target.style()).isEqualTo(7);
    assertThat(target.category()).isEqualTo(Category.SKIRT);
  }

  @Test
  void mirrored_box_is_taken_from_the_width() {
    TargetTransform mirror = new TargetTransform(PHOTO, PHOTO, true);
    assertThat(mirror.apply(boxed(1, 2, 30, 12)).orElseThrow().box())
        .isEqualTo(new Box(10, 2, 39, 12));
  }

  @Test
  void box_is_cut_at_the_edges_of_the_photo() {
    TargetTransform same = new TargetTransform(PHOTO, PHOTO, false);
    assertThat(same.apply(boxed(-3, -2, 45, 21)).orElseThrow().box()).isEqualTo(Box.of(PHOTO));
  }

  @Test
  void item_of_under_a_pixel_is_left_out() {
    TargetTransform half = new TargetTransform(PHOTO, new ImageSize(20, 10), false);
    assertThat(half.apply(boxed(4, 4, 5.9, 12))).isEmpty();
    assertThat(half.apply(boxed(4, 4, 12, 5.9))).isEmpty();
    assertThat(half.apply(boxed(4, 4, 6, 12))).isPresent();
    assertThat(half.apply(boxed(-30, 4, 1, 12))).as("mostly outside").isEmpty();
    assertThat(half.apply(boxed(50, 4, 60, 12))).as("all outside").isEmpty();
    assertThat(half.apply(List.of(boxed(50, 4, 60, 12), boxed(0, 0, 9, 9)))).hasSize(1);
  }

  @Test
  void landmarks_outside_the_photo_are_not_labelled_any_more() {
    int count = Category.SKIRT.landmarks().count();
    double[] xyv = new double[3 * count];
    double[][] given = {{40, 20, 2}, {40.5, 3, 2}, {3, -1, 1}, {0, 0, 1}, {5, 5, 0}};
    for (int i = 0; i < given.length; i++) {
      System.arraycopy(given[i], 0, xyv, 3 * i, 3);
    }
    Item item =
        item(Category.SKIRT, new Box(0, 0, 9, 9), Landmarks.of(xyv), new PolygonMask(List.of()));
    Landmarks landmarks =
        new TargetTransform(PHOTO, new ImageSize(20, 10), false)
            .apply(item)
            .orElseThrow()
            .landmarks();
    double[] expected = new double[3 * count];
    expected[0] = 20;
    expected[1] = 10;
    expected[2] = 2;
    expected[11] = 1;
    assertThat(landmarks.toArray()).isEqualTo(expected);
  }

  @Test
  void mirror_twice_gives_made_up_annotations_back() {
    for (PhotoAndItem each : madeUpItems()) {
      TargetTransform mirror = new TargetTransform(each.size, each.size, true);
      TargetTransform same = new TargetTransform(each.size, each.size, false);
      ItemTarget plain = same.apply(each.item).orElseThrow();
      ItemTarget once = mirror.apply(each.item).orElseThrow();
      Item again = item(each.item.category(), once.box(), once.landmarks(), once.mask());
      ItemTarget twice = mirror.apply(again).orElseThrow();
      assertThat(twice.box().iou(plain.box())).isCloseTo(1, within(1e-9));
      assertThat(twice.landmarks().toArray())
          .usingComparatorWithPrecision(1e-9)
          .containsExactly(plain.landmarks().toArray());
      assertThat(overlap(twice.mask(), plain.mask(), each.size)).isGreaterThan(.999);
      // What was left of the garment is right of it now, under the partner's name.
      for (int i = 0; i < once.landmarks().count(); i++) {
        int partner = each.item.category().landmarks().flipPartner(i);
        assertThat(once.landmarks().visibility(i)).isEqualTo(plain.landmarks().visibility(partner));
        if (once.landmarks().visibility(i) > 0) {
          assertThat(once.landmarks().x(i) + plain.landmarks().x(partner))
              .isCloseTo(each.size.width(), within(1e-9));
          assertThat(once.landmarks().y(i)).isEqualTo(plain.landmarks().y(partner));
        }
      }
    }
  }

  @Test
  void polygons_and_run_lengths_of_one_mask_move_alike() {
    for (PhotoAndItem each : madeUpItems()) {
      Item polygons = each.item;
      Item runs =
          item(
              polygons.category(),
              polygons.box(),
              polygons.landmarks(),
              polygons.mask().toRle(each.size));
      for (boolean flip : new boolean[] {false, true}) {
        ImageSize input = InputSize.of(each.size, 120, 200);
        TargetTransform transform = new TargetTransform(each.size, input, flip);
        Mask moved = transform.apply(runs).orElseThrow().mask();
        assertThat(moved).isInstanceOf(RleMask.class);
        assertThat(overlap(moved, transform.apply(polygons).orElseThrow().mask(), input))
            .isGreaterThan(.9);
      }
    }
  }

  @Test
  void mirrored_run_lengths_are_the_columns_in_reverse() {
    RleMask mask = RleMask.ofCounts(new ImageSize(3, 2), 0, 2, 1, 1, 2);
    Item item =
        item(
            Category.SKIRT,
            new Box(0, 0, 3, 2),
            Landmarks.of(new double[3 * Category.SKIRT.landmarks().count()]),
            mask);
    TargetTransform mirror = new TargetTransform(new ImageSize(3, 2), new ImageSize(3, 2), true);
    assertThat(mirror.apply(item).orElseThrow().mask())
        .isEqualTo(RleMask.ofCounts(new ImageSize(3, 2), 3, 3));
    TargetTransform larger = new TargetTransform(new ImageSize(3, 2), new ImageSize(6, 4), false);
    assertThat(larger.apply(item).orElseThrow().mask())
        .isEqualTo(RleMask.ofCounts(new ImageSize(6, 4), 0, 8, 2, 2, 2, 2, 8));
  }

  private record PhotoAndItem(ImageSize size, Item item) {}

  private static List<PhotoAndItem> madeUpItems() {
    PhotoGenerator generator =
        new PhotoGenerator(SynthesisOptions.of(Split.TRAIN, 8, 2).withSides(160, 240));
    List<PhotoAndItem> items = new ArrayList<>();
    for (int id = 1; id <= generator.photoCount(); id++) {
      var photo = generator.photo(id);
      photo.items().forEach(item -> items.add(new PhotoAndItem(photo.size().orElseThrow(), item)));
    }
    return items;
  }

  private static double overlap(Mask a, Mask b, ImageSize size) {
    int[] first = a.toRle(size).counts();
    int[] second = b.toRle(size).counts();
    return RunLengths.iou(first, first.length, second, second.length, false);
  }
}
