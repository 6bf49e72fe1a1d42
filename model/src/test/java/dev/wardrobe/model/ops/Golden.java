package dev.wardrobe.model.ops;

import dev.wardrobe.model.tensor.NativeScope;
import dev.wardrobe.model.tensor.TensorData;
import dev.wardrobe.model.weights.NamedTensors;
import dev.wardrobe.model.weights.Safetensors;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;

/** What torchvision computed: the arrays of one golden file; see README.md beside them. */
final class Golden {
  private final Map<String, float[]> floats = new LinkedHashMap<>();
  private final Map<String, int[]> ints = new LinkedHashMap<>();
  private final Map<String, long[]> shapes = new LinkedHashMap<>();

  private Golden() {}

  static Golden of(String name) {
    URL file = Objects.requireNonNull(Golden.class.getResource(name + ".safetensors"), name);
    Golden golden = new Golden();
    try (NamedTensors tensors = Safetensors.read(Path.of(file.toURI()));
        NativeScope scope = NativeScope.open()) {
      tensors
          .asMap()
          .forEach((key, tensor) -> {
            golden.shapes.put(key, tensor.shape());
            if (tensor.is_floating_point()) {
              golden.floats.put(key, TensorData.floats(tensor));
            } else {
              LongStream values = LongStream.of(TensorData.longs(tensor));
              golden.ints.put(key, values.mapToInt(Math::toIntExact).toArray());
            }
          });
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return golden;
  }

  /** Numbers of a 32-bit array. */
  float[] floats(String name) {
    return Objects.requireNonNull(floats.get(name), name);
  }

  /** Numbers of an array of integers or bytes. */
  int[] ints(String name) {
    return Objects.requireNonNull(ints.get(name), name);
  }

  long[] shape(String name) {
    return Objects.requireNonNull(shapes.get(name), name);
  }
}
