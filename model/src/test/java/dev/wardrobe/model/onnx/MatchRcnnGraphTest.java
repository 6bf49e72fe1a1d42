package dev.wardrobe.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.Streams;
import dev.wardrobe.model.prediction.NarrowModel;
import dev.wardrobe.model.weights.ModelFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchRcnnGraphTest {
  @TempDir private Path folder;

  /**
   * Digests of files that onnx.checker has passed, full check included; see README.md among the
   * resources. A change of the graph changes them: check the new files, then put theirs here.
   */
  @ParameterizedTest
  @CsvSource({
    "narrow, all, b23cecb7d4ac08a8681c20affc502c32c73703935f456c9361210edb8c148d31",
    "narrow, pose, 58d90e0a81da47fb23f5fcbcd8b9babdaee6d99f659daf69fe2fcf069e26c903",
    "frozen, mask+class, 38f85c7549b546cdd34cb48e1d2b0e69202b0123b92523f22da9b58ccd115003",
  })
  void files_are_those_that_were_checked(String config, String variant, String digest)
      throws Exception {
    Config of = config.equals("narrow") ? NarrowModel.CONFIG : NarrowModel.FROZEN;
    byte[] bytes =
        MatchRcnnGraph.of(
            of.withStreams(Streams.of(variant)),
            new MadeUpWeights(),
            "test",
            Map.of("format", "wardrobe-onnx"));
    String keep = System.getProperty("wardrobe.onnx"); // a folder, to check them
    if (keep != null) {
      Files.write(Path.of(keep, config + "-" + variant + ".onnx"), bytes);
    }
    byte[] found = MessageDigest.getInstance("SHA-256").digest(bytes);
    assertThat(HexFormat.of().formatHex(found)).isEqualTo(digest);
  }

  @Test
  void notes_come_back() {
    Path model = MadeUpWeights.write(folder.resolve("m.safetensors"), NarrowModel.CONFIG);
    Path file = folder.resolve("new/m.onnx");
    try (ModelFile opened = ModelFile.open(model)) {
      long bytes = OnnxModel.write(file, opened, "0.1");
      assertThat(file).hasSize(bytes);
      OnnxModel.Notes notes = OnnxModel.notes(file, read(file));
      assertThat(notes.config()).isEqualTo(NarrowModel.CONFIG);
      assertThat(notes.provenance()).containsExactly(Map.entry("seed", 3L));
      float[] weights = opened.similarity().orElseThrow().weights();
      assertThat(notes.similarity().orElseThrow().weights()).containsExactly(weights);
      assertThat(notes.similarity().orElseThrow().bias())
          .isEqualTo(opened.similarity().orElseThrow().bias());
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          format | other | is no ONNX model of ours: its metadata has no format "wardrobe-onnx"
          version | 2 | found version "2", expected 1; use another wardrobe or export it again
          config | {} | Wrong config in m.onnx: name: missing
          provenance | [] | Cannot read the metadata of m.onnx: it is no JSON object
          similarity | {"bias": 1, "weights": [2]} | similarity: expected a bias and 6 weights
          similarity | x | Cannot read the metadata of m.onnx: Unrecognized token
          """)
  void wrong_notes_are_told(String key, String value, String message) {
    Path model = MadeUpWeights.write(folder.resolve("m.safetensors"), NarrowModel.CONFIG);
    Map<String, String> metadata;
    try (ModelFile opened = ModelFile.open(model)) {
      metadata = OnnxModel.metadata(opened);
    }
    metadata.put(key, value);
    byte[] bytes = MatchRcnnGraph.of(NarrowModel.CONFIG, new MadeUpWeights(), "test", metadata);
    assertThatThrownBy(() -> OnnxModel.notes(Path.of("m.onnx"), bytes))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("m.onnx")
        .hasMessageNotContaining("\n");
  }

  @Test
  void what_is_no_onnx_file_is_told() {
    byte[] text = "no ONNX file at all".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> OnnxModel.notes(Path.of("m.onnx"), text))
        .isInstanceOf(DatasetException.class)
        .hasMessage("Cannot read m.onnx: it is no ONNX file");
    assertThatThrownBy(() -> OnnxModel.notes(Path.of("m.onnx"), new byte[0]))
        .hasMessageContaining("is no ONNX model of ours");
  }

  @Test
  void weights_that_do_not_fit_are_told() {
    Path model = MadeUpWeights.write(folder.resolve("m.safetensors"), NarrowModel.CONFIG);
    Config wider = NarrowModel.CONFIG.with("heads.maskChannels", "12");
    try (ModelFile opened = ModelFile.open(model)) {
      FileWeights weights = new FileWeights(opened);
      assertThatThrownBy(() -> MatchRcnnGraph.of(wider, weights, "test", Map.of()))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining(
              "roi_heads.mask_head.0.0.weight: found 8 x 8 x 3 x 3, expected 12 x 8 x 3 x 3");
      assertThatThrownBy(() -> weights.get("none", 3))
          .hasMessageContaining("none: found nothing, expected 3");
    }
  }
}
