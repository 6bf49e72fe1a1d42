package dev.wardrobe.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.PolygonMask;
import dev.wardrobe.structures.RleMask;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GarmentOutlineTest {
  private static final double PIXELS = 300;
  private static final ImageSize GRID = new ImageSize(300, 330);

  @ParameterizedTest
  @EnumSource(Category.class)
  void every_landmark_has_a_place_of_its_own(Category category) {
    GarmentOutline outline = GarmentOutline.of(category);
    Set<List<Double>> places = new HashSet<>();
    for (int i = 0; i < category.landmarks().count(); i++) {
      places.add(List.of(outline.x(i), outline.y(i)));
    }
    assertThat(places).hasSize(category.landmarks().count());
  }

  @ParameterizedTest
  @EnumSource(Category.class)
  void right_half_mirrors_the_left(Category category) {
    GarmentOutline outline = GarmentOutline.of(category);
    LandmarkSchema schema = category.landmarks();
    for (int i = 0; i < schema.count(); i++) {
      int partner = schema.flipPartner(i);
      assertThat(outline.x(partner)).as(schema.name(i)).isEqualTo(0 - outline.x(i));
      assertThat(outline.y(partner)).as(schema.name(i)).isEqualTo(outline.y(i));
      if (schema.name(i).startsWith("left_")) {
        assertThat(outline.x(i)).as(schema.name(i)).isNegative();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Category.class)
  void mask_fills_a_quarter_to_nearly_all_of_its_box(Category category) {
    GarmentOutline outline = GarmentOutline.of(category);
    RleMask mask = mask(outline, outline.parts());
    Box box = mask.bounds().orElseThrow();
    assertThat(mask.area() / box.area()).isBetween(.25, .95);
  }

  @ParameterizedTest
  @EnumSource(Category.class)
  void every_landmark_but_the_back_of_the_neck_is_a_vertex(Category category) {
    GarmentOutline outline = GarmentOutline.of(category);
    Set<Integer> vertices = new HashSet<>();
    outline.parts().forEach(vertices::addAll);
    for (int i = 0; i < category.landmarks().count(); i++) {
      if (!category.landmarks().name(i).equals("neckline_back")) {
        assertThat(vertices).as(category.landmarks().name(i)).contains(i);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Category.class)
  void limbs_lie_inside_the_garment(Category category) {
    GarmentOutline outline = GarmentOutline.of(category);
    boolean limbed =
        category.landmarks().names().stream()
            .anyMatch(name -> name.contains("sleeve") || name.equals("crotch"));
    assertThat(outline.limbs()).hasSize(limbed ? 2 : 0);
    RleMask whole = mask(outline, outline.parts());
    List<List<Integer>> both = new ArrayList<>(outline.parts());
    both.addAll(outline.limbs());
    assertThat(mask(outline, both).area() - whole.area()).isLessThanOrEqualTo(whole.area() / 100);
  }

  private static RleMask mask(GarmentOutline outline, List<List<Integer>> parts) {
    List<Coordinates> polygons = new ArrayList<>();
    for (List<Integer> part : parts) {
      Coordinates.Builder points = Coordinates.builder();
      for (int vertex : part) {
        points.addReal((outline.x(vertex) + .5) * PIXELS);
        points.addReal((outline.y(vertex) + .05) * PIXELS);
      }
      polygons.add(points.build());
    }
    return new PolygonMask(polygons).toRle(GRID);
  }
}
