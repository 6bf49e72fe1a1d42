package dev.wardrobe.model.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.model.config.RpnConfig;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnchorsTest {
  private static final List<Double> RATIOS = List.of(.5, 1.0, 2.0);

  @Test
  void five_levels_as_torchvision() {
    Golden golden = Golden.of("anchors");
    assertThat(asIn(golden, "case0")).isEqualTo(golden.floats("case0.anchors"));
  }

  @Test
  void first_levels_of_a_wide_image_as_torchvision() {
    // The golden has three levels; the fourth of ours is left out of the comparison.
    Golden golden = Golden.of("anchors");
    float[] expected = golden.floats("case1.anchors");
    float[] ours =
        Anchors.of(
            config(List.of(32, 64, 128, 256), RATIOS),
            new int[][] {{8, 20}, {4, 10}, {2, 5}, {1, 2}},
            64,
            160);
    assertThat(ours).hasSize(expected.length + 4 * 3 * 2).startsWith(expected);
  }

  @Test
  void order_is_level_row_column_ratio() {
    float[] anchors =
        Anchors.of(
            config(List.of(16, 32, 64, 128), RATIOS),
            new int[][] {{2, 3}, {1, 1}, {1, 1}, {1, 1}},
            8,
            12);
    assertThat(anchors).hasSize(4 * 3 * 9);
    // Ratio is height over width: 16 / sqrt(1/2) wide, 16 sqrt(1/2) high, halved and rounded.
    assertThat(anchors).startsWith(-11, -6, 11, 6, -8, -8, 8, 8, -6, -11, 6, 11, -7, -6, 15, 6);
    assertThat(box(anchors, 3 * 3 + 1)).containsExactly(-8, -4, 8, 12);
    assertThat(box(anchors, 3 * 6 + 1)).containsExactly(-16, -16, 16, 16);
  }

  @Test
  void a_level_too_few_is_refused() {
    RpnConfig config = config(List.of(16, 32, 64, 128), RATIOS);
    assertThatThrownBy(() -> Anchors.of(config, new int[][] {{1, 1}}, 32, 32))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4 levels");
  }

  private static float[] box(float[] boxes, int index) {
    return BoxArrays.select(boxes, new int[] {index});
  }

  private static float[] asIn(Golden golden, String name) {
    List<Integer> sizes = new ArrayList<>();
    for (float size : golden.floats(name + ".sizes")) {
      sizes.add((int) size);
    }
    int[] image = golden.ints(name + ".image_size");
    int[] grids = golden.ints(name + ".grids");
    int[][] features = new int[grids.length / 2][];
    for (int i = 0; i < features.length; i++) {
      features[i] = new int[] {grids[2 * i], grids[2 * i + 1]};
    }
    return Anchors.of(config(sizes, RATIOS), features, image[0], image[1]);
  }

  private static RpnConfig config(List<Integer> sizes, List<Double> ratios) {
    return new RpnConfig(sizes, ratios, .7, .3, 1, .5, 1, 1, 1, 1, .7);
  }
}
