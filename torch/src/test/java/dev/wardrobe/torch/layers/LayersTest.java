package dev.wardrobe.torch.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.model.config.BackboneConfig;
import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.tensor.NativeScope;
import dev.wardrobe.torch.tensor.TensorData;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayersTest {
  @BeforeAll
  static void start() {
    NativeLibrary.start(1);
  }

  private static SplittableRandom random() {
    return new SplittableRandom(5);
  }

  private static Tensor tensor(Layer layer, String name) {
    return Objects.requireNonNull(layer.state().get(name), name);
  }

  private static double[] weights(Layer layer, String name) {
    try (var scope = NativeScope.open()) {
      return TensorData.doubles(tensor(layer, name));
    }
  }

  private static double deviation(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElseThrow());
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElseThrow();
  }

  private static Conv2d conv(Initial initial) {
    return new Conv2d(Conv2d.Shape.same(16, 32, 3, 1), true, initial);
  }

  @Test
  void normal_weights_have_the_deviation_and_no_bias() {
    try (Conv2d layer = conv(Initial.normal(random(), .01))) {
      assertThat(deviation(weights(layer, "weight"))).isCloseTo(.01, Offset.offset(5e-4));
      assertThat(largest(weights(layer, "bias"))).isZero();
    }
  }

  @Test
  void kaiming_normal_goes_by_the_fan_out() {
    try (Conv2d layer = conv(Initial.kaimingNormal(random()))) {
      double expected = Math.sqrt(2.0 / (32 * 9));
      assertThat(deviation(weights(layer, "weight"))).isCloseTo(expected, Offset.offset(.003));
      assertThat(largest(weights(layer, "bias"))).isZero();
    }
    // As in PyTorch, the first axis, which is the input of a transposed convolution.
    try (ConvTranspose2d layer = new ConvTranspose2d(16, 32, 2, Initial.kaimingNormal(random()))) {
      double expected = Math.sqrt(2.0 / (16 * 4));
      assertThat(deviation(weights(layer, "weight"))).isCloseTo(expected, Offset.offset(.01));
    }
  }

  @Test
  void kaiming_uniform_goes_by_the_fan_in() {
    try (Conv2d layer = conv(Initial.kaimingUniform(random()))) {
      double bound = Math.sqrt(3.0 / (16 * 9));
      double[] weights = weights(layer, "weight");
      assertThat(largest(weights)).isLessThanOrEqualTo(bound).isGreaterThan(.99 * bound);
      assertThat(deviation(weights)).isCloseTo(bound / Math.sqrt(3), Offset.offset(.003));
      assertThat(largest(weights(layer, "bias"))).isZero();
    }
  }

  @Test
  void module_weights_and_biases_are_uniform() {
    try (Linear layer = new Linear(100, 50, Initial.module(random()))) {
      assertThat(largest(weights(layer, "weight"))).isBetween(.099, .1);
      assertThat(largest(weights(layer, "bias"))).isBetween(.08, .1);
    }
  }

  /** Were these to change, a seed would give other networks than before. */
  @Test
  void weights_of_a_seed_stay_the_same_for_ever() {
    try (Linear normal = new Linear(2, 2, Initial.normal(new SplittableRandom(1), 1));
        Linear uniform = new Linear(2, 1, Initial.module(new SplittableRandom(1)))) {
      assertThat(weights(normal, "weight"))
          .containsExactly(
              0.42945221066474915, 1.5857725143432617, 0.45645520091056824, -0.05392224341630936);
      assertThat(weights(uniform, "weight"))
          .containsExactly(0.09413228183984756, 0.3475878834724426);
      assertThat(weights(uniform, "bias")).containsExactly(0.6660984754562378);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "2, 1",
    "6, 1",
    "8, 2",
    "16, 4",
    "24, 6",
    "32, 8",
    "48, 12",
    "50, 10",
    "128, 32",
    "256, 32",
    "2048, 32",
    "7, 1"
  })
  void groups_are_many_equal_and_of_at_least_four_channels(int channels, int groups) {
    assertThat(BackboneConfig.groupsOf(channels)).isEqualTo(groups);
  }

  @Test
  void groups_must_divide_the_channels() {
    assertThatThrownBy(() -> new GroupNorm(3, 8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected groups that divide 8 channels, but got 3");
  }

  @Test
  void a_frozen_norm_in_a_convolution_is_the_norm_after_it() {
    Conv2d.Shape shape = Conv2d.Shape.same(3, 4, 3, 2);
    try (Conv2d convolution = new Conv2d(shape, false, Initial.module(random()));
        FrozenBatchNorm2d norm = new FrozenBatchNorm2d(4);
        var scope = NativeScope.open();
        var guard = new NoGradGuard()) {
      tensor(norm, "weight").copy_(TensorData.of(new float[] {1, -2, .5f, 3}, 4));
      tensor(norm, "bias").copy_(TensorData.of(new float[] {0, 1, 2, -3}, 4));
      tensor(norm, "running_mean").copy_(TensorData.of(new float[] {.1f, -.2f, 0, 1}, 4));
      tensor(norm, "running_var").copy_(TensorData.of(new float[] {1, .3f, 2, 0}, 4));
      float[] pixels = new float[3 * 5 * 6];
      SplittableRandom random = random();
      IntStream.range(0, pixels.length).forEach(i -> pixels[i] = (float) random.nextDouble());
      Tensor x = TensorData.of(pixels, 1, 3, 5, 6);
      float[] expected = TensorData.floats(norm.forward(convolution.forward(x)));
      float[] found = TensorData.floats(norm.after(convolution, x));
      assertThat(found).hasSize(4 * 3 * 3).containsExactly(expected, Offset.offset(2e-3f));
      assertThat(norm.parameters()).isEmpty();
    }
  }

  @Test
  void blocks_have_torchvisions_names() {
    Initial initial = Initial.module(random());
    try (Sequence plain = ConvBlock.stack(3, 4, 2, Optional.empty(), initial);
        Sequence normed = ConvBlock.stack(3, 4, 1, Optional.of(GroupNorm::new), initial)) {
      assertThat(plain.state().keySet())
          .containsExactly("0.0.weight", "0.0.bias", "1.0.weight", "1.0.bias");
      assertThat(normed.state().keySet()).containsExactly("0.0.weight", "0.1.weight", "0.1.bias");
    }
  }

  @Test
  void a_sequence_without_layers_gives_back_its_input() {
    try (Sequence empty = new Sequence(List.of());
        var scope = NativeScope.open()) {
      Tensor x = TensorData.of(new float[] {1, 2}, 2);
      assertThat(empty.forward(x)).isSameAs(x);
    }
  }

  @Test
  void frozen_layers_are_not_trainable() {
    try (Linear layer = new Linear(2, 2, Initial.module(random()))) {
      assertThat(layer.trainable()).hasSize(2);
      layer.freeze();
      assertThat(layer.trainable()).isEmpty();
      assertThat(layer.parameters()).hasSize(2);
    }
  }

  @Test
  void numbers_of_another_type_are_the_same_numbers() {
    try (Linear layer = new Linear(2, 2, Initial.module(random()))) {
      double[] before = weights(layer, "weight");
      layer.to(ScalarType.Double);
      assertThat(tensor(layer, "weight").scalar_type().intern()).isEqualTo(ScalarType.Double);
      assertThat(weights(layer, "weight")).containsExactly(before);
      assertThat(layer.trainable()).hasSize(2);
    }
  }

  @Test
  void a_zero_of_a_layer_gives_all_its_parameters_a_gradient_of_zeros() {
    try (Linear layer = new Linear(2, 3, Initial.module(random()));
        var scope = NativeScope.open()) {
      Tensor zero = Tensors.zeroOf(layer);
      assertThat(zero.item_float()).isZero();
      zero.backward();
      layer
          .parameters()
          .values()
          .forEach(parameter -> assertThat(TensorData.floats(parameter.grad())).containsOnly(0));
    }
  }

  @Test
  void kernels_of_transposed_convolutions_double_a_map() {
    for (int kernel : new int[] {2, 4}) {
      try (ConvTranspose2d layer = new ConvTranspose2d(1, 1, kernel, Initial.module(random()));
          var scope = NativeScope.open()) {
        Tensor y = layer.forward(TensorData.of(new float[12], 1, 1, 3, 4));
        assertThat(y.size(2)).isEqualTo(6);
        assertThat(y.size(3)).isEqualTo(8);
      }
    }
    Initial initial = Initial.module(random());
    assertThatThrownBy(() -> new ConvTranspose2d(1, 1, 3, initial))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
