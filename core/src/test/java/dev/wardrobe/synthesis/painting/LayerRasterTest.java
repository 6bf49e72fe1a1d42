package dev.wardrobe.synthesis.painting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.wardrobe.synthesis.chance.Dice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerRasterTest {
  private static final Frame FRAME = new Frame(-3, 2, 20, 15);

  @Test
  void whole_pixels_are_covered_in_full_and_others_not_at_all() {
    float[] cover = LayerRaster.coverage(List.of(Scenes.box(1, 4, 5, 9)), FRAME);
    for (int y = 2; y < 17; y++) {
      for (int x = -3; x < 17; x++) {
        boolean inside = x >= 1 && x < 5 && y >= 4 && y < 9;
        assertThat(cover[FRAME.index(x, y)]).isEqualTo(inside ? 1f : 0f);
      }
    }
  }

  @Test
  void part_of_a_pixel_is_covered_in_part() {
    float[] cover = LayerRaster.coverage(List.of(Scenes.box(1.25, 4.5, 2.75, 6)), FRAME);
    assertThat(cover[FRAME.index(1, 4)]).isCloseTo(.375f, offset(.01f));
    assertThat(cover[FRAME.index(2, 5)]).isCloseTo(.75f, offset(.01f));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void coverage_of_a_union_is_the_share_of_points_in_any_polygon(long seed) {
    Dice dice = new Dice(seed);
    List<double[]> polygons = List.of(triangle(dice), triangle(dice), triangle(dice));
    float[] cover = LayerRaster.coverage(polygons, FRAME);
    for (int i = 0; i < cover.length; i++) {
      double x = FRAME.left() + i % FRAME.width();
      int row = i / FRAME.width();
      double y = FRAME.top() + row;
      assertThat(cover[i]).isCloseTo(share(polygons, x, y), offset(.06f));
    }
  }

  private static double[] triangle(Dice dice) {
    double[] corners = new double[6];
    for (int i = 0; i < 6; i++) {
      corners[i] = dice.between(-8, 22);
    }
    return corners;
  }

  private static float share(List<double[]> polygons, double x, double y) {
    int inside = 0;
    for (int i = 0; i < 1600; i++) {
      int row = i / 40;
      double pointX = x + (i % 40 + .5) / 40;
      double pointY = y + (row + .5) / 40;
      inside += polygons.stream().anyMatch(polygon -> contains(polygon, pointX, pointY)) ? 1 : 0;
    }
    return inside / 1600f;
  }

  private static boolean contains(double[] triangle, double x, double y) {
    int signs = 0;
    for (int i = 0; i < 3; i++) {
      int a = 2 * i;
      int b = (2 * i + 2) % 6;
      double side =
          (triangle[b] - triangle[a]) * (y - triangle[a + 1])
              - (triangle[b + 1] - triangle[a + 1]) * (x - triangle[a]);
      signs += side > 0 ? 1 : -1;
    }
    return Math.abs(signs) == 3;
  }
}
