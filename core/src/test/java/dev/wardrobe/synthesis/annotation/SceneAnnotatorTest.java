package dev.wardrobe.synthesis.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.PolygonMask;
import dev.wardrobe.structures.RleMask;
import dev.wardrobe.synthesis.scene.Layer;
import dev.wardrobe.synthesis.scene.Scene;
import dev.wardrobe.synthesis.scene.Worn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.overlayng.OverlayNG;

class SceneAnnotatorTest {
  private static final int SCENES = 40;
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private record Case(long seed, Scene scene, int garment, Item item) {}

  /** What is annotated of random scenes, with the coordinates' digits after the point. */
  private static List<Case> cases(int decimals) {
    List<Case> cases = new ArrayList<>();
    for (long seed = 1; seed <= SCENES; seed++) {
      Scene scene = RandomScenes.of(seed);
      SceneAnnotator annotator = new SceneAnnotator(scene, decimals);
      for (int garment = 0; garment < 2; garment++) {
        Optional<Item> item = annotator.item(garment, garment + 1);
        if (item.isPresent()) {
          cases.add(new Case(seed, scene, garment, item.get()));
        }
      }
    }
    assertThat(cases).hasSizeGreaterThan(SCENES);
    return cases;
  }

  private static PolygonMask mask(Item item) {
    return (PolygonMask) item.mask();
  }

