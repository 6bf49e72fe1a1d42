package dev.wardrobe.torch.rcnn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.torch.layers.Layer;
import dev.wardrobe.torch.tensor.NativeScope;
import dev.wardrobe.torch.tensor.TensorData;
import dev.wardrobe.torch.weights.NamedTensors;
import dev.wardrobe.torch.weights.TensorFiles;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/** A file of what torchvision computed, and comparisons with it. */
final class Golden implements AutoCloseable {
  private static final String STATE = "state.";

  private final NamedTensors tensors;

  private Golden(NamedTensors tensors) {
    this.tensors = tensors;
  }

  static Golden read(String name) {
    URL url = Objects.requireNonNull(Golden.class.getResource(name + ".safetensors"), name);
    try {
      return new Golden(TensorFiles.read(Path.of(url.toURI())));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  Tensor get(String name) {
    return tensors.get(name);
  }

  float[] floats(String name) {
    try (var scope = NativeScope.open()) {
      return TensorData.floats(get(name));
    }
  }

  /** Copies the state dict into a layer, which must have the same names and shapes. */
  void load(Layer layer) {
    Set<String> names = new HashSet<>();
    tensors.names().stream()
        .filter(name -> name.startsWith(STATE))
        .forEach(name -> names.add(name.substring(STATE.length())));
    assertThat(layer.state().keySet()).isEqualTo(names);
    try (var scope = NativeScope.open();
        var guard = new NoGradGuard()) {
      layer
          .state()
          .forEach((name, tensor) -> {
            Tensor saved = get(STATE + name);
            assertThat(shape(tensor)).as(name).isEqualTo(shape(saved));
            tensor.copy_(saved);
          });
    }
  }

  private static long[] shape(Tensor tensor) {
    return tensor.sizes().vec().get();
  }

  /** Whether numbers differ by no more than 1e-4 of the largest one. */
  static void assertClose(String name, float[] found, float[] expected) {
    assertClose(name, found, expected, 1e-4);
  }

  /** Whether numbers differ by no more than this share of the largest one. */
  static void assertClose(String name, float[] found, float[] expected, double share) {
    assertThat(found.length).as(name).isEqualTo(expected.length);
    double largest = 0;
    double difference = 0;
    for (int i = 0; i < found.length; i++) {
      largest = Math.max(largest, Math.abs(expected[i]));
      double own = Math.abs((double) found[i] - expected[i]);
      difference = Double.isNaN(own) ? Double.POSITIVE_INFINITY : Math.max(difference, own);
    }
    assertThat(difference).as(name).isLessThanOrEqualTo(share * largest);
  }

  /** Whether a tensor is as in the file. */
  void assertSame(String name, Tensor found) {
    assertThat(shape(found)).as(name).isEqualTo(shape(get(name)));
    assertClose(name, TensorData.floats(found), floats(name));
  }

  @Override
  public void close() {
    tensors.close();
  }
}
