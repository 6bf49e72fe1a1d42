package dev.wardrobe.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.SampleItems;
import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.dataset.ZoomIn;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.Rule;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.Mask;
import dev.wardrobe.structures.PolygonMask;
import dev.wardrobe.structures.RleMask;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule is planted just beyond its tolerance, and just inside of it. */
class PhotoChecksTest {
  private static final String FILE = "train/annos/000001.json";
  private static final Item GOOD = SampleItems.item(2, Category.SKIRT, 1);

  private static List<Finding> check(Item... items) {
    return PhotoChecks.of(SampleItems.photo(1, Source.USER, 3, items), FILE);
  }

  private static void assertOnly(
      List<Finding> findings, Rule rule, String field, String found, String expected) {
    assertThat(findings).containsExactly(new Finding(rule, FILE, "item2", field, found, expected));
  }

  private static Item boxed(double x1, double y1, double x2, double y2) {
    Item item = SampleItems.item(2, Category.SKIRT, 1, Coordinates.ofReals(x1, y1, x2, y2));
    return with(item, Attributes.UNKNOWN);
  }

  private static Item with(Item item, Attributes attributes) {
    return new Item(
        item.number(),
        item.category(),
        item.style(),
        item.boundingBox(),
        item.landmarks(),
        item.mask(),
        attributes);
  }

  private static Item with(Item item, Mask mask) {
    return new Item(
        item.number(),
        item.category(),
        item.style(),
        item.boundingBox(),
        item.landmarks(),
        mask,
        item.attributes());
  }

  /** The item with its first landmarks as given, x, y, visibility. */
  private static Item with(Item item, double... xyv) {
    double[] all = item.landmarks().toArray();
    System.arraycopy(xyv, 0, all, 0, xyv.length);
    return new Item(
        item.number(),
        item.category(),
        item.style(),
        item.boundingBox(),
        Landmarks.of(all),
        item.mask(),
        Attributes.UNKNOWN);
  }

  private static PolygonMask polygon(double... xy) {
    return new PolygonMask(List.of(Coordinates.ofReals(xy)));
  }

  @Test
  void flawless_items_give_nothing() {
    assertThat(check(GOOD, SampleItems.item(1, Category.LONG_SLEEVE_OUTWEAR, 0))).isEmpty();
    assertThat(check()).isEmpty();
  }

  @Test
  void box_may_touch_the_edges_of_its_photo_and_no_more() {
    assertThat(check(boxed(300, 200, 400, 300))).isEmpty();
    assertThat(check(boxed(0, 0, 50, 50))).isEmpty();
    assertThat(check(with(boxed(300, 200, 400.5, 300), polygon(300, 200, 400, 200, 400, 300))))
        .containsExactly(
            new Finding(
                Rule.BOX_OUTSIDE_IMAGE,
                FILE,
                "item2",
                "bounding_box",
                "[300.0, 200.0, 400.5, 300.0], 0.5 pixels outside",
                "inside the photo of 400x300"));
    assertOnly(
        check(with(boxed(-3, 10, 50, 60), polygon(0, 10, 50, 10, 50, 60))),
        Rule.BOX_OUTSIDE_IMAGE,
        "bounding_box",
        "[-3.0, 10.0, 50.0, 60.0], 3 pixels outside",
        "inside the photo of 400x300");
  }

  @Test
  void polygons_may_stick_out_of_their_box_by_five_pixels() {
    assertThat(check(with(GOOD, polygon(95, 100, 200, 95, 205, 205)))).isEmpty();
    assertOnly(
        check(with(GOOD, polygon(95, 100, 200, 95, 205.25, 205))),
        Rule.BOX_MASK,
        "segmentation",
        "polygons 5.3 pixels outside the box",
        "at most 5");
    assertOnly(
        check(with(GOOD, polygon(90, 100, 200, 95, 205, 205))),
        Rule.BOX_MASK,
        "segmentation",
        "polygons 10 pixels outside the box",
        "at most 5");
  }

  @Test
  void polygons_must_overlap_their_box_by_half() {
    assertThat(check(with(GOOD, polygon(100, 100, 150, 100, 150, 200)))).isEmpty();
    assertOnly(
        check(with(GOOD, polygon(100, 100, 149.9, 100, 149.9, 200))),
        Rule.BOX_MASK,
        "bounding_box",
        "49.9 % overlap of box and polygons",
        "at least 50 %");
  }

