package dev.wardrobe.synthesis.garments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.figures.Measures;
import dev.wardrobe.synthesis.figures.Skeleton;
import dev.wardrobe.synthesis.figures.View;
import dev.wardrobe.synthesis.scene.Mark;
import dev.wardrobe.synthesis.scene.Piece;
import dev.wardrobe.synthesis.scene.Point;
import dev.wardrobe.synthesis.scene.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

class TailorTest {
  private static final int TRIALS = 400;
  private static final Fit WORN = new Fit(false, 5);

  private static GarmentDesign design(Category category, long seed) {
    return GarmentDesign.of(category, 1, new Dice(seed, 1), new Dice(seed, 2));
  }

  @ParameterizedTest
  @EnumSource(Category.class)
  void each_landmark_is_once_on_a_vertex_of_its_piece(Category category) {
    for (int seed = 0; seed < TRIALS; seed++) {
      Dice dice = new Dice(seed, category.id());
      Fit fit = new Fit(dice.chance(.3), dice.chance(.3), seed);
      List<Piece> pieces = Tailor.pieces(design(category, seed), Figures.any(dice), 3, fit);
      List<Integer> landmarks = new ArrayList<>();
      for (Piece piece : pieces) {
        assertThat(piece.layer().item()).isEqualTo(3);
        for (Mark mark : piece.marks()) {
          landmarks.add(mark.landmark());
          assertThat(hasVertex(piece, mark.at())).as("seed %d, mark %s", seed, mark).isTrue();
        }
      }
      int count = LandmarkSchema.of(category).count();
      assertThat(landmarks).as("seed %d", seed).hasSize(count).doesNotHaveDuplicates();
      assertThat(landmarks).allMatch(landmark -> landmark >= 0 && landmark < count);
    }
  }

