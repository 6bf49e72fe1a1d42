package dev.wardrobe.structures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The rasteriser against one that visits every fine pixel. */
class PolygonRasterizerOracleTest {
  private static final int CASES = 40_000;

  @Test
  void random_polygons_inside_around_and_far_outside_are_equal() {
    Random random = new Random(2019);
    for (int i = 0; i < CASES; i++) {
      ImageSize size = new ImageSize(1 + random.nextInt(60), 1 + random.nextInt(60));
      double[] polygon = polygon(random, size);
      Coordinates points = Coordinates.ofReals(polygon);
      assertThat(PolygonRasterizer.rasterize(points, size))
          .as("case %d: %s on %s", i, points, size)
          .isEqualTo(PlainRasterizer.rasterize(points, size));
    }
  }

  private static double[] polygon(Random random, ImageSize size) {
    double[] polygon = new double[2 * random.nextInt(1, 9) + random.nextInt(2)];
    double reach = random.nextInt(4) == 0 ? 300 : random.nextInt(3) == 0 ? 15 : 0;
    double grid = new double[] {0, 1, 2, 5, 10, 1000}[random.nextInt(6)];
    for (int j = 0; j < polygon.length; j++) {
      int side = j % 2 == 0 ? size.width() : size.height();
      double value = random.nextDouble() * (side + 2 * reach) - reach;
      polygon[j] = grid == 0 ? value : Math.rint(value * grid) / grid;
    }
    return polygon;
  }
}
