package dev.wardrobe.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.PolygonMask;
import dev.wardrobe.structures.RleMask;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskOutlineTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .5, .9, 1})
  void outline_encloses_the_set_pixels_and_no_others(double share) {
    for (int seed = 0; seed < 40; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      ImageSize size = new ImageSize(random.nextInt(1, 9), random.nextInt(1, 9));
      boolean[] set = new boolean[(int) size.area()];
      for (int i = 0; i < set.length; i++) {
        set[i] = random.nextDouble() < share;
      }
      Path2D outline = MaskOutline.of(RleMask.ofCounts(size, runs(set)));
      for (int i = 0; i < set.length; i++) {
        int x = i / size.height();
        int y = i % size.height();
        assertThat(outline.contains(x + .5, y + .5))
            .as("seed %d, pixel %d", seed, i)
            .isEqualTo(set[i]);
      }
    }
  }

  private static int[] runs(boolean... set) {
    List<Integer> runs = new ArrayList<>();
    boolean now = false;
    int run = 0;
    for (boolean each : set) {
      if (each != now) {
        runs.add(run);
        run = 0;
        now = each;
      }
      run++;
    }
    runs.add(run);
    return runs.stream().mapToInt(Integer::intValue).toArray();
  }

  @Test
  void whole_grid_is_outlined_along_its_edges() {
    Path2D outline = MaskOutline.of(RleMask.ofCounts(new ImageSize(4, 3), 0, 12));
    assertThat(outline.getBounds2D()).isEqualTo(new Rectangle2D.Double(0, 0, 4, 3));
  }

  @Test
  void a_rectangle_as_polygon_and_as_run_lengths_reaches_equally_far() {
    PolygonMask polygon = new PolygonMask(List.of(Coordinates.ofReals(2, 1, 7, 1, 7, 5, 2, 5)));
    RleMask runs = polygon.toRle(new ImageSize(9, 8));
    assertThat(MaskOutline.of(runs).getBounds2D()).isEqualTo(MaskOutline.of(polygon).getBounds2D());
  }

  @Test
  void polygons_are_taken_as_they_are() {
    PolygonMask mask =
        new PolygonMask(
            List.of(
                Coordinates.ofReals(0, 0, 4, 0, 4, 4, 0, 4),
                Coordinates.ofReals(1, 1, 2, 1, 2, 2, 1, 2),
                Coordinates.ofReals()));
    assertThat(MaskOutline.of(mask).contains(1.5, 1.5)).isTrue();
    assertThat(MaskOutline.of(mask).getBounds2D()).isEqualTo(new Rectangle2D.Double(0, 0, 4, 4));
  }
}
