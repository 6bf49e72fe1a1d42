package dev.wardrobe.torch.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.weights.Dtype;
import dev.wardrobe.torch.tensor.NativeScope;
import dev.wardrobe.torch.tensor.TensorData;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerWeightsTest {
  @TempDir private Path folder;

  @Test
  void all_tensors_are_set_and_converted() {
    try (var scope = NativeScope.open();
        Network network =
            new Network(Map.of("a.weight", new long[] {2, 1})).withBuffer("a.running_mean", 2)) {
      LayerWeights.load(
          network,
          Map.of(
              "a.weight", TensorData.of(new double[] {1, 2}, 2, 1),
              "a.running_mean", TensorData.of(new float[] {3, 4}, 2).to(ScalarType.BFloat16),
              "a.num_batches_tracked", TensorData.of(new long[] {9})),
          "x.safetensors");
      Tensor weight = state(network, "a.weight");
      assertThat(TensorData.floats(weight)).containsExactly(1, 2);
      assertThat(NativeTypes.of(weight.scalar_type())).isEqualTo(Dtype.F32);
      assertThat(weight.requires_grad()).isTrue();
      assertThat(weight.is_leaf()).isTrue();
      assertThat(TensorData.floats(state(network, "a.running_mean"))).containsExactly(3, 4);
    }
  }

  @Test
  void every_difference_is_told_and_nothing_is_set() {
    try (var scope = NativeScope.open();
        Network network =
            new Network(ordered("a", new long[] {2, 3}, "b", new long[] {}, "c", new long[] {1}))) {
      Map<String, Tensor> weights = new LinkedHashMap<>();
      weights.put("a", torch.ones(3, 2));
      weights.put("d", torch.ones(1));
      weights.put("c", torch.ones(1));
      assertThatThrownBy(() -> LayerWeights.load(network, weights, "x.safetensors"))
          .isInstanceOf(DatasetException.class)
          .hasMessage(
              "The weights in x.safetensors do not fit the network: "
                  + "a: found 3 x 2, expected 2 x 3; b is not in the file; d is not in the network");
      assertThat(TensorData.floats(state(network, "c"))).containsExactly(0);
    }
  }

  @Test
  void of_many_differences_the_first_twenty_are_told() {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    for (int i = 0; i < 25; i++) {
      shapes.put("w" + i, new long[] {1});
    }
    try (Network network = new Network(shapes)) {
      assertThatThrownBy(() -> LayerWeights.load(network, Map.of(), "x"))
          .hasMessageContaining("w19 is not in the file and 5 more")
          .hasMessageNotContaining("w20");
    }
  }

  @Test
  void what_fits_is_set_and_the_rest_reported() {
    try (var scope = NativeScope.open();
        Network network =
            new Network(ordered("n.a", new long[] {2}, "n.b", new long[] {1}, "n.c", new long[] {}))
                .withBuffer("n.num_batches_tracked")) {
      LoadReport report =
          LayerWeights.loadMatching(
              network,
              Map.of(
                  "a", torch.ones(2),
                  "b", torch.ones(2),
                  "fc.weight", torch.ones(2),
                  "x.num_batches_tracked", torch.ones(2)),
              name -> "n." + name,
              "x");
      assertThat(report.loaded()).containsExactly("n.a");
      assertThat(report.otherShape()).containsExactly("n.b: found 2, expected 1");
      assertThat(report.missing()).containsExactly("n.c");
      assertThat(report.unused()).containsExactly("fc.weight");
      assertThat(report)
          .hasToString(
              "1 tensors loaded; of another shape: n.b: found 2, expected 1; not in the file: n.c; not used: fc.weight");
      assertThat(TensorData.floats(state(network, "n.a"))).containsExactly(1, 1);
      assertThat(TensorData.floats(state(network, "n.b"))).containsExactly(0);
    }
  }

  @Test
  void two_names_for_one_tensor_set_it_once() {
    try (var scope = NativeScope.open();
        Network network = new Network(Map.of("a", new long[] {1}))) {
      LoadReport report =
          LayerWeights.loadMatching(
              network, ordered2("x", torch.ones(1), "y", torch.zeros(1)), name -> "a", "x");
      assertThat(report.unused()).containsExactly("y");
      assertThat(TensorData.floats(state(network, "a"))).containsExactly(1);
    }
  }

  @Test
  void where_nothing_fits_it_is_an_error() {
    try (var scope = NativeScope.open();
        Network network = new Network(Map.of("a", new long[] {1}))) {
      assertThatThrownBy(() ->
              LayerWeights.loadMatching(
                  network, Map.of("b", torch.ones(1)), UnaryOperator.identity(), "x"))
          .isInstanceOf(DatasetException.class)
          .hasMessage("None of the weights in x fits the network: found b; expected a");
      assertThatThrownBy(() ->
              LayerWeights.loadMatching(
                  network, Map.of("a", torch.ones(2)), UnaryOperator.identity(), "x"))
          .hasMessageContaining("found a: found 2, expected 1");
    }
  }

  @Test
  void pretrained_classifiers_become_the_backbone_from_any_format() {
    Map<String, long[]> shapes =
        ordered(
            "backbone.body.conv1.weight", new long[] {2, 3, 3, 3},
            "backbone.body.bn1.weight", new long[] {2},
            "backbone.body.layer1.0.conv1.weight", new long[] {1});
    Path file = folder.resolve("x.safetensors");
    try (var scope = NativeScope.open();
        NamedTensors state = TorchFile.read(Goldens.path("state-zip.pt"))) {
      Map<String, Tensor> classifier = new LinkedHashMap<>(state.asMap());
      classifier.put("layer1.0.conv1.weight", torch.ones(1));
      TensorFiles.write(file, Map.of(), classifier);
      try (Network network = new Network(shapes)) {
        LoadReport report = LayerWeights.loadPretrained(network, file);
        assertThat(report.loaded()).containsExactlyInAnyOrderElementsOf(shapes.keySet());
        assertThat(report.unused())
            .containsExactlyInAnyOrder(
                "bn1.bias", "bn1.running_mean", "bn1.running_var", "fc.weight", "fc.bias");
        Goldens.assertSame(
            state(network, "backbone.body.conv1.weight"), state.get("conv1.weight"), "conv1");
      }
    }
    try (Network network = new Network(Map.of("fc.bias", new long[] {3}))) {
      for (String name : new String[] {"state-zip.pt", "state-legacy.pt"}) {
        assertThat(LayerWeights.loadPretrained(network, Goldens.path(name)).loaded())
            .containsExactly("fc.bias");
      }
      assertThatThrownBy(() -> LayerWeights.loadPretrained(network, Goldens.path("golden.py")))
          .hasMessageContaining("expected safetensors, or what torch.save");
    }
  }

  private static Tensor state(Network network, String name) {
    Tensor tensor = network.state().get(name);
    assertThat(tensor).as(name).isNotNull();
    return Objects.requireNonNull(tensor);
  }

  private static Map<String, long[]> ordered(Object... namesAndShapes) {
    Map<String, long[]> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndShapes.length; i += 2) {
      map.put((String) namesAndShapes[i], (long[]) namesAndShapes[i + 1]);
    }
    return map;
  }

  private static Map<String, Tensor> ordered2(String a, Tensor first, String b, Tensor second) {
    Map<String, Tensor> map = new LinkedHashMap<>();
    map.put(a, first);
    map.put(b, second);
    return map;
  }
}
