package dev.wardrobe.torch.training;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.weights.ModelFile;
import dev.wardrobe.torch.weights.LayerWeights;
import dev.wardrobe.torch.weights.NamedTensors;
import dev.wardrobe.torch.weights.TensorFiles;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * Writes and reads what a training needs to go on exactly: the weights, their moving average under
 * {@value #AVERAGE}, the optimizer's state under {@value #OPTIMIZER}, and in the provenance how far
 * it is.
 */
final class Checkpoint {
  static final String AVERAGE = "training/ema/";
  static final String OPTIMIZER = "training/optimizer/";

  private final RunFolder folder;
  private final Networks networks;
  private final Optimizer optimizer;

  /**
   * The state of a training.
   *
   * @param networks the one that is trained, and its average
   */
  Checkpoint(RunFolder folder, Networks networks, Optimizer optimizer) {
    this.folder = folder;
    this.networks = networks;
    this.optimizer = optimizer;
  }

  /** Writes all that is needed to go on. */
  void writeLast(Config config, Map<String, Object> provenance) {
    Map<String, Tensor> tensors = new LinkedHashMap<>(networks.trained().state());
    networks
        .average()
        .ifPresent(average ->
            average.state().forEach((name, tensor) -> tensors.put(AVERAGE + name, tensor)));
    optimizer.state().forEach((name, tensor) -> tensors.put(OPTIMIZER + name, tensor));
    TensorFiles.writeModel(folder.last(), config, provenance, tensors);
  }

  /** Writes the model to predict with alone. */
  void writeBest(Config config, Map<String, Object> provenance) {
    TensorFiles.writeModel(folder.best(), config, provenance, networks.model().state());
  }

  /**
   * Takes the state from a file.
   *
   * @throws DatasetException if it does not fit
   */
  void load(ModelFile file) {
    try (NamedTensors weights = TensorFiles.weights(file);
        NamedTensors averages = TensorFiles.group(file, AVERAGE);
        NamedTensors state = TensorFiles.group(file, OPTIMIZER)) {
      LayerWeights.load(networks.trained(), weights.asMap(), weights.source());
      networks
          .average()
          .ifPresent(average -> LayerWeights.load(average, averages.asMap(), averages.source()));
      optimizer.load(state.asMap());
    } catch (IllegalArgumentException e) {
      throw new DatasetException(
          "Cannot go on with %s: %s".formatted(file.path(), e.getMessage()), e);
    }
  }
}
