package dev.wardrobe.torch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.tensor.NativeScope;
import dev.wardrobe.torch.tensor.TensorData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OptimizerTest {
  private static final double[] RATES = {.1, .05, .2, .01, .03};
  private static final double MOMENTUM = .9;
  private static final double DECAY = .1;
  private static final BatchParts ALONE = new BatchParts(1, 1);

  private final Map<String, List<float[]>> numbers = new LinkedHashMap<>();
  private NativeScope scope;

  @BeforeEach
  void open() throws IOException {
    NativeLibrary.start(1);
    scope = NativeScope.open();
    try (InputStream in = OptimizerTest.class.getResourceAsStream("optimizers.txt")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .forEach(line -> {
            String[] words = line.strip().split(" ", -1);
            float[] values = new float[words.length - 1];
            for (int i = 0; i < values.length; i++) {
              values[i] = Float.parseFloat(words[i + 1]);
            }
            numbers.computeIfAbsent(words[0], name -> new ArrayList<>()).add(values);
          });
    }
  }

  @AfterEach
  void close() {
    scope.close();
  }

  private List<float[]> golden(String name) {
    return numbers.getOrDefault(name, List.of());
  }

  /** A weight and a bias, fresh for each optimizer. */
  private record Parameters(Tensor weight, Tensor bias) {
    Map<String, Tensor> byName() {
      Map<String, Tensor> all = new LinkedHashMap<>();
      all.put("layer.weight", weight);
      all.put("layer.bias", bias);
      return all;
    }
  }

  private Parameters parameters() {
    Parameters parameters =
        new Parameters(
            TensorData.of(golden("weight").getFirst(), 2, 3),
            TensorData.of(golden("bias").getFirst(), 3));
    parameters.byName().values().forEach(p -> p.set_requires_grad(true));
    return parameters;
  }

  private void gradients(Parameters parameters, int step) {
    gradient(parameters.weight(), golden("weight-gradient").get(step));
    gradient(parameters.bias(), golden("bias-gradient").get(step));
  }

  /** Sets a gradient as a backward pass does: the gradient of a product is the other factor. */
  private static void gradient(Tensor parameter, float[] values) {
    if (values.length > 0) {
      Tensor factor = TensorData.of(values, values.length).reshape(parameter.sizes());
      parameter.mul(factor).sum().backward();
    }
  }

  private static float[] values(Parameters parameters) {
    float[] weight = TensorData.floats(parameters.weight());
    float[] bias = TensorData.floats(parameters.bias());
    float[] all = Arrays.copyOf(weight, weight.length + bias.length);
    System.arraycopy(bias, 0, all, weight.length, bias.length);
    return all;
  }

  private void assertGolden(
      String name, double clip, BiFunction<Map<String, Tensor>, Double, Optimizer> kind) {
    Parameters parameters = parameters();
    try (Optimizer optimizer = kind.apply(parameters.byName(), DECAY)) {
      for (int step = 0; step < RATES.length; step++) {
        optimizer.zeroGradients();
        gradients(parameters, step);
        double norm = optimizer.clipGradients(clip);
        if (clip > 0) {
          assertThat(norm).isEqualTo(golden("norms").getFirst()[step], within(1e-6));
        }
        optimizer.step(RATES[step], ALONE);
        assertThat(values(parameters))
            .as("%s, step %d", name, step)
            .containsExactly(golden(name).get(step), within(3e-7f));
      }
    }
  }

  @Test
  void sgd_has_the_numbers_of_pytorch() {
    assertGolden("sgd", 0, (p, decay) -> new Sgd(p, MOMENTUM, decay));
  }

  @Test
  void adamw_has_the_numbers_of_pytorch() {
    assertGolden("adamw", 0, (p, decay) -> new AdamW(p, MOMENTUM, decay));
  }

  @Test
  void muon_has_the_numbers_of_pytorch() {
    // Five products of 16-bit numbers: their rounding differs from one processor to another.
    Parameters parameters = parameters();
    try (Optimizer optimizer = new Muon(parameters.byName(), name -> true, MOMENTUM, DECAY)) {
      for (int step = 0; step < RATES.length; step++) {
        optimizer.zeroGradients();
        gradients(parameters, step);
        optimizer.step(RATES[step], ALONE);
        assertThat(values(parameters))
            .as("step %d", step)
            .containsExactly(golden("muon").get(step), within(1e-3f));
      }
    }
  }

  @Test
  void muon_leaves_first_and_last_layers_to_adamw() {
    assertGolden("adamw", 0, (p, decay) -> new Muon(p, name -> false, MOMENTUM, decay));
  }

  @Test
  void directions_become_equally_strong() {
    Random random = new Random(5);
    for (long[] shape : new long[][] {{8, 40}, {40, 8}, {16, 16}, {1, 5}}) {
      int rows = (int) shape[0];
      int columns = (int) shape[1];
      float[] values = new float[rows * columns];
      for (int i = 0; i < values.length; i++) {
        // The first row is a hundred times as strong as the others.
        values[i] = (float) random.nextGaussian() * (i < columns ? 1 : .01f);
      }
      Tensor even = Muon.orthogonal(TensorData.of(values, shape));
      Tensor gram = rows < columns ? even.matmul(even.t()) : even.t().matmul(even);
      int side = Math.min(rows, columns);
      float[] products = TensorData.floats(gram);
      for (int i = 0; i < products.length; i++) {
        boolean own = i % (side + 1) == 0;
        assertThat(products[i])
            .as("%d x %d, %d", rows, columns, i)
            .isCloseTo(own ? .9f : 0, within(own ? .65f : .45f));
      }
    }
  }

  @Test
  void threads_that_share_the_parameters_change_nothing() {
    Parameters alone = parameters();
    Parameters shared = parameters();
    try (BatchParts two = new BatchParts(2, 1);
        Optimizer first = new Muon(alone.byName(), name -> true, MOMENTUM, DECAY);
        Optimizer second = new Muon(shared.byName(), name -> true, MOMENTUM, DECAY)) {
      for (int step = 0; step < RATES.length; step++) {
        first.zeroGradients();
        second.zeroGradients();
        gradients(alone, step);
        gradients(shared, step);
        first.step(RATES[step], ALONE);
        second.step(RATES[step], two);
      }
      assertThat(values(shared)).containsExactly(values(alone));
      assertThat(second.state().keySet())
          .containsExactly(
              "exp_avg/layer.bias",
              "exp_avg_sq/layer.bias",
              "momentum_buffer/layer.weight",
              "step/layer.bias");
    }
  }

  @Test
  void clipping_has_the_numbers_of_pytorch() {
    assertGolden("clipped-sgd", 2, (p, decay) -> new Sgd(p, MOMENTUM, decay));
  }

  @Test
  void a_norm_below_the_limit_changes_no_gradient() {
    Parameters parameters = parameters();
    try (Optimizer optimizer = new Sgd(parameters.byName(), MOMENTUM, DECAY)) {
      gradients(parameters, 0);
      double norm = optimizer.clipGradients(0);
      assertThat(optimizer.clipGradients(norm + .01)).isEqualTo(norm);
      assertThat(TensorData.floats(parameters.bias().grad()))
          .containsExactly(golden("bias-gradient").getFirst());
    }
  }

  @Test
  void without_gradients_nothing_changes() {
    Parameters parameters = parameters();
    try (Optimizer optimizer = new AdamW(parameters.byName(), MOMENTUM, DECAY)) {
      optimizer.zeroGradients();
      assertThat(optimizer.clipGradients(1)).isZero();
      optimizer.step(1, ALONE);
      assertThat(optimizer.state()).isEmpty();
      assertThat(values(parameters)).containsExactly(values(parameters()));
    }
  }

  @Test
  void gradients_of_several_passes_are_summed_up() {
    Parameters parameters = parameters();
    try (Optimizer optimizer = new Sgd(parameters.byName(), 0, 0)) {
      gradients(parameters, 0);
      gradients(parameters, 1);
      float[] first = golden("bias-gradient").get(0);
      float[] second = golden("bias-gradient").get(1);
      assertThat(TensorData.floats(parameters.bias().grad()))
          .containsExactly(first[0] + second[0], first[1] + second[1], first[2] + second[2]);
      optimizer.zeroGradients();
      assertThat(parameters.bias().grad().defined()).isFalse();
    }
  }

  @Test
  void frozen_parameters_are_never_changed() {
    Parameters parameters = parameters();
    parameters.bias().set_requires_grad(false);
    try (Optimizer optimizer = new AdamW(parameters.byName(), MOMENTUM, DECAY)) {
      gradient(parameters.weight(), golden("weight-gradient").getFirst());
      optimizer.step(.1, ALONE);
      assertThat(optimizer.state().keySet())
          .containsExactlyInAnyOrder(
              "exp_avg/layer.weight", "exp_avg_sq/layer.weight", "step/layer.weight");
      assertThat(TensorData.floats(parameters.bias())).containsExactly(golden("bias").getFirst());
    }
  }

  @Test
  void a_loaded_state_goes_on_to_the_last_bit() {
    Parameters unbroken = parameters();
    Parameters broken = parameters();
    try (Optimizer first = new AdamW(unbroken.byName(), MOMENTUM, DECAY);
        Optimizer second = new AdamW(broken.byName(), MOMENTUM, DECAY)) {
      for (int step = 0; step < RATES.length; step++) {
        first.zeroGradients();
        gradients(unbroken, step);
        first.step(RATES[step], ALONE);
        if (step == 1) {
          broken.weight().detach().copy_(unbroken.weight().detach());
          broken.bias().detach().copy_(unbroken.bias().detach());
          second.load(first.state());
        } else if (step > 1) {
          second.zeroGradients();
          gradients(broken, step);
          second.step(RATES[step], ALONE);
        }
      }
      assertThat(values(broken)).containsExactly(values(unbroken));
    }
  }

  @Test
  void a_state_of_other_parameters_is_refused() {
    try (Optimizer optimizer = new Sgd(parameters().byName(), MOMENTUM, DECAY)) {
      assertThatThrownBy(
              () -> optimizer.load(Map.of("momentum_buffer/other", TensorData.of(new float[1], 1))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("momentum_buffer/other");
      assertThatThrownBy(() ->
              optimizer.load(Map.of("momentum_buffer/layer.bias", TensorData.of(new float[1], 1))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("shape");
    }
  }
}
