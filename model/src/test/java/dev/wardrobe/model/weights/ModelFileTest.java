package dev.wardrobe.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.ConfigJson;
import dev.wardrobe.model.config.Streams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFileTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/wardrobe/model/weights");

  @TempDir private Path folder;

  private static void write(Path file) {
    Map<String, TensorContent> tensors = new LinkedHashMap<>();
    tensors.put("a.weight", RawTensor.of(new float[] {1, 2}, List.of(2L)));
    tensors.put("training/ema/a.weight", RawTensor.of(new float[] {3, 4}, List.of(2L)));
    tensors.put("training/optimizer/step", RawTensor.of(new float[] {5}, List.of()));
    Map<String, Object> provenance = new LinkedHashMap<>();
    provenance.put("wardrobe", "0.1.0");
    provenance.put("seed", 7L);
    provenance.put("loss", .5);
    provenance.put("finished", true);
    ModelFile.write(file, Config.tiny(), provenance, tensors);
  }

  @Test
  void config_provenance_and_tensors_come_back() {
    Path file = folder.resolve("m.safetensors");
    write(file);
    try (ModelFile model = ModelFile.open(file)) {
      assertThat(model.config()).isEqualTo(Config.tiny());
      assertThat(model.provenance())
          .containsExactly(
              Map.entry("wardrobe", "0.1.0"),
              Map.entry("seed", 7L),
              Map.entry("loss", .5),
              Map.entry("finished", true));
      assertThat(model.names())
          .containsExactly("a.weight", "training/ema/a.weight", "training/optimizer/step");
      assertThat(model.weightNames()).containsExactly("a.weight");
      assertThat(model.tensors().read("training/ema/a.weight").floats()).containsExactly(3, 4);
      assertThat(model.hasGroup("training/optimizer/")).isTrue();
      assertThat(model.hasGroup("training/none/")).isFalse();
    }
  }

  /** Reading it checks its digest. */
  @Test
  void the_model_that_comes_with_wardrobe_is_of_the_recipe_small() {
    assertThat(ModelFile.exists(ModelFile.PRETRAINED)).isTrue();
    try (ModelFile model = ModelFile.open(ModelFile.PRETRAINED)) {
      assertThat(model.config()).isEqualTo(Config.small());
      assertThat(model.provenance())
          .containsEntry("step", (long) Config.small().training().steps())
          .containsEntry("train_photos", 24_000L);
      assertThat(model.names()).isEqualTo(model.weightNames());
    }
  }

  /** Written when the format was made; to be read for ever. */
  @Test
  void a_model_of_version_1_is_read() {
    Path file = FOLDER.resolve("model-version-1.safetensors");
    try (ModelFile model = ModelFile.open(file)) {
      assertThat(model.path()).isEqualTo(file);
      assertThat(model.config().name()).isEqualTo("narrow");
      assertThat(model.config().streams()).isEqualTo(Streams.of("pose+class"));
      assertThat(model.config().backbone().width()).isEqualTo(2);
      assertThat(model.provenance()).containsEntry("seed", 3L).containsEntry("recipe", "tiny");
      assertThat(model.weightNames())
          .containsExactly("backbone.body.conv1.weight", "backbone.body.bn1.bias");
      assertThat(model.tensors().read("backbone.body.bn1.bias").floats()).containsExactly(.5f, -2);
      assertThat(model.hasGroup("training/")).isTrue();
    }
  }

  @Test
  void of_a_folder_the_best_model_is_opened_and_else_the_last() {
    assertThatThrownBy(() -> ModelFile.open(folder))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            "There is no model in %s: expected best.safetensors or last.safetensors", folder);
    write(folder.resolve("last.safetensors"));
    try (ModelFile model = ModelFile.open(folder)) {
      assertThat(model.path()).isEqualTo(folder.resolve("last.safetensors"));
    }
    write(folder.resolve("best.safetensors"));
    try (ModelFile model = ModelFile.open(folder)) {
      assertThat(model.path()).isEqualTo(folder.resolve("best.safetensors"));
    }
  }

  @Test
  void missing_files_are_told() {
    assertThatThrownBy(() -> ModelFile.open(folder.resolve("none.safetensors")))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("no such file or folder");
  }

  @Test
  void weights_that_are_no_model_are_told() {
    assertThatThrownBy(() -> ModelFile.open(FOLDER.resolve("types.safetensors")))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("is no model of ours");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          version | 2 | its format has version 2, and this program knows versions up to 1; use a newer wardrobe
          version | 1.5 | found version "1.5", expected a whole number from 1
          version | 99999999999 | found version "99999999999", expected
          config | {} | Wrong config in %s: name: missing
          config | x | Wrong config in %s: Unrecognized token
          provenance | [] | it is no JSON object
          provenance | {"a": [1]} | found [1], expected strings, numbers and truth values
          """)
  void wrong_metadata_is_told(String field, String value, String message) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("format", "wardrobe-model");
    metadata.put("version", "1");
    metadata.put("config", ConfigJson.write(Config.tiny()));
    metadata.put(field, value);
    Path file = folder.resolve("m.safetensors");
    Safetensors.write(file, metadata, Map.of());
    assertThatThrownBy(() -> ModelFile.open(file))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining(message.replace("%s", file.toString()))
        .hasMessageContaining(file.toString())
        .hasMessageNotContaining("\n");
  }

  @Test
  void provenance_holds_plain_values_only() {
    assertThatThrownBy(() ->
            ModelFile.write(
                folder.resolve("m.safetensors"), Config.tiny(), Map.of("a", List.of(1)), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("provenance.a: found [1]");
    assertThat(folder.resolve("m.safetensors")).doesNotExist();
  }

  @Test
  void a_model_is_replaced_whole() throws IOException {
    Path file = folder.resolve("m.safetensors");
    write(file);
    byte[] first = Files.readAllBytes(file);
    write(file);
    assertThat(Files.readAllBytes(file)).isEqualTo(first);
    try (ModelFile old = ModelFile.open(file)) {
      ModelFile.write(
          file, Config.small(), Map.of(), Map.of("b", RawTensor.of(new float[1], List.of(1L))));
      assertThat(old.weightNames()).containsExactly("a.weight");
      assertThat(old.tensors().read("a.weight").floats()).containsExactly(1, 2);
    }
  }
}
