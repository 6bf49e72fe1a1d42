package dev.wardrobe.torch.prediction;

import dev.wardrobe.model.config.Config;
import dev.wardrobe.torch.rcnn.MatchRcnn;
import dev.wardrobe.torch.weights.TensorFiles;
import java.nio.file.Path;
import java.util.Map;

/** Writes the narrow model with random weights. */
final class NarrowNetwork {
  private NarrowNetwork() {}

  static Path write(Path file, Config config) {
    try (MatchRcnn network = new MatchRcnn(config, 3)) {
      TensorFiles.writeModel(file, config, Map.of("seed", 3), network.state());
    }
    return file;
  }
}