  @Test
  void item_without_polygons_or_with_run_lengths_is_not_compared() {
    assertThat(check(with(GOOD, new PolygonMask(List.of())))).isEmpty();
    assertThat(check(with(GOOD, RleMask.empty(new ImageSize(400, 300))))).isEmpty();
  }

  @Test
  void landmarks_may_stick_out_of_their_box_by_five_pixels() {
    assertThat(check(with(GOOD, 95, 95, 2, 205, 205, 2, 0, 0, 0))).isEmpty();
    assertOnly(
        check(with(GOOD, 94.9, 95, 2, 150, 150, 2, 150, 206, 2)),
        Rule.BOX_LANDMARK,
        "landmarks",
        "landmarks 1, 3 over 5 pixels outside the box",
        "visible landmarks in or near it");
  }

  @Test
  void occluded_landmarks_may_lie_beyond_the_box_of_what_is_seen() {
    assertThat(check(with(GOOD, 20, 20, 1, 150, 290, 1))).isEmpty();
  }

  @Test
  void many_landmarks_are_counted_after_the_first_eight() {
    double[] outside = new double[3 * 39];
    for (int i = 0; i < outside.length; i += 3) {
      outside[i] = 300;
      outside[i + 1] = 150;
      outside[i + 2] = 2;
    }
    assertOnly(
        check(with(SampleItems.item(2, Category.LONG_SLEEVE_OUTWEAR, 0), outside)),
        Rule.BOX_LANDMARK,
        "landmarks",
        "landmarks 1, 2, 3, 4, 5, 6, 7, 8 and 31 more over 5 pixels outside the box",
        "visible landmarks in or near it");
  }

  @Test
  void landmark_that_is_not_labelled_lies_at_zero() {
    assertThat(check(with(GOOD, 0, 0, 0))).isEmpty();
    assertOnly(
        check(with(GOOD, 150, 150, 2, 0, .5, 0)),
        Rule.LANDMARK_UNLABELLED,
        "landmarks",
        "landmark 2 with visibility 0 and a place",
        "x = y = 0");
  }

  @Test
  void one_labelled_landmark_is_enough() {
    double[] none = new double[24];
    assertOnly(
        check(with(GOOD, none)),
        Rule.LANDMARK_NONE,
        "landmarks",
        "no labelled one",
        "at least one");
    none[21] = 150;
    none[22] = 150;
    none[23] = 1;
    assertThat(check(with(GOOD, none))).isEmpty();
  }

  @Test
  void polygon_points_may_touch_the_edges_of_the_photo_and_no_more() {
    Item corner = boxed(300, 200, 400, 300);
    assertThat(check(with(corner, polygon(300, 200, 400, 200, 400, 300)))).isEmpty();
    assertOnly(
        check(with(corner, polygon(300, 200, 400.1, 200, 400, 300.1, 300, 300))),
        Rule.POLYGON_OUTSIDE_IMAGE,
        "segmentation",
        "2 of 4 points outside",
        "all inside the photo of 400x300");
    assertOnly(
        check(with(boxed(0, 0, 50, 50), polygon(-.1, 0, 50, 0, 50, -.1, 50, 50))),
        Rule.POLYGON_OUTSIDE_IMAGE,
        "segmentation",
        "2 of 4 points outside",
        "all inside the photo of 400x300");
  }

  @Test
  void labelled_landmarks_may_touch_the_edges_of_the_photo_and_no_more() {
    Item corner = boxed(300, 200, 400, 300);
    assertThat(check(with(corner, 400, 300, 2))).isEmpty();
    assertOnly(
        check(with(corner, 400.1, 300, 2, 350, 300.1, 1)),
        Rule.LANDMARK_OUTSIDE_IMAGE,
        "landmarks",
        "landmarks 1, 2 outside",
        "visibility 0 for what lies outside the photo of 400x300");
  }