  @ParameterizedTest
  @EnumSource(Category.class)
  void polygons_do_not_cross_themselves(Category category) {
    GeometryFactory factory = new GeometryFactory();
    for (int seed = 0; seed < TRIALS; seed++) {
      Dice dice = new Dice(seed, category.id(), 7);
      Fit fit = new Fit(dice.chance(.3), dice.chance(.3), seed);
      for (Piece piece : Tailor.pieces(design(category, seed), Figures.any(dice), 0, fit)) {
        for (double[] polygon : piece.layer().polygons()) {
          IsValidOp validity = new IsValidOp(polygon(factory, polygon));
          assertThat(validity.isValid())
              .as("seed %d, %s, %s", seed, piece.slot(), validity.getValidationError())
              .isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Category.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SHORT_SLEEVE_TOP", "LONG_SLEEVE_TOP", "VEST", "SLING"})
  void only_tops_can_be_tucked(Category category) {
    for (int seed = 0; seed < 40; seed++) {
      Skeleton skeleton = Figures.any(new Dice(seed));
      List<Piece> plain = Tailor.pieces(design(category, seed), skeleton, 0, new Fit(false, seed));
      List<Piece> tucked = Tailor.pieces(design(category, seed), skeleton, 0, new Fit(true, seed));
      assertThat(tucked).extracting(Piece::marks).isEqualTo(marks(plain));
      assertThat(tucked)
          .extracting(Piece::rank)
          .isEqualTo(plain.stream().map(Piece::rank).toList());
    }
  }

  private static List<List<Mark>> marks(List<Piece> pieces) {
    return pieces.stream().map(Piece::marks).toList();
  }

  @ParameterizedTest
  @EnumSource(Category.class)
  void styles_of_a_pair_share_their_geometry(Category category) {
    for (int seed = 0; seed < 40; seed++) {
      Skeleton skeleton = Figures.any(new Dice(seed, 3));
      GarmentDesign one = GarmentDesign.of(category, 1, new Dice(seed), new Dice(seed, 1));
      GarmentDesign two = GarmentDesign.of(category, 2, new Dice(seed), new Dice(seed, 2));
      assertThat(one.cut()).isEqualTo(two.cut());
      assertThat(one.trim()).isEqualTo(two.trim());
      assertThat(one.fabric().cloth()).isEqualTo(two.fabric().cloth());
      assertSameShape(Tailor.pieces(one, skeleton, 0, WORN), Tailor.pieces(two, skeleton, 0, WORN));
    }
  }

  @Test
  void styles_look_different() {
    int same = 0;
    for (int seed = 0; seed < 200; seed++) {
      Category category = Category.ALL.get(seed % 13);
      GarmentDesign one = GarmentDesign.of(category, 1, new Dice(seed), new Dice(seed, 1));
      GarmentDesign two = GarmentDesign.of(category, 2, new Dice(seed), new Dice(seed, 2));
      same += one.fabric().rgb() == two.fabric().rgb() ? 1 : 0;
    }
    assertThat(same).isLessThan(30);
  }

  @ParameterizedTest
  @EnumSource(Category.class)
  void same_inputs_make_same_pieces(Category category) {
    for (int seed = 0; seed < 20; seed++) {
      Skeleton skeleton = Figures.any(new Dice(seed, 4));
      List<Piece> one = Tailor.pieces(design(category, seed), skeleton, 0, WORN);
      List<Piece> two = Tailor.pieces(design(category, seed), skeleton, 0, WORN);
      assertSameShape(one, two);
      for (int i = 0; i < one.size(); i++) {
        assertThat(one.get(i).layer().details())
            .usingRecursiveComparison()
            .isEqualTo(two.get(i).layer().details());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Category.class)
  void a_mirrored_figure_wears_the_mirrored_garment(Category category) {
    LandmarkSchema schema = LandmarkSchema.of(category);
    for (int seed = 0; seed < 60; seed++) {
      Dice dice = new Dice(seed, 5);
      Measures measures = Figures.varied(dice);
      Figures.Bend a = new Figures.Bend(dice.between(0, 2.5), dice.between(-1.8, .5));
      Figures.Bend b = new Figures.Bend(dice.between(0, 2.5), dice.between(-1.8, .5));
      Figures.Bend c = new Figures.Bend(dice.between(.02, .3), 0);
      Figures.Bend d = new Figures.Bend(dice.between(.02, .3), 0);
      GarmentDesign design = design(category, seed);
      if (design.cut().front().shift() != 0) {
        continue;
      }
      List<Piece> one = Tailor.pieces(design, Figures.frontal(measures, a, b, c, d), 0, WORN);
      List<Piece> two = Tailor.pieces(design, Figures.frontal(measures, b, a, d, c), 0, WORN);
      Map<Integer, Point> there = places(two);
      places(one)
          .forEach((landmark, at) -> {
            Point other = Objects.requireNonNull(there.get(schema.flipPartner(landmark)));
            assertThat(other.x()).isCloseTo(-at.x(), within(1e-9));
            assertThat(other.y()).isCloseTo(at.y(), within(1e-9));
          });
      assertThat(area(two)).isCloseTo(area(one), within(1e-9));
    }
  }

  @Test
  void front_and_back_of_a_neckline_are_where_they_are_seen() {
    for (View view : List.of(View.FRONT, View.BACK)) {
      List<Piece> pieces =
          Tailor.pieces(design(Category.SHORT_SLEEVE_TOP, 1), Figures.standing(view), 0, WORN);
      assertThat(slotOf(pieces, 0)).isEqualTo(view == View.BACK ? Slot.GARMENT : Slot.INSIDE);
      assertThat(slotOf(pieces, 3)).isEqualTo(view == View.BACK ? Slot.INSIDE : Slot.GARMENT);
    }
  }

  @Test
  void a_tucked_top_lies_under_trousers_and_an_outwear_over_all() {
    Skeleton skeleton = Figures.standing(View.FRONT);
    Category top = Category.SHORT_SLEEVE_TOP;
    int tucked = trunkRank(Tailor.pieces(design(top, 1), skeleton, 0, new Fit(true, 1)));
    int loose = trunkRank(Tailor.pieces(design(top, 1), skeleton, 0, WORN));
    int trousers = trunkRank(Tailor.pieces(design(Category.TROUSERS, 1), skeleton, 0, WORN));
    int coat = trunkRank(Tailor.pieces(design(Category.LONG_SLEEVE_OUTWEAR, 1), skeleton, 0, WORN));
    assertThat(List.of(0, tucked, trousers, loose, coat)).isSorted().doesNotHaveDuplicates();
  }

  private static int trunkRank(List<Piece> pieces) {
    return pieces.stream()
        .filter(piece -> piece.slot() == Slot.GARMENT && !piece.marks().isEmpty())
        .mapToInt(Piece::rank)
        .max()
        .orElseThrow();
  }

  private static Slot slotOf(List<Piece> pieces, int landmark) {
    return pieces.stream()
        .filter(piece -> piece.marks().stream().anyMatch(mark -> mark.landmark() == landmark))
        .findFirst()
        .orElseThrow()
        .slot();
  }

  private static Map<Integer, Point> places(List<Piece> pieces) {
    Map<Integer, Point> places = new TreeMap<>();
    for (Piece piece : pieces) {
      piece.marks().forEach(mark -> places.put(mark.landmark(), mark.at()));
    }
    return places;
  }

  private static double area(List<Piece> pieces) {
    GeometryFactory factory = new GeometryFactory();
    double sum = 0;
    for (Piece piece : pieces) {
      for (double[] polygon : piece.layer().polygons()) {
        sum += polygon(factory, polygon).getArea();
      }
    }
    return sum;
  }

  private static void assertSameShape(List<Piece> one, List<Piece> two) {
    assertThat(one).hasSameSizeAs(two);
    for (int i = 0; i < one.size(); i++) {
      assertThat(one.get(i).slot()).isEqualTo(two.get(i).slot());
      assertThat(one.get(i).rank()).isEqualTo(two.get(i).rank());
      assertThat(one.get(i).marks()).isEqualTo(two.get(i).marks());
      assertThat(one.get(i).layer().polygons().toArray(double[][]::new))
          .isDeepEqualTo(two.get(i).layer().polygons().toArray(double[][]::new));
    }
  }

  private static boolean hasVertex(Piece piece, Point at) {
    for (double[] polygon : piece.layer().polygons()) {
      for (int i = 0; i < polygon.length; i += 2) {
        if (polygon[i] == at.x() && polygon[i + 1] == at.y()) {
          return true;
        }
      }
    }
    return false;
  }

  private static Polygon polygon(GeometryFactory factory, double[] points) {
    assertThat(Arrays.stream(points).allMatch(Double::isFinite)).isTrue();
    Coordinate[] ring = new Coordinate[points.length / 2 + 1];
    for (int i = 0; i < ring.length; i++) {
      int at = 2 * i % points.length;
      ring[i] = new Coordinate(points[at], points[at + 1]);
    }
    return factory.createPolygon(ring);
  }
}
