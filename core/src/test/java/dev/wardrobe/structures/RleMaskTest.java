package dev.wardrobe.structures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wardrobe.JsonTree;
import dev.wardrobe.SharedData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RleMaskTest {
  private static final ImageSize SMALL = new ImageSize(3, 4);

  @Test
  void runs_go_down_the_columns() {
    RleMask mask = RleMask.ofCounts(SMALL, 5, 2, 5);
    assertThat(mask.area()).isEqualTo(2);
    assertThat(mask.bounds()).contains(new Box(1, 1, 2, 3));
    assertThat(mask.size()).isEqualTo(SMALL);
    assertThat(mask.toCompressed()).isEqualTo("525");
    assertThat(mask).hasToString("RleMask[3x4, 525]");
  }

  @Test
  void run_over_two_columns_reaches_from_first_row_to_last() {
    assertThat(RleMask.ofCounts(SMALL, 3, 2, 7).bounds()).contains(new Box(0, 0, 2, 4));
  }

  @Test
  void empty_mask_has_no_bounds() {
    assertThat(RleMask.empty(SMALL).bounds()).isEmpty();
    assertThat(RleMask.empty(SMALL).area()).isZero();
    assertThat(RleMask.ofCounts(SMALL, 4, 0, 8).bounds()).as("a set run of 0").isEmpty();
  }

  @Test
  void equality_needs_the_same_grid_and_runs() {
    RleMask mask = RleMask.ofCounts(SMALL, 5, 2, 5);
    assertThat(mask).isEqualTo(RleMask.ofCompressed(SMALL, "525"));
    assertThat(mask).hasSameHashCodeAs(RleMask.ofCompressed(SMALL, "525"));
    assertThat(mask).isNotEqualTo(RleMask.ofCounts(new ImageSize(4, 3), 5, 2, 5));
    assertThat(mask).isNotEqualTo(RleMask.ofCounts(SMALL, 5, 3, 4));
    assertThat(mask.equals((Object) "525")).isFalse();
    assertThat(mask.toRle(SMALL)).isSameAs(mask);
  }

  @Test
  void changing_an_array_does_not_change_the_mask() {
    int[] given = {5, 2, 5};
    RleMask mask = RleMask.ofCounts(SMALL, given);
    given[0] = 9;
    mask.counts()[1] = 9;
    assertThat(mask.counts()).containsExactly(5, 2, 5);
  }

  @Test
  void runs_that_do_not_cover_the_grid_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RleMask.ofCounts(SMALL, 5, 2, 4))
        .withMessage("Expected runs of 12 pixels for 3x4, but got 11");
    assertThatIllegalArgumentException().isThrownBy(() -> RleMask.ofCounts(SMALL));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RleMask.ofCounts(SMALL, 13, -1))
        .withMessage("Expected runs of at least 0, but got -1");
    assertThatIllegalArgumentException().isThrownBy(() -> RleMask.ofCompressed(SMALL, "52"));
    assertThatIllegalArgumentException().isThrownBy(() -> RleMask.ofCompressed(SMALL, ""));
    assertThatIllegalArgumentException().isThrownBy(() -> RleMask.ofCompressed(SMALL, "52P"));
    assertThatIllegalArgumentException()
        .as("sum overflows an int")
        .isThrownBy(() -> RleMask.ofCounts(SMALL, Integer.MAX_VALUE, Integer.MAX_VALUE, 14));
  }

  @Test
  void grid_of_2_to_the_31_pixels_is_refused_everywhere() {
    ImageSize huge = new ImageSize(65_535, 65_535);
    assertThatIllegalArgumentException().isThrownBy(() -> RleMask.empty(huge));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RleMask.ofCounts(huge, Integer.MAX_VALUE, Integer.MAX_VALUE - 131_069))
        .withMessage("Expected fewer than 2^31 pixels, but got 65535x65535");
  }

  @Test
  void masks_on_different_grids_do_not_mix() {
    RleMask mask = RleMask.empty(SMALL);
    ImageSize other = new ImageSize(4, 3);
    assertThatIllegalArgumentException().isThrownBy(() -> mask.union(RleMask.empty(other)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mask.toRle(other))
        .withMessage("Expected a mask for a photo of 4x3, but it lies on 3x4");
  }

  @Test
  void random_masks_agree_with_sets_of_pixels() {
    long seed = 1;
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 3_000; round++) {
      PixelSet a = PixelSet.random(random);
      PixelSet b = PixelSet.random(random, a.size());
      RleMask rleA = a.toRle(random, round % 2 == 0);
      RleMask rleB = b.toRle(random, round % 3 == 0);
      assertThat(rleA.area()).as("seed %d, round %d", seed, round).isEqualTo(a.area());
      assertThat(rleA.bounds()).as("seed %d, round %d", seed, round).isEqualTo(a.bounds());
      assertThat(RleMask.ofCompressed(a.size(), rleA.toCompressed())).isEqualTo(rleA);
      assertThat(rleA.union(rleB))
          .as("seed %d, round %d", seed, round)
          .isEqualTo(a.union(b).toRle(random, false));
    }
  }

  @Test
  void published_result_masks_have_the_official_area_and_bounds() throws IOException {
    JsonTree golden = JsonTree.read(SharedData.require("golden/mask_golden.json"));
    JsonTree results =
        JsonTree.read(SharedData.require("samples/results/example_segm_results.json"));
    assertThat(results.size()).isEqualTo(golden.get("segm_results").size()).isPositive();
    for (int i = 0; i < results.size(); i++) {
      JsonTree expected = golden.get("segm_results").get(i);
      JsonTree segmentation = results.get(i).get("segmentation");
      double[] size = segmentation.get("size").numbers();
      RleMask mask =
          RleMask.ofCompressed(
              new ImageSize((int) size[1], (int) size[0]), segmentation.get("counts").text());
      double[] bbox = expected.get("bbox").numbers();
      assertThat(mask.counts()).hasSize(expected.get("m").integer());
      assertThat(mask.area()).isEqualTo(expected.get("area").integer());
      assertThat(mask.bounds()).contains(Box.ofXywh(bbox[0], bbox[1], bbox[2], bbox[3]));
      assertThat(mask.toCompressed()).isEqualTo(segmentation.get("counts").text());
    }
  }

  @Test
  void many_polygons_are_the_union_of_each() {
    SplittableRandom random = new SplittableRandom(5);
    ImageSize size = new ImageSize(23, 17);
    for (int i = 0; i < 100; i++) {
      List<Coordinates> parts = new ArrayList<>();
      PixelSet union = PixelSet.of(RleMask.empty(size));
      for (int part = random.nextInt(12); part >= 0; part--) {
        double[] points = random.doubles(2L * random.nextInt(5), -5, 30).toArray();
        parts.add(Coordinates.ofReals(points));
        union = union.union(PixelSet.of(RleMask.ofPolygons(List.of(parts.getLast()), size)));
      }
      assertThat(PixelSet.of(RleMask.ofPolygons(parts, size)).columns())
          .isDeepEqualTo(union.columns());
    }
    assertThat(RleMask.ofPolygons(List.of(), size)).isEqualTo(RleMask.empty(size));
  }

  @Test
  void outlines_of_items_can_be_rasterised_and_endless_ones_not() {
    double[] zigzag = new double[60_000];
    for (int i = 0; i < zigzag.length; i += 4) {
      zigzag[i] = 4000;
    }
    List<Coordinates> parts = List.of(Coordinates.ofReals(zigzag));
    assertThat(RleMask.canRasterize(parts, new ImageSize(100, 100))).isTrue();
    assertThat(RleMask.canRasterize(parts, new ImageSize(4000, 100))).isFalse();
    assertThat(RleMask.canRasterize(List.of(), new ImageSize(100_000, 100_000))).isFalse();
    assertThat(RleMask.canRasterize(List.of(), new ImageSize(65_535, 32_767))).isTrue();
  }
}