  @ParameterizedTest
  @CsvSource({
    "SMALL, 119, 100, ''",
    "MODERATE, 120, 100, ''",
    "MODERATE, 240, 200, ''",
    "LARGE, 241, 200, ''",
    "SMALL, 120, 100, 2 (moderate): the box fills 10.0 % of the photo",
    "LARGE, 119, 100, 1 (small): the box fills 9.9 % of the photo",
    "MODERATE, 241, 200, 3 (large): the box fills 40.2 % of the photo"
  })
  void scale_follows_from_the_share_of_the_box(
      Scale scale, int width, int height, String expected) {
    Item item =
        with(
            boxed(0, 0, width, height),
            Attributes.of(scale, Occlusion.SLIGHT, ZoomIn.NONE, Viewpoint.NO_WEAR));
    List<Finding> findings = check(item);
    if (expected.isEmpty()) {
      assertThat(findings).isEmpty();
    } else {
      String found = "%d (%s)".formatted(scale.code(), scale.label());
      assertOnly(findings, Rule.SCALE_DEFINITION, "scale", found, expected);
    }
  }

  /** Trousers have 14 landmarks, vests 15, shorts 10. */
  private static Item occluded(Category category, int occluded, int unlabelled) {
    Item item = SampleItems.item(2, category, 1);
    double[] xyv = item.landmarks().toArray();
    for (int i = 0; i < occluded; i++) {
      xyv[3 * i + 2] = 1;
    }
    for (int i = occluded; i < occluded + unlabelled; i++) {
      xyv[3 * i] = 0;
      xyv[3 * i + 1] = 0;
      xyv[3 * i + 2] = 0;
    }
    return with(item, xyv);
  }

  @ParameterizedTest
  @CsvSource({
    "SLIGHT, SHORTS, 1, ''",
    "MEDIUM, SHORTS, 2, ''",
    "MEDIUM, SHORTS, 5, ''",
    "HEAVY, SHORTS, 6, ''",
    "SLIGHT, SHORTS, 2, 2 (medium): 20 % of the landmarks are occluded",
    "MEDIUM, VEST, 2, 1 (slight): 13 % of the landmarks are occluded",
    "MEDIUM, VEST, 8, 3 (heavy): 53 % of the landmarks are occluded"
  })
  void occlusion_follows_from_the_share_of_occluded_landmarks(
      Occlusion occlusion, Category category, int occluded, String expected) {
    Item item =
        with(
            occluded(category, occluded, 0),
            Attributes.of(Scale.SMALL, occlusion, ZoomIn.NONE, Viewpoint.FRONTAL));
    List<Finding> findings = check(item);
    if (expected.isEmpty()) {
      assertThat(findings).isEmpty();
    } else {
      String found = "%d (%s)".formatted(occlusion.code(), occlusion.label());
      assertOnly(findings, Rule.OCCLUSION_DEFINITION, "occlusion", found, expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, 0, ''",
    "NONE, 9, ''",
    "MEDIUM, 1, ''",
    "LARGE, 4, ''",
    "MEDIUM, 0, at most 1 (no): only 0 % of the landmarks are not labelled",
    "LARGE, 3, at most 2 (medium): only 30 % of the landmarks are not labelled"
  })
  void zoom_in_is_at_most_what_the_unlabelled_landmarks_allow(
      ZoomIn zoomIn, int unlabelled, String expected) {
    Item item =
        with(
            occluded(Category.SHORTS, 0, unlabelled),
            Attributes.of(Scale.SMALL, Occlusion.SLIGHT, zoomIn, Viewpoint.FRONTAL));
    List<Finding> findings = check(item);
    if (expected.isEmpty()) {
      assertThat(findings).isEmpty();
    } else {
      String found = "%d (%s)".formatted(zoomIn.code(), zoomIn.label());
      assertOnly(findings, Rule.ZOOM_IN_DEFINITION, "zoom_in", found, expected);
    }
  }

  @Test
  void without_a_size_edges_and_scale_go_unchecked() {
    Item outside =
        with(
            boxed(-50, 0, 900, 900),
            Attributes.of(Scale.SMALL, Occlusion.SLIGHT, ZoomIn.NONE, Viewpoint.FRONTAL));
    Photo photo =
        new Photo(
            1,
            "000001.jpg",
            Optional.empty(),
            Optional.of(Source.SHOP),
            1,
            List.of(outside, with(GOOD, new double[24])));
    assertThat(PhotoChecks.of(photo, FILE))
        .extracting(Finding::rule)
        .containsExactly(Rule.LANDMARK_NONE);
  }

  @Test
  void country_does_not_change_a_finding() {
    Locale before = Locale.getDefault();
    Item item = with(GOOD, polygon(95, 100, 200, 95, 205.25, 205));
    List<Finding> findings = check(item);
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(check(item)).isEqualTo(findings);
    } finally {
      Locale.setDefault(before);
    }
  }
}
