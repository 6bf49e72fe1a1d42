package dev.wardrobe.torch.training;

import dev.wardrobe.model.config.TrainingConfig;
import dev.wardrobe.model.data.Batch;
import dev.wardrobe.model.data.ImageTargets;
import dev.wardrobe.torch.rcnn.Losses;
import dev.wardrobe.torch.tensor.NativeScope;
import dev.wardrobe.torch.tensor.TensorData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * One update of the weights: losses of a batch in one or several parts, their gradients, clipping,
 * the optimizer. What it computes depends on the weights, the batch, the seed and the number of the
 * step alone. All tensors that it makes are freed at its end.
 */
final class TrainingStep {
  private static final String TOTAL = "loss";

  private final BatchLosses network;
  private final Optimizer optimizer;
  private final LearningRate rate;
  private final ForwardPrecision precision;
  private final long seed;
  private final BatchParts parts;

  /** The losses of a batch, in the open scope. */
  @FunctionalInterface
  interface BatchLosses {
    Losses of(Batch batch, long seed);
  }

  /**
   * What a step measured.
   *
   * @param values learning_rate, loss and its parts, gradient_norm; losses are means over the parts
   *     of the batch
   * @param images how many images it took
   */
  record Result(Map<String, Double> values, int images) {}

  TrainingStep(
      BatchLosses network,
      Optimizer optimizer,
      LearningRate rate,
      ForwardPrecision precision,
      long seed,
      BatchParts parts) {
    this.network = network;
    this.optimizer = optimizer;
    this.rate = rate;
    this.precision = precision;
    this.seed = seed;
    this.parts = parts;
  }

  private TrainingConfig config() {
    return rate.config();
  }

  /**
   * Updates the weights once.
   *
   * @param step from 0
   * @param batches gives the parts of the batch, one after the other
   * @throws DivergedException if a loss or the norm of the gradients is no number or infinite; the
   *     weights are then as they were
   */
  Result run(int step, Supplier<Batch> batches) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("learning_rate", rate.at(step));
    List<Integer> imageIds = new ArrayList<>();
    optimizer.zeroGradients();
    parts.forEach(
        config().accumulate(),
        part -> {
          Batch batch = batches.get();
          return () -> part(batch, seed(step, part));
        },
        part -> {
          imageIds.addAll(part.imageIds);
          requireFinite(part.values, part.imageIds);
          part.values.forEach(
              (name, value) -> values.merge(name, value / config().accumulate(), Double::sum));
          optimizer.addGradients(part.gradients);
        });
    double norm = optimizer.clipGradients(config().clipNorm());
    values.put("gradient_norm", norm);
    requireFinite(values, imageIds);
    optimizer.step(rate.at(step), parts);
    return new Result(values, imageIds.size());
  }

  /**
   * What a part of a batch gave.
   *
   * @param values its losses by name, the sum first
   * @param gradients of the optimizer's parameters, for the step; none where a loss is not finite
   */
  private record Part(List<Integer> imageIds, Map<String, Double> values, List<Tensor> gradients) {}

  private Part part(Batch batch, long partSeed) {
    List<Integer> imageIds = batch.targets().stream().map(ImageTargets::imageId).toList();
    try (var scope = NativeScope.open()) {
      Losses losses = precision.compute(() -> network.of(batch, partSeed));
      Map<String, Double> values = values(losses);
      if (!values.values().stream().allMatch(Double::isFinite)) {
        return new Part(imageIds, values, List.of());
      }
      Tensor share = losses.total().div(new Scalar((double) config().accumulate()));
      return new Part(imageIds, values, optimizer.gradientsOf(share));
    }
  }

  /** One transfer from the device for all of them. */
  private static Map<String, Double> values(Losses losses) {
    List<String> names = new ArrayList<>(List.of(TOTAL));
    TensorVector tensors = new TensorVector();
    tensors.push_back(losses.total().detach());
    losses
        .parts()
        .forEach((name, tensor) -> {
          names.add(TOTAL + "_" + name);
          tensors.push_back(tensor.detach());
        });
    float[] numbers = TensorData.floats(torch.stack(tensors));
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < numbers.length; i++) {
      // The shortest decimal of a 32-bit number, which reads back as the same 32 bits.
      values.put(names.get(i), Double.parseDouble(Float.toString(numbers[i])));
    }
    return values;
  }

  /** The parts first: they say more than their sum. */
  private static void requireFinite(Map<String, Double> values, List<Integer> imageIds) {
    for (String name :
        values.keySet().stream().sorted(Comparator.comparing(TOTAL::equals)).toList()) {
      double value = values.getOrDefault(name, 0.0);
      if (!Double.isFinite(value)) {
        throw new DivergedException(name, value, imageIds);
      }
    }
  }

  private long seed(int step, int part) {
    long ofStep = new SplittableRandom(seed).nextLong() + step;
    return new SplittableRandom(new SplittableRandom(ofStep).nextLong() + part).nextLong();
  }
}
