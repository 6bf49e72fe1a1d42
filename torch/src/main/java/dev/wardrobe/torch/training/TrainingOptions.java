package dev.wardrobe.torch.training;

import dev.wardrobe.model.config.Config;
import dev.wardrobe.torch.tensor.TensorDevice;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to train.
 *
 * @param config the network and its training
 * @param seed of all random choices: fresh weights, batches, augmentation, sampling
 * @param device where to compute
 * @param workers threads that load photos, at least 1
 * @param weights a file to take weights from before the first step
 * @param resume whether to go on with the training in the folder
 * @param validationPhotos at most so many photos are looked at in a validation; 0 for all
 * @param version of Wardrobe, for the provenance
 */
public record TrainingOptions(
    Config config,
    long seed,
    TensorDevice device,
    int workers,
    Optional<Path> weights,
    boolean resume,
    int validationPhotos,
    String version) {
  /** Checks the numbers. */
  public TrainingOptions {
    if (workers < 1 || validationPhotos < 0) {
      throw new IllegalArgumentException(
          "Expected at least 1 worker and 0 validation photos, but got %d and %d"
              .formatted(workers, validationPhotos));
    }
  }
}
