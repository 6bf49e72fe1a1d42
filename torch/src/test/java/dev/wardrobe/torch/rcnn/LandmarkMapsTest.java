package dev.wardrobe.torch.rcnn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.model.config.HeadsConfig;
import dev.wardrobe.torch.layers.Initial;
import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.tensor.NativeScope;
import dev.wardrobe.torch.tensor.TensorData;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LandmarkMapsTest {
  private static final int CHANNELS = 3;
  private static final int SIDE = 5;
  private static final int REGIONS = 2;

  @BeforeAll
  static void start() {
    NativeLibrary.start(1);
  }

  private static float[] random(int count, long seed) {
    float[] values = new float[count];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }

  /** All 294 maps of PyTorch's transposed convolution, of which those of the category are taken. */
  @ParameterizedTest
  @EnumSource
  void maps_of_a_category_are_those_of_a_whole_transposed_convolution(Category category) {
    try (LandmarkMaps maps = new LandmarkMaps(CHANNELS, Initial.module(new SplittableRandom(1)));
        var scope = NativeScope.open()) {
      float[] input = random(REGIONS * CHANNELS * SIDE * SIDE, 2);
      Tensor x = TensorData.of(input, REGIONS, CHANNELS, SIDE, SIDE);
      Tensor weight = Objects.requireNonNull(maps.parameters().get("weight"));
      Tensor all =
          torch.conv_transpose2d(
              x,
              weight,
              new TensorOptional(),
              new long[] {2, 2},
              new long[] {0, 0},
              new long[] {0, 0},
              1,
              1,
              1);
      assertThat(all.size(1)).isEqualTo(LandmarkSchema.TOTAL);
      LandmarkSchema schema = category.landmarks();
      float[] own = TensorData.floats(maps.forward(x, schema));
      for (int region = 0; region < REGIONS; region++) {
        Tensor chosen = all.select(0, region).narrow(0, schema.offset(), schema.count());
        float[] found = LandmarkMaps.inRows(own, region, schema.count(), 2 * SIDE);
        Golden.assertClose(category.name(), found, TensorData.floats(chosen), 1e-6);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"VEST", "SKIRT"})
  void loss_is_the_negative_logarithm_of_the_right_cells_chance(Category category) {
    int size = 2 * SIDE;
    int cells = size * size;
    int count = category.landmarks().count();
    float[] logits = random(REGIONS * count * cells, 3);
    long[] right = new long[REGIONS * count];
    double expected = 0;
    for (int i = 0; i < right.length; i++) {
      right[i] = i % 3 == 0 ? -1 : i * 7 % cells;
      if (right[i] >= 0) {
        float[] map =
            Arrays.copyOfRange(
                LandmarkMaps.inRows(logits, i / count, count, size),
                i % count * cells,
                (i % count + 1) * cells);
        double sum = 0;
        for (float logit : map) {
          sum += Math.exp(logit);
        }
        expected -= map[(int) right[i]] - Math.log(sum);
      }
    }
    try (LandmarkHead head =
            new LandmarkHead(
                new HeadsConfig(SIDE, 0, 1, 4, 1, 4, 1, 1, 4, 4),
                CHANNELS,
                Optional.empty(),
                new SplittableRandom(1));
        var scope = NativeScope.open()) {
      Tensor loss = head.loss(TensorData.of(logits, (long) REGIONS * count, cells), right);
      assertThat((double) loss.item_float()).isCloseTo(expected, Offset.offset(1e-4 * expected));
    }
  }
}
