package dev.wardrobe.model.onnx;

import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.weights.ModelFile;
import dev.wardrobe.model.weights.RawTensor;
import dev.wardrobe.model.weights.TensorContent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Weights by chance for whatever a graph asks for: a tensor depends on its name alone, and is the
 * same on every machine. Large enough that what a network finds differs from place to place.
 */
public final class MadeUpWeights implements GraphWeights {
  private static final String SIMILARITY = "roi_heads.match_predictor.similarity";

  private final Map<String, TensorContent> tensors = new LinkedHashMap<>();

  @Override
  public float[] get(String name, long... shape) {
    SplittableRandom random = new SplittableRandom(name.hashCode());
    long inputs = 1;
    for (int i = 1; i < shape.length; i++) {
      inputs *= shape[i];
    }
    int count = Math.toIntExact(shape[0] * inputs);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      double value = random.nextDouble(-1.75, 1.75);
      values[i] =
          (float)
              (shape.length > 1
                  ? value * Math.sqrt(2.0 / inputs) * gain(name)
                  : name.endsWith("var") ? 1 + .3 * value : gentle(name, value));
    }
    tensors.put(name, RawTensor.of(values, Arrays.stream(shape).boxed().toList()));
    return values;
  }

  /** Chances near a half would be ties. */
  private static double gain(String name) {
    return name.contains("cls_score") || name.contains("cls_logits") ? 4 : 1;
  }

  /** Factors near 1, offsets near 0. */
  private static double gentle(String name, double value) {
    boolean factor = name.endsWith(".1.weight") || name.matches(".*[.]bn.*weight");
    return (factor ? 1 : 0) + .2 * value;
  }

  /** Writes a model of such weights. */
  public static Path write(Path file, Config config) {
    MadeUpWeights weights = new MadeUpWeights();
    MatchRcnnGraph.of(config, weights, "test", Map.of());
    if (config.streams().match()) {
      weights.get(SIMILARITY + ".weight", 2, config.heads().embedding());
      weights.get(SIMILARITY + ".bias", 2);
    }
    ModelFile.write(file, config, Map.of("seed", 3L), weights.tensors);
    return file;
  }
}
