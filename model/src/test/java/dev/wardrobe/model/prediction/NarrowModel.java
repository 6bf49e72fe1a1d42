package dev.wardrobe.model.prediction;

import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.rcnn.MatchRcnn;
import dev.wardrobe.model.weights.ModelFile;
import java.nio.file.Path;
import java.util.Map;

/**
 * A model with random weights that is as narrow as can be: fast, and finds much where nothing is.
 */
final class NarrowModel {
  static final Config CONFIG =
      Config.tiny()
          .with(
              Map.ofEntries(
                  Map.entry("backbone.width", "8"),
                  Map.entry("backbone.pyramidChannels", "8"),
                  Map.entry("roi.boxChannels", "16"),
                  Map.entry("roi.detectionsPerImage", "5"),
                  Map.entry("rpn.preNmsTest", "40"),
                  Map.entry("rpn.postNmsTest", "20"),
                  Map.entry("heads.maskChannels", "8"),
                  Map.entry("heads.landmarkChannels", "8"),
                  Map.entry("heads.matchChannels", "8"),
                  Map.entry("heads.embedding", "6"),
                  Map.entry("input.shortSide", "64"),
                  Map.entry("input.longSide", "96")));

  private NarrowModel() {}

  static Path write(Path file, Config config) {
    try (MatchRcnn network = new MatchRcnn(config, 3)) {
      ModelFile.write(file, config, Map.of("seed", 3), network.state());
    }
    return file;
  }
}
