package dev.wardrobe.model.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Mask;
import dev.wardrobe.structures.PolygonMask;
import dev.wardrobe.structures.RleMask;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTargetsTest {
  private static final ImageSize PHOTO = new ImageSize(60, 50);

  @ParameterizedTest
  @ValueSource(ints = {14, 28})
  void targets_differ_from_resampled_ones_at_the_rim_only(int size) {
    // torchvision averages the photo's pixels, half a pixel aside; its means near 1/2 are open.
    Golden golden = Golden.of("mask-targets");
    int[] bits = golden.ints("masks");
    float[] boxes = golden.floats("boxes");
    int[] matched = golden.ints("matched");
    float[] expected = golden.floats("targets" + size);
    int[][] discs = {{25, 20, 15}, {40, 35, 10}, {50, 10, 18}};
    int compared = 0;
    for (int i = 0; i < 8; i++) {
      Box region = new Box(boxes[4 * i], boxes[4 * i + 1], boxes[4 * i + 2], boxes[4 * i + 3]);
      float[] runs = MaskTargets.of(runs(bits, matched[i]), region, size);
      float[] polygon = MaskTargets.of(circle(discs[matched[i]]), region, size);
      for (int cell = 0; cell < size * size; cell++) {
        float mean = expected[i * size * size + cell];
        if (mean == 0 || mean == 1) {
          compared++;
          int margin = distanceToRim(region, size, cell, discs[matched[i]]);
          if (margin > 1) {
            assertThat(runs[cell]).isEqualTo(mean);
            assertThat(polygon[cell]).isEqualTo(mean);
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(8 * size * size / 2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void run_lengths_are_read_at_the_centres_of_cells(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] bits = random.ints(60L * 50, 0, 2).toArray();
    RleMask mask = runs(bits, 0);
    double x = random.nextDouble(-10, 40);
    double y = random.nextDouble(-10, 40);
    Box region = new Box(x, y, x + random.nextDouble(1, 40), y + random.nextDouble(1, 40));
    float[] grid = MaskTargets.of(mask, region, 14);
    for (int row = 0; row < 14; row++) {
      for (int column = 0; column < 14; column++) {
        int px = (int) Math.floor(x + (column + .5) * region.width() / 14);
        int py = (int) Math.floor(y + (row + .5) * region.height() / 14);
        boolean inside = px >= 0 && px < 60 && py >= 0 && py < 50;
        assertThat(grid[row * 14 + column]).isEqualTo(inside ? bits[py * 60 + px] : 0);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void cells_whose_centre_lies_in_a_polygon_are_set(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] disc = {random.nextDouble(10, 50), random.nextDouble(10, 40), 12};
    double x = random.nextDouble(40);
    double y = random.nextDouble(30);
    Box region = new Box(x, y, x + random.nextDouble(10, 40), y + random.nextDouble(10, 40));
    float[] grid = MaskTargets.of(circle(disc[0], disc[1], disc[2]), region, 28);
    for (int cell = 0; cell < grid.length; cell++) {
      int row = cell / 28;
      double cx = region.x1() + (cell % 28 + .5) * region.width() / 28 - disc[0];
      double cy = region.y1() + (row + .5) * region.height() / 28 - disc[1];
      double distance = Math.hypot(cx, cy) - disc[2];
      double rounding = Math.max(region.width(), region.height()) / 28 * .4;
      if (Math.abs(distance) > rounding) {
        assertThat(grid[cell]).as("cell %d", cell).isEqualTo(distance < 0 ? 1 : 0);
      }
    }
  }

  @Test
  void a_region_as_large_as_its_grid_gives_the_mask_itself() {
    RleMask mask = circle(30, 25, 17).toRle(PHOTO);
    ImageSize square = new ImageSize(28, 28);
    Mask moved = new PolygonMask(List.of(Coordinates.ofIntegers(3, 4, 25, 4, 25, 20, 3, 20)));
    float[] grid = MaskTargets.of(moved, new Box(0, 0, 28, 28), 28);
    assertThat(grid).isEqualTo(MaskTargets.of(moved.toRle(square), new Box(0, 0, 28, 28), 28));
    assertThat(sum(grid)).isEqualTo(22 * 16);
    assertThat(sum(MaskTargets.of(mask, Box.of(PHOTO), 1))).isEqualTo(1);
  }

  @Test
  void parts_are_united_even_where_one_lies_inside_another() {
    PolygonMask mask =
        new PolygonMask(
            List.of(
                Coordinates.ofIntegers(0, 0, 20, 0, 20, 20, 0, 20),
                Coordinates.ofIntegers(5, 5, 15, 5, 15, 15, 5, 15)));
    assertThat(MaskTargets.of(mask, new Box(0, 0, 20, 20), 10)).containsOnly(1);
  }

  @Test
  void regions_beside_the_item_and_masks_without_parts_are_empty() {
    Box beside = new Box(100, 100, 120, 130);
    assertThat(MaskTargets.of(circle(30, 25, 10), beside, 14)).containsOnly(0);
    assertThat(MaskTargets.of(circle(30, 25, 10).toRle(PHOTO), beside, 14)).containsOnly(0);
    assertThat(MaskTargets.of(new PolygonMask(List.of()), beside, 14)).containsOnly(0);
  }

  @Test
  void regions_without_width_and_points_far_away_are_fine() {
    Box line = new Box(30, 10, 30, 40);
    assertThat(MaskTargets.of(circle(30, 25, 9).toRle(PHOTO), line, 3))
        .containsExactly(0, 0, 0, 1, 1, 1, 0, 0, 0);
    PolygonMask huge =
        new PolygonMask(List.of(Coordinates.ofReals(-1e9, -1e9, 1e9, -1e9, 1e9, 1e9, -1e9, 1e9)));
    assertThat(MaskTargets.of(huge, line, 3)).containsOnly(1);
  }

  private static int distanceToRim(Box region, int size, int cell, int[] disc) {
    double x = region.x1() + (cell % size + .5) * region.width() / size - disc[0];
    int row = cell / size;
    double y = region.y1() + (row + .5) * region.height() / size - disc[1];
    return (int) Math.abs(Math.hypot(x, y) - disc[2]);
  }

  private static PolygonMask circle(int[] disc) {
    return circle(disc[0] + .5, disc[1] + .5, disc[2]);
  }

  private static PolygonMask circle(double x, double y, double radius) {
    double[] points = new double[2 * 90];
    for (int i = 0; i < 90; i++) {
      points[2 * i] = x + radius * Math.cos(i * Math.PI / 45);
      points[2 * i + 1] = y + radius * Math.sin(i * Math.PI / 45);
    }
    return new PolygonMask(List.of(Coordinates.ofReals(points)));
  }

  /** One of several masks of bits, row by row. */
  private static RleMask runs(int[] bits, int index) {
    RunBuilder runs = new RunBuilder();
    for (int x = 0; x < PHOTO.width(); x++) {
      for (int y = 0; y < PHOTO.height(); y++) {
        runs.add(1, bits[index * 50 * 60 + y * 60 + x] == 1);
      }
    }
    return RleMask.ofCounts(PHOTO, runs.toArray());
  }

  private static double sum(float[] grid) {
    double sum = 0;
    for (float value : grid) {
      sum += value;
    }
    return sum;
  }
}
