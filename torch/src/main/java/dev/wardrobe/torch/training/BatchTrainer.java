package dev.wardrobe.torch.training;

import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.data.Batch;
import dev.wardrobe.torch.tensor.TensorDevice;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Trains a fresh network on batches that the caller brings: the steps of a {@link Trainer} by
 * themselves, moving average included, without data set, validations and checkpoints. {@link
 * dev.wardrobe.torch.tensor.NativeLibrary#start} comes first. To be used by one thread, and closed.
 */
public final class BatchTrainer implements AutoCloseable {
  private final Networks networks;
  private final Optimizer optimizer;
  private final BatchParts parts;
  private final Optional<MovingAverage> average;
  private final TrainingStep step;
  private int taken;

  /**
   * A training.
   *
   * @param seed of the weights and of the choice of anchors and regions
   * @param steps of the whole training, by which the learning rate falls, at least 1
   */
  public BatchTrainer(Config config, long seed, TensorDevice device, int steps) {
    networks = Networks.of(config, seed, device);
    optimizer = Optimizer.of(config.training(), networks.trained().parameters());
    parts = BatchParts.of(config.training(), device);
    average = networks.following();
    average.ifPresent(MovingAverage::begin);
    step =
        new TrainingStep(
            networks.trained()::losses,
            optimizer,
            new LearningRate(config.training(), steps),
            ForwardPrecision.of(config.training().precision(), device),
            seed,
            parts);
  }

  /**
   * Updates the weights once.
   *
   * @param batches gives the parts of the batch, {@code training.accumulate} of them, one after the
   *     other; asked on this thread
   * @return learning_rate, loss and its parts, gradient_norm
   * @throws DivergedException if a loss or the norm of the gradients is no number or infinite
   */
  public Map<String, Double> step(Supplier<Batch> batches) {
    TrainingStep.Result result = step.run(taken, batches);
    average.ifPresent(following -> following.update(taken));
    taken++;
    return result.values();
  }

  /** Frees the network. */
  @Override
  public void close() {
    parts.close();
    optimizer.close();
    networks.close();
  }
}