  private static List<Polygon> polygons(Item item) {
    List<Polygon> polygons = new ArrayList<>();
    for (Coordinates part : mask(item).parts()) {
      Coordinate[] ring = new Coordinate[part.size() / 2 + 1];
      for (int i = 0; i < ring.length; i++) {
        int at = 2 * i % part.size();
        ring[i] = new Coordinate(part.get(at), part.get(at + 1));
      }
      polygons.add(GEOMETRIES.createPolygon(ring));
    }
    return polygons;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void pixels_of_the_mask_are_those_a_painter_leaves(int decimals) {
    for (Case each : cases(decimals)) {
      ScenePainter painter = new ScenePainter(each.scene);
      boolean[] mask = pixels(each.item.mask().toRle(RandomScenes.SIZE));
      int height = RandomScenes.SIZE.height();
      for (int x = 2; x < RandomScenes.SIZE.width() - 2; x += 3) {
        for (int y = 2; y < height - 2; y += 3) {
          int seen = painter.seenAround(each.garment, x + .5, y + .5, 1.2);
          if (seen >= 0) {
            assertThat(mask[x * height + y])
                .as("seed %d, garment %d at %d, %d", each.seed, each.garment, x, y)
                .isEqualTo(seen == 1);
          }
        }
      }
    }
  }

  /** Column by column. */
  private static boolean[] pixels(RleMask mask) {
    boolean[] pixels = new boolean[mask.size().width() * mask.size().height()];
    int at = 0;
    boolean value = false;
    for (int run : mask.counts()) {
      Arrays.fill(pixels, at, at + run, value);
      at += run;
      value = !value;
    }
    return pixels;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void polygons_are_simple_open_apart_and_in_the_photo(int decimals) {
    for (Case each : cases(decimals)) {
      List<Polygon> polygons = polygons(each.item);
      for (int i = 0; i < polygons.size(); i++) {
        Coordinates part = mask(each.item).parts().get(i);
        assertThat(polygons.get(i).isValid()).as("seed %d", each.seed).isTrue();
        assertThat(polygons.get(i).getExteriorRing().isSimple()).isTrue();
        assertThat(
                part.get(0) == part.get(part.size() - 2)
                    && part.get(1) == part.get(part.size() - 1))
            .isFalse();
        for (int j = 0; j < part.size(); j++) {
          double unit = decimals == 0 ? 1 : 100;
          assertThat(part.get(j)).isEqualTo(Math.rint(part.get(j) * unit) / unit);
          assertThat(part.isInteger(j)).isEqualTo(decimals == 0);
          assertThat(part.get(j)).isBetween(0.0, j % 2 == 0 ? 159.0 : 199.0);
        }
        for (int j = 0; j < i; j++) {
          assertThat(polygons.get(i).intersection(polygons.get(j)).getArea()).isLessThan(.01);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void box_is_the_smallest_of_whole_pixels_around_the_mask(int decimals) {
    for (Case each : cases(decimals)) {
      Box bounds = mask(each.item).bounds().orElseThrow();
      assertThat(each.item.box())
          .isEqualTo(
              new Box(
                  Math.floor(bounds.x1()),
                  Math.floor(bounds.y1()),
                  Math.ceil(bounds.x2()),
                  Math.ceil(bounds.y2())));
      assertThat(each.item.boundingBox().isInteger(0)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void visible_landmarks_are_in_the_mask_and_where_the_painter_sees_the_garment(int decimals) {
    int visible = 0;
    int occluded = 0;
    for (Case each : cases(decimals)) {
      ScenePainter painter = new ScenePainter(each.scene);
      Worn worn = each.scene.garments().get(each.garment);
      Landmarks landmarks = each.item.landmarks();
      List<Polygon> polygons = polygons(each.item);
      for (int i = 0; i < landmarks.count(); i++) {
        var point = GEOMETRIES.createPoint(new Coordinate(landmarks.x(i), landmarks.y(i)));
        switch (landmarks.visibility(i)) {
          case Landmarks.VISIBLE -> {
            visible++;
            int around = painter.seenAround(each.garment, worn.x()[i], worn.y()[i], 2);
            assertThat(polygons).anyMatch(polygon -> polygon.distance(point) < 1e-9);
            assertThat(around).as("seed %d landmark %d", each.seed, i).isNotZero();
            assertThat(Math.abs(landmarks.x(i) - worn.x()[i])).isLessThanOrEqualTo(1.5);
            assertThat(Math.abs(landmarks.y(i) - worn.y()[i])).isLessThanOrEqualTo(1.5);
          }
          case Landmarks.OCCLUDED -> {
            occluded++;
            double off = decimals == 0 ? .5 : .005;
            assertThat(Math.abs(landmarks.x(i) - worn.x()[i])).isLessThanOrEqualTo(off);
            assertThat(Math.abs(landmarks.y(i) - worn.y()[i])).isLessThanOrEqualTo(off);
          }
          default -> {
            assertThat(landmarks.x(i)).isZero();
            assertThat(landmarks.y(i)).isZero();
            assertThat(new Box(0, 0, 159, 199).contains(worn.x()[i], worn.y()[i], 0)).isFalse();
          }
        }
      }
    }
    assertThat(visible).isGreaterThan(200);
    assertThat(occluded).isGreaterThan(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void mirrored_scene_gives_the_mirrored_annotation(int decimals) {
    int moved = 0;
    int labelled = 0;
    for (Case each : cases(decimals)) {
      Item mirrored =
          new SceneAnnotator(RandomScenes.mirrored(each.scene), decimals)
              .item(each.garment, each.garment + 1)
              .orElseThrow();
      Landmarks there = mirrored.landmarks();
      Landmarks here = each.item.landmarks();
      for (int i = 0; i < here.count(); i++) {
        assertThat(there.visibility(i)).as("seed %d", each.seed).isEqualTo(here.visibility(i));
        if (here.visibility(i) != Landmarks.NOT_LABELLED) {
          // What rounding put beside the mask was moved, perhaps not to the mirrored place.
          double off = here.visibility(i) == Landmarks.OCCLUDED ? 0 : decimals == 0 ? 1 : .01;
          assertThat(159 - there.x(i)).isCloseTo(here.x(i), offset(off + 1e-9));
          assertThat(there.y(i)).isCloseTo(here.y(i), offset(off + 1e-9));
          moved += Math.abs(159 - there.x(i) - here.x(i)) > 1e-9 ? 1 : 0;
          labelled++;
        }
      }
      double area = polygons(each.item).stream().mapToDouble(Polygon::getArea).sum();
      double other = polygons(mirrored).stream().mapToDouble(Polygon::getArea).sum();
      double edges = polygons(each.item).stream().mapToDouble(Polygon::getLength).sum();
      assertThat(other).isCloseTo(area, offset(.1 * edges));
      assertThat(mirrored.attributes().occlusion()).isEqualTo(each.item.attributes().occlusion());
      assertThat(mirrored.box().width()).isCloseTo(each.item.box().width(), offset(1.0));
    }
    assertThat(moved).isLessThan(labelled / 100);
  }

  @Test
  void attributes_follow_their_definitions_and_the_glance_agrees() {
    for (Case each : cases(0)) {
      Landmarks landmarks = each.item.landmarks();
      double count = landmarks.count();
      Sighting glance = new SceneAnnotator(each.scene, 0).sighting(each.garment);
      assertThat(each.item.attributes().scale())
          .contains(Scale.ofShare(each.item.box().area() / 32_000));
      assertThat(each.item.attributes().occlusion())
          .contains(Occlusion.ofShare(landmarks.countOf(Landmarks.OCCLUDED) / count));
      assertThat(each.item.attributes().zoomIn()).contains(glance.zoomIn());
      assertThat(each.item.attributes().viewpoint()).contains(Viewpoint.FRONTAL);
      assertThat(glance.inside()).isEqualTo(landmarks.labelledCount());
      assertThat(glance.visible())
          .isBetween(
              landmarks.countOf(Landmarks.VISIBLE), landmarks.countOf(Landmarks.VISIBLE) + 3);
      assertThat(glance.width()).isGreaterThanOrEqualTo(each.item.box().width() - 1);
      assertThat(glance.height()).isGreaterThanOrEqualTo(each.item.box().height() - 1);
    }
  }

  private static final Category SKIRT = Category.SKIRT;

  private static double[] rectangle(double x1, double y1, double x2, double y2) {
    return new double[] {x1, y1, x2, y1, x2, y2, x1, y2};
  }

  /** A skirt of one layer, other things before it, and landmarks along its left edge. */
  private static Scene skirt(List<Layer> layers, double[] x, double[] y, int... carriers) {
    Worn worn = new Worn(SKIRT, 3, x, y, carriers);
    return new Scene(new ImageSize(100, 100), Viewpoint.NO_WEAR, layers, List.of(worn));
  }

  private static double[] all(double value) {
    double[] all = new double[SKIRT.landmarks().count()];
    Arrays.fill(all, value);
    return all;
  }

  private static double[] down(double from, double to) {
    double[] all = new double[SKIRT.landmarks().count()];
    for (int i = 0; i < all.length; i++) {
      all[i] = from + (to - from) * i / (all.length - 1);
    }
    return all;
  }

  @Test
  void thing_before_the_middle_leaves_two_parts_without_hole() {
    Layer cloth = RandomScenes.layer(0, List.of(rectangle(10, 10, 60, 90)));
    Layer bag = RandomScenes.layer(Layer.NO_ITEM, List.of(rectangle(30, 40, 41, 50)));
    Scene scene = skirt(List.of(cloth, bag), all(10), down(10, 90), new int[8]);
    Item item = new SceneAnnotator(scene, 0).item(0, 1).orElseThrow();
    assertThat(mask(item).parts()).hasSize(2);
    assertThat(polygons(item).stream().mapToDouble(Polygon::getArea).sum())
        .isEqualTo(50 * 80 - 110);
    assertThat(item.boundingBox()).isEqualTo(Coordinates.ofIntegers(10, 10, 60, 90));
    assertThat(item.style()).isEqualTo(3);
    assertThat(item.number()).isEqualTo(1);
  }

  @Test
  void landmark_under_the_own_sleeve_is_occluded_and_one_at_its_edge_is_not() {
    Layer cloth = RandomScenes.layer(0, List.of(rectangle(10, 10, 60, 90)));
    Layer sleeve = RandomScenes.layer(0, List.of(rectangle(5, 30, 30, 60)));
    double[] y = down(10, 90);
    y[3] = 30;
    y[4] = 45;
    int[] carriers = new int[8];
    carriers[5] = 1;
    y[5] = 45;
    Scene scene = skirt(List.of(cloth, sleeve), all(10), y, carriers);
    Landmarks landmarks = new SceneAnnotator(scene, 0).item(0, 1).orElseThrow().landmarks();
    assertThat(landmarks.visibility(3)).isEqualTo(Landmarks.VISIBLE);
    assertThat(landmarks.visibility(4)).isEqualTo(Landmarks.OCCLUDED);
    assertThat(landmarks.visibility(5)).isEqualTo(Landmarks.VISIBLE);
  }

  @Test
  void garment_hidden_too_far_or_out_of_the_photo_is_none() {
    Layer cloth = RandomScenes.layer(0, List.of(rectangle(10, 10, 60, 90)));
    Layer screen = RandomScenes.layer(Layer.NO_ITEM, List.of(rectangle(5, 12, 70, 99)));
    Scene behind = skirt(List.of(cloth, screen), all(10), down(10, 90), new int[8]);
    assertThat(new SceneAnnotator(behind, 0).item(0, 1)).isEmpty();
    Layer outside = RandomScenes.layer(0, List.of(rectangle(-60, 10, -10, 90)));
    Scene gone = skirt(List.of(outside), all(-10), down(10, 90), new int[8]);
    assertThat(new SceneAnnotator(gone, 2).item(0, 1)).isEmpty();
    assertThat(new SceneAnnotator(gone, 2).sighting(0))
        .isEqualTo(new Sighting(8, 0, 0, 0, 0, new ImageSize(100, 100)));
  }

  @Test
  void visible_landmark_beside_the_rounded_mask_moves_onto_it() {
    double[] slope = {10, 10, 60, 11.4, 60, 90, 10, 90};
    Layer cloth = RandomScenes.layer(0, List.of(slope));
    double[] x = all(10);
    double[] y = down(10, 90);
    x[1] = 53;
    y[1] = 10 + 1.4 * 43 / 50;
    Scene scene = skirt(List.of(cloth), x, y, new int[8]);
    Item item = new SceneAnnotator(scene, 0).item(0, 1).orElseThrow();
    assertThat(item.landmarks().visibility(1)).isEqualTo(Landmarks.VISIBLE);
    assertThat(item.landmarks().y(1)).isEqualTo(11);
  }

  @Test
  void other_decimals_are_refused() {
    Scene scene = RandomScenes.of(1);
    assertThatThrownBy(() -> new SceneAnnotator(scene, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected 0 or 2 decimals, but got 1");
  }

  @Test
  void areas_that_only_touch_cover_nothing() {
    // The first layer is cut by the photo's edge and touches it once more along a line.
    double[] hook = {-20, 10, 40, 10, 40, 40, -10, 40, -10, 60, 0, 60, 0, 80, -20, 80};
    Geometry cut =
        Polygons.overlay(area(hook), area(rectangle(0, 0, 100, 100)), OverlayNG.INTERSECTION);
    assertThat(cut.getArea()).isEqualTo(1200);
    assertThat(cut instanceof Polygonal).isTrue();
    assertThat(Polygons.overlay(cut, area(rectangle(40, 10, 60, 40)), OverlayNG.UNION).getArea())
        .isEqualTo(1800);
    Geometry nothing =
        Polygons.overlay(
            area(rectangle(0, 0, 10, 10)), area(rectangle(10, 0, 20, 10)), OverlayNG.INTERSECTION);
    assertThat(nothing.isEmpty()).isTrue();
  }

  private static Geometry area(double[] ring) {
    Coordinate[] closed = new Coordinate[ring.length / 2 + 1];
    for (int i = 0; i < closed.length; i++) {
      int at = 2 * i % ring.length;
      closed[i] = new Coordinate(ring[at], ring[at + 1]);
    }
    return new GeometryFactory().createPolygon(closed);
  }
}
