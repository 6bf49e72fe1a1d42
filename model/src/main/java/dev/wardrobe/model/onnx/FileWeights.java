package dev.wardrobe.model.onnx;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.weights.ModelFile;
import dev.wardrobe.model.weights.RawTensor;
import dev.wardrobe.model.weights.Wording;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The weights of a model file as 32-bit numbers. */
final class FileWeights implements GraphWeights {
  private final String source;
  private final Map<String, RawTensor> tensors = new HashMap<>();

  /** Reads all weights of a model. */
  FileWeights(ModelFile model) {
    source = model.path().toString();
    model.weightNames().forEach(name -> tensors.put(name, model.tensors().read(name)));
  }

  @Override
  public float[] get(String name, long... shape) {
    RawTensor tensor = tensors.get(name);
    List<Long> expected = Arrays.stream(shape).boxed().toList();
    if (tensor == null || !tensor.shape().equals(expected)) {
      throw new DatasetException(
          "The weights in %s do not fit the network: %s: found %s, expected %s"
              .formatted(
                  source,
                  name,
                  tensor == null ? "nothing" : Wording.shape(tensor.shape()),
                  expected.stream().map(String::valueOf).collect(Collectors.joining(" x "))));
    }
    return tensor.floats();
  }
}
