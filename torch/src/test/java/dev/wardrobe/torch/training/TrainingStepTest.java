package dev.wardrobe.torch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.model.config.LossWeights;
import dev.wardrobe.model.config.TrainingConfig;
import dev.wardrobe.model.config.TrainingConfig.OptimizerKind;
import dev.wardrobe.model.config.TrainingConfig.Precision;
import dev.wardrobe.model.config.TrainingConfig.Schedule;
import dev.wardrobe.model.data.Batch;
import dev.wardrobe.model.data.ImageTargets;
import dev.wardrobe.torch.layers.Layer;
import dev.wardrobe.torch.rcnn.Losses;
import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.tensor.NativeScope;
import dev.wardrobe.torch.tensor.TensorData;
import dev.wardrobe.torch.tensor.TensorDevice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainingStepTest {
  private static final int SIDE = 4;
  private static final int INPUTS = 3 * SIDE * SIDE;

  /** Learns the mean of the pixels: a loss of its weights' error, and one of their size. */
  private static final class Regression extends Layer {
    private final Tensor weight = parameter("weight", INPUTS, 1);
    private final List<Long> seeds = new ArrayList<>();

    Losses losses(Batch batch, long seed) {
      seeds.add(seed);
      Tensor x = TensorData.of(batch.pixels(), batch.size(), INPUTS);
      Tensor error = x.matmul(weight).sub(x.mean(new long[] {1}).unsqueeze(1)).square().mean();
      Tensor size = weight.square().sum().mul(new Scalar(.01));
      Map<String, Tensor> parts = new LinkedHashMap<>();
      parts.put("error", error);
      parts.put("size", size);
      return new Losses(error.add(size), parts);
    }
  }

  @BeforeEach
  void start() {
    NativeLibrary.start(1);
  }

  private static TrainingConfig config(int batchSize, int accumulate) {
    return new TrainingConfig(
        OptimizerKind.SGD,
        .01,
        .9,
        0,
        Schedule.STEPS,
        List.of(),
        0,
        1000,
        0,
        0,
        batchSize,
        accumulate,
        0,
        0,
        Precision.FLOAT32,
        LossWeights.EQUAL,
        0,
        100);
  }

  private static TrainingStep step(Regression network, Optimizer optimizer, TrainingConfig config) {
    return new TrainingStep(
        network::losses,
        optimizer,
        new LearningRate(config, config.steps()),
        ForwardPrecision.of(config.precision(), TensorDevice.CPU),
        3,
        new BatchParts(1, 1));
  }

  private static Batch batch(long seed, int images) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] pixels = new float[images * INPUTS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) random.nextDouble(-1, 1);
    }
    return batch(pixels, images);
  }

  private static Batch batch(float[] pixels, int images) {
    List<ImageTargets> targets = new ArrayList<>();
    for (int i = 0; i < images; i++) {
      targets.add(new ImageTargets(i + 41, SIDE, SIDE, Optional.empty(), 0, List.of()));
    }
    return new Batch(pixels, SIDE, SIDE, targets);
  }

  private static float[] weights(Regression network) {
    try (var scope = NativeScope.open()) {
      return TensorData.floats(network.weight);
    }
  }

  @Test
  void the_loss_falls() {
    TrainingConfig config = config(4, 1);
    try (Regression network = new Regression();
        Optimizer optimizer = Optimizer.of(config, network.parameters())) {
      TrainingStep step = step(network, optimizer, config);
      double first = step.run(0, () -> batch(0, 4)).values().getOrDefault("loss_error", Double.NaN);
      for (int i = 1; i < 200; i++) {
        long seed = i;
        step.run(i, () -> batch(seed, 4));
      }
      double last =
          step.run(200, () -> batch(0, 4)).values().getOrDefault("loss_error", Double.NaN);
      assertThat(last).isLessThan(first / 10);
    }
  }

  @Test
  void values_are_the_rate_the_losses_and_the_norm() {
    TrainingConfig config = config(2, 1);
    try (Regression network = new Regression();
        Optimizer optimizer = Optimizer.of(config, network.parameters())) {
      TrainingStep.Result result = step(network, optimizer, config).run(0, () -> batch(1, 2));
      assertThat(result.images()).isEqualTo(2);
      assertThat(result.values().keySet())
          .containsExactly("learning_rate", "loss", "loss_error", "loss_size", "gradient_norm");
      assertThat(result.values())
          .containsEntry("learning_rate", .01)
          .containsEntry("loss_size", 0.0);
    }
  }

  @Test
  void a_batch_in_parts_gives_the_same_update() {
    float[] whole = batch(9, 4).pixels();
    float[] first = Arrays.copyOf(whole, 2 * INPUTS);
    float[] second = Arrays.copyOfRange(whole, 2 * INPUTS, 4 * INPUTS);
    try (Regression atOnce = new Regression();
        Regression inParts = new Regression();
        Optimizer one = Optimizer.of(config(4, 1), atOnce.parameters());
        Optimizer two = Optimizer.of(config(4, 2), inParts.parameters())) {
      TrainingStep.Result expected = step(atOnce, one, config(4, 1)).run(0, () -> batch(whole, 4));
      List<Batch> parts = new ArrayList<>(List.of(batch(first, 2), batch(second, 2)));
      TrainingStep.Result found =
          step(inParts, two, config(4, 2)).run(0, () -> parts.removeFirst());
      assertThat(weights(inParts)).containsExactly(weights(atOnce), within(1e-7f));
      assertThat(found.images()).isEqualTo(4);
      assertThat(found.values().getOrDefault("loss", Double.NaN))
          .isEqualTo(expected.values().getOrDefault("loss", Double.NaN), within(1e-6));
      assertThat(inParts.seeds).doesNotHaveDuplicates().hasSize(2);
    }
  }

  @Test
  void each_step_has_its_own_seed_always_the_same() {
    TrainingConfig config = config(1, 1);
    try (Regression network = new Regression();
        Optimizer optimizer = Optimizer.of(config, network.parameters())) {
      TrainingStep step = step(network, optimizer, config);
      for (int number : new int[] {0, 1, 2, 1}) {
        step.run(number, () -> batch(0, 1));
      }
      assertThat(network.seeds.subList(0, 3)).doesNotHaveDuplicates();
      assertThat(network.seeds.get(3)).isEqualTo(network.seeds.get(1));
    }
  }

  @Test
  void a_loss_that_is_no_number_stops_and_names_the_part_and_the_photos() {
    TrainingConfig config = config(2, 1);
    float[] pixels = batch(0, 2).pixels().clone();
    pixels[5] = Float.NaN;
    try (Regression network = new Regression();
        Optimizer optimizer = Optimizer.of(config, network.parameters())) {
      TrainingStep step = step(network, optimizer, config);
      step.run(0, () -> batch(0, 2));
      float[] before = weights(network);
      assertThatThrownBy(() -> step.run(1, () -> batch(pixels, 2)))
          .isInstanceOf(DivergedException.class)
          .hasMessage("loss_error is no number (NaN) on the photos 000041, 000042");
      assertThat(weights(network)).containsExactly(before);
    }
  }

  @Test
  void of_several_parts_the_photos_of_the_wrong_one_are_named() {
    TrainingConfig config = config(2, 2);
    float[] pixels = batch(0, 1).pixels().clone();
    pixels[5] = Float.POSITIVE_INFINITY;
    Batch wrong =
        new Batch(
            pixels,
            SIDE,
            SIDE,
            List.of(new ImageTargets(77, SIDE, SIDE, Optional.empty(), 0, List.of())));
    try (Regression network = new Regression();
        Optimizer optimizer = Optimizer.of(config, network.parameters())) {
      List<Batch> parts = new ArrayList<>(List.of(batch(0, 1), wrong));
      assertThatThrownBy(() -> step(network, optimizer, config).run(0, parts::removeFirst))
          .isInstanceOf(DivergedException.class)
          .hasMessageEndingWith("on the photos 000077");
    }
  }

  @Test
  void gradients_without_end_stop() {
    TrainingConfig config = config(1, 1);
    float[] pixels = new float[INPUTS];
    Arrays.fill(pixels, 1e18f);
    try (Regression network = new Regression();
        Optimizer optimizer = Optimizer.of(config, network.parameters())) {
      TrainingStep step = step(network, optimizer, config);
      float[] before = weights(network);
      assertThatThrownBy(() -> step.run(0, () -> batch(pixels, 1)))
          .isInstanceOf(DivergedException.class)
          .hasMessageContaining("infinite");
      assertThat(weights(network)).containsExactly(before);
    }
  }

  @Test
  void native_memory_stays_as_it_is_over_500_steps() {
    TrainingConfig config = config(8, 2);
    try (Regression network = new Regression();
        Optimizer optimizer = Optimizer.of(config, network.parameters())) {
      TrainingStep step = step(network, optimizer, config);
      Supplier<Batch> batches = () -> batch(1, 4);
      for (int i = 0; i < 20; i++) {
        step.run(i, batches);
      }
      long objects = Pointer.totalCount();
      long bytes = Pointer.totalBytes();
      for (int i = 20; i < 520; i++) {
        step.run(i, batches);
      }
      // What JavaCPP knows of; some few are held by classes that were loaded meanwhile.
      assertThat(Pointer.totalCount() - objects).isLessThan(20);
      assertThat(Pointer.totalBytes() - bytes).isLessThan(1 << 14);
    }
  }
}
