package dev.wardrobe.torch.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.weights.ModelFile;
import dev.wardrobe.torch.tensor.NativeScope;
import dev.wardrobe.torch.tensor.TensorData;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tensors in model files; the files themselves are tested where they are written. */
class ModelTensorsTest {
  @TempDir private Path folder;

  @Test
  void weights_and_groups_come_back() {
    Path file = folder.resolve("m.safetensors");
    try (var scope = NativeScope.open()) {
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      tensors.put("a.weight", TensorData.of(new float[] {1, 2}, 2));
      tensors.put("training/ema/a.weight", TensorData.of(new float[] {3, 4}, 2));
      tensors.put("training/optimizer/step", TensorData.of(new long[] {5}));
      TensorFiles.writeModel(file, Config.tiny(), Map.of("seed", 7L), tensors);
    }
    try (ModelFile model = ModelFile.open(file);
        NamedTensors weights = TensorFiles.weights(model);
        NamedTensors ema = TensorFiles.group(model, "training/ema/");
        NamedTensors none = TensorFiles.group(model, "training/none/")) {
      assertThat(model.config()).isEqualTo(Config.tiny());
      assertThat(model.provenance()).containsExactly(Map.entry("seed", 7L));
      assertThat(weights.names()).containsExactly("a.weight");
      assertThat(TensorData.floats(ema.get("a.weight"))).containsExactly(3, 4);
      assertThat(none.names()).isEmpty();
      Tensor step = TensorFiles.load(model.tensors(), "training/optimizer/step");
      assertThat(TensorData.longs(step)).containsExactly(5);
      step.close();
    }
    try (NamedTensors weights = WeightsFile.read(file)) {
      assertThat(weights.names()).containsExactly("a.weight");
    }
  }

  @Test
  void weights_of_an_open_model_stay_when_it_is_replaced() {
    Path file = folder.resolve("m.safetensors");
    try (var scope = NativeScope.open()) {
      Map<String, Tensor> before = Map.of("a", TensorData.of(new float[] {1}, 1));
      TensorFiles.writeModel(file, Config.tiny(), Map.of(), before);
      try (ModelFile old = ModelFile.open(file)) {
        Map<String, Tensor> after = Map.of("b", TensorData.of(new float[] {2}, 1));
        TensorFiles.writeModel(file, Config.small(), Map.of(), after);
        try (NamedTensors weights = TensorFiles.weights(old)) {
          assertThat(weights.names()).containsExactly("a");
        }
      }
    }
  }
}
