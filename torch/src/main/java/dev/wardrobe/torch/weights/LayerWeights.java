package dev.wardrobe.torch.weights;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.weights.Wording;
import dev.wardrobe.torch.layers.Layer;
import dev.wardrobe.torch.tensor.NativeScope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;

/**
 * Sets the tensors of a layer from others of the same names, converted to the layer's type of
 * numbers and device. No gradient is recorded. {@code num_batches_tracked}, a counter of PyTorch's
 * batch norm, is passed over.
 */
public final class LayerWeights {
  private static final String COUNTER = "num_batches_tracked";
  private static final int MOST_SHOWN = 20;

  private LayerWeights() {}

  /**
   * Sets every tensor of a layer, for a model that is to be as it was saved.
   *
   * @param source where the weights come from, for the message
   * @throws DatasetException if names or shapes differ; the layer is then as it was
   */
  public static void load(Layer layer, Map<String, Tensor> weights, String source) {
    Match match = match(layer, weights, UnaryOperator.identity());
    LoadReport report = match.report();
    if (!report.isComplete()) {
      List<String> wrong =
          Stream.concat(
                  report.unset(),
                  report.unused().stream().map(name -> name + " is not in the network"))
              .toList();
      throw new DatasetException(
          "The weights in %s do not fit the network: %s"
              .formatted(source, Wording.list(wrong, MOST_SHOWN, "; ")));
    }
    match.copy();
  }

  /**
   * Sets those tensors of a layer that fit, for weights that were trained for something else, such
   * as ImageNet; torchvision's names are understood ({@link PretrainedNames}).
   *
   * @return what was set and what was not
   * @throws DatasetException if the file cannot be read, or nothing fits
   */
  public static LoadReport loadPretrained(Layer layer, Path file) {
    try (NamedTensors weights = WeightsFile.read(file)) {
      return loadMatching(
          layer, weights.asMap(), PretrainedNames.of(weights.names()), file.toString());
    }
  }

  /**
   * Sets those tensors of a layer that fit.
   *
   * @param names gives the name in the layer of a name in the weights
   * @param source where the weights come from, for the message
   * @return what was set and what was not
   * @throws DatasetException if nothing fits; the layer is then as it was
   */
  public static LoadReport loadMatching(
      Layer layer, Map<String, Tensor> weights, UnaryOperator<String> names, String source) {
    Match match = match(layer, weights, names);
    if (match.copies().isEmpty()) {
      throw new DatasetException(
          "None of the weights in %s fits the network: found %s; expected %s"
              .formatted(
                  source,
                  Wording.names(
                      match.report().otherShape().isEmpty()
                          ? weights.keySet()
                          : match.report().otherShape()),
                  Wording.names(layer.state().keySet())));
    }
    match.copy();
    return match.report();
  }

  /** A tensor of the layer and what it is to hold. */
  private record Copy(Tensor target, Tensor source) {}

  private record Match(List<Copy> copies, LoadReport report) {
    void copy() {
      try (var scope = NativeScope.open()) {
        copies.forEach(copy -> copy.target().detach().copy_(copy.source().detach()));
      }
    }
  }

  private static Match match(
      Layer layer, Map<String, Tensor> weights, UnaryOperator<String> names) {
    Map<String, Tensor> targets = layer.state();
    List<Copy> copies = new ArrayList<>();
    List<String> loaded = new ArrayList<>();
    List<String> otherShape = new ArrayList<>();
    List<String> unused = new ArrayList<>();
    Set<String> met = new HashSet<>();
    weights.forEach((given, source) -> {
      String name = names.apply(given);
      Tensor target = targets.get(name);
      if (target == null || !met.add(name)) {
        if (!name.endsWith(COUNTER)) {
          unused.add(given);
        }
      } else if (shape(target).equals(shape(source))) {
        copies.add(new Copy(target, source));
        loaded.add(name);
      } else {
        otherShape.add(
            "%s: found %s, expected %s"
                .formatted(name, Wording.shape(shape(source)), Wording.shape(shape(target))));
      }
    });
    List<String> missing =
        targets.keySet().stream()
            .filter(name -> !met.contains(name) && !name.endsWith(COUNTER))
            .toList();
    return new Match(copies, new LoadReport(loaded, otherShape, missing, unused));
  }

  private static List<Long> shape(Tensor tensor) {
    return LongStream.of(tensor.shape()).boxed().toList();
  }
}
