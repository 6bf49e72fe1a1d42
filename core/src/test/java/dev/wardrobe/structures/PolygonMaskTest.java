package dev.wardrobe.structures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wardrobe.GoldenLines;
import dev.wardrobe.JsonTree;
import dev.wardrobe.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PolygonMaskTest {
  private static final ImageSize SIZE = new ImageSize(20, 10);

  @Test
  void rectangle_covers_its_pixels() {
    PolygonMask mask = mask(Coordinates.ofIntegers(2, 3, 8, 3, 8, 6, 2, 6));
    assertThat(mask.toRle(SIZE).area()).isEqualTo(18);
    assertThat(mask.toRle(SIZE).bounds()).contains(new Box(2, 3, 8, 6));
  }

  @Test
  void part_inside_another_makes_no_hole() {
    Coordinates outer = Coordinates.ofIntegers(2, 1, 12, 1, 12, 9, 2, 9);
    Coordinates inner = Coordinates.ofIntegers(4, 3, 8, 3, 8, 6, 4, 6);
    assertThat(mask(outer, inner).toRle(SIZE)).isEqualTo(mask(outer).toRle(SIZE));
    assertThat(mask(inner, outer).toRle(SIZE)).isEqualTo(mask(outer).toRle(SIZE));
  }

  @Test
  void no_part_and_parts_without_a_point_are_empty() {
    assertThat(mask().toRle(SIZE)).isEqualTo(RleMask.empty(SIZE));
    assertThat(mask(Coordinates.ofIntegers()).toRle(SIZE)).isEqualTo(RleMask.empty(SIZE));
    assertThat(mask(Coordinates.ofIntegers(3)).toRle(SIZE)).isEqualTo(RleMask.empty(SIZE));
    assertThat(mask(Coordinates.ofIntegers(3)).bounds()).isEmpty();
    assertThat(mask().bounds()).isEmpty();
  }

  @Test
  void one_or_two_points_cover_nothing() {
    assertThat(mask(Coordinates.ofIntegers(3, 3)).toRle(SIZE).area()).isZero();
    assertThat(mask(Coordinates.ofIntegers(3, 3, 9, 7)).toRle(SIZE).area()).isZero();
  }

  @Test
  void odd_number_at_the_end_is_ignored() {
    Coordinates whole = Coordinates.ofIntegers(2, 3, 8, 3, 8, 6);
    Coordinates odd = Coordinates.ofIntegers(2, 3, 8, 3, 8, 6, 19);
    assertThat(mask(odd).toRle(SIZE)).isEqualTo(mask(whole).toRle(SIZE));
    assertThat(mask(odd).bounds()).isEqualTo(mask(whole).bounds());
    assertThat(mask(odd, whole).pointCount()).isEqualTo(6);
  }

  @Test
  void bounds_hold_all_points_of_all_parts() {
    assertThat(mask(Coordinates.ofReals(-2.5, 3, 8, 4), Coordinates.ofReals(1, 1, 30, 2)).bounds())
        .contains(new Box(-2.5, 1, 30, 4));
  }

  @Test
  void photo_of_2_to_the_31_pixels_is_refused() {
    ImageSize huge = new ImageSize(65_535, 65_535);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mask(Coordinates.ofIntegers(1, 1, 2, 2, 3, 1)).toRle(huge))
        .withMessageContaining("65535x65535");
  }

  @Test
  void parts_are_copied() {
    List<Coordinates> parts = new ArrayList<>(List.of(Coordinates.ofIntegers(1, 2)));
    PolygonMask mask = new PolygonMask(parts);
    parts.clear();
    assertThat(mask.parts()).hasSize(1);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> mask.parts().clear());
  }

  @Test
  void random_polygons_agree_with_pycocotools() throws IOException {
    List<String> cases = GoldenLines.read(PolygonMaskTest.class, "polygons.txt");
    assertThat(cases).hasSizeGreaterThanOrEqualTo(60);
    for (String line : cases) {
      String[] words = line.split(" ", 5);
      ImageSize size = new ImageSize(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
      List<Coordinates> parts = new ArrayList<>();
      for (String part : words[4].split(" \\| ", -1)) {
        parts.add(
            Coordinates.ofReals(
                Arrays.stream(part.split(" ", -1)).mapToDouble(Double::parseDouble).toArray()));
      }
      RleMask mask = new PolygonMask(parts).toRle(size);
      assertThat(mask.toCompressed()).as(line).isEqualTo(words[3]);
      assertThat(mask.area()).as(line).isEqualTo(Long.parseLong(words[2]));
      assertThat(mask).isEqualTo(RleMask.ofCompressed(size, words[3]));
    }
  }

  @Test
  void union_of_random_parts_is_the_union_of_their_pixels() {
    long seed = 3;
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 500; round++) {
      ImageSize size = new ImageSize(1 + random.nextInt(15), 1 + random.nextInt(15));
      List<Coordinates> parts = new ArrayList<>();
      PixelSet expected = PixelSet.of(RleMask.empty(size));
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        double[] points = random.doubles(2 + 2L * random.nextInt(6), -4, 20).toArray();
        parts.add(Coordinates.ofReals(points));
        expected = expected.union(PixelSet.of(mask(parts.getLast()).toRle(size)));
      }
      RleMask mask = new PolygonMask(parts).toRle(size);
      assertThat(PixelSet.of(mask).columns())
          .as("seed %d, round %d", seed, round)
          .isDeepEqualTo(expected.columns());
      assertThat(mask.area()).isEqualTo(expected.area());
    }
  }

  @Test
  void real_polygons_agree_with_the_official_mask_code() throws IOException {
    JsonTree golden = JsonTree.read(SharedData.require("golden/mask_golden.json"));
    int checked = 0;
    for (JsonTree expected : golden.get("polygons")) {
      String name = expected.get("file").text().replace("/", "/annos/") + ".json";
      Optional<Path> file = SharedData.find("samples/" + name);
      if (file.isPresent()) {
        JsonTree item = JsonTree.read(file.get()).get(expected.get("item").text());
        assertOfficial(item.get("segmentation"), expected);
        checked++;
      }
    }
    assertThat(checked).as("items of train/000001 at least").isGreaterThanOrEqualTo(2);
  }

  private static void assertOfficial(JsonTree segmentation, JsonTree expected) {
    double[] rows = expected.get("size").numbers();
    ImageSize size = new ImageSize((int) rows[1], (int) rows[0]);
    List<Coordinates> parts = new ArrayList<>();
    for (JsonTree part : segmentation) {
      parts.add(Coordinates.ofReals(part.numbers()));
    }
    double[] bbox = expected.get("merged_bbox").numbers();
    RleMask mask = new PolygonMask(parts).toRle(size);
    assertThat(parts.stream().mapToDouble(part -> mask(part).toRle(size).area()).toArray())
        .containsExactly(expected.get("part_areas").numbers());
    assertThat(mask.area()).isEqualTo(expected.get("merged_area").integer());
    assertThat(mask.bounds()).contains(Box.ofXywh(bbox[0], bbox[1], bbox[2], bbox[3]));
    assertThat(mask.toCompressed()).isEqualTo(expected.get("merged_counts").text());
  }

  private static PolygonMask mask(Coordinates... parts) {
    return new PolygonMask(List.of(parts));
  }
}
