package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.dataset.Split;
import dev.wardrobe.model.onnx.MadeUpWeights;
import dev.wardrobe.model.prediction.NarrowModel;
import dev.wardrobe.model.weights.ModelFile;
import dev.wardrobe.synthesis.PhotoGenerator;
import dev.wardrobe.synthesis.SplitFolderWriter;
import dev.wardrobe.synthesis.SynthesisOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
  @TempDir static Path temp;
  @TempDir Path out;

  private static Path model;
  private static Path photo;

  @BeforeAll
  static void makeAll() throws IOException {
    Files.createDirectories(temp.resolve("run"));
    model = MadeUpWeights.write(temp.resolve("run/best.safetensors"), NarrowModel.CONFIG);
    Path split = temp.resolve("validation");
    PhotoGenerator photos =
        new PhotoGenerator(SynthesisOptions.of(Split.VALIDATION, 1, 5).withSides(128, 160));
    SplitFolderWriter.write(photos, split, true, 1, done -> {});
    photo = split.resolve("image/000001.jpg");
  }

  @Test
  void an_exported_model_finds_what_the_run_finds() throws IOException {
    Path file = out.resolve("models/m.onnx");
    CommandRun export = CommandRun.of("export", temp.resolve("run"), "-o", file);
    assertThat(export.code()).isZero();
    assertThat(export.out()).startsWith("Wrote " + file).contains("best.safetensors");
    for (Path each : List.of(file, temp.resolve("run"))) {
      CommandRun run =
          CommandRun.of("predict", each, photo, "--out", out + "/" + each.getFileName());
      assertThat(run.code()).as(run.err()).isZero();
    }
    assertThat(out.resolve("m.onnx/boxes.json"))
        .hasSameTextualContentAs(out.resolve("run/boxes.json"));
    assertThat(out.resolve("m.onnx/landmarks.json"))
        .hasSameTextualContentAs(out.resolve("run/landmarks.json"));
  }

  @Test
  void weights_in_16_bits_take_half_of_the_bytes_and_find_nearly_the_same() throws IOException {
    Path file = out.resolve("half.safetensors");
    CommandRun export = CommandRun.of("export", temp.resolve("run"), "-o", file);
    assertThat(export.code()).as(export.err()).isZero();
    assertThat(export.out()).startsWith("Wrote " + file).contains("best.safetensors");
    assertThat((double) Files.size(file) / Files.size(model)).isBetween(.5, .6);
    try (ModelFile whole = ModelFile.open(model);
        ModelFile half = ModelFile.open(file)) {
      assertThat(half.config()).isEqualTo(whole.config());
      assertThat(half.provenance()).isEqualTo(whole.provenance());
      for (String name : whole.weightNames()) {
        float[] exact = whole.tensors().read(name).floats();
        float[] rounded = half.tensors().read(name).floats();
        for (int i = 0; i < exact.length; i++) {
          assertThat(rounded[i]).isCloseTo(exact[i], within(Math.abs(exact[i]) / 2048 + 3e-8f));
        }
      }
    }
    CommandRun found = CommandRun.of("predict", file, photo, "--out", out.resolve("found"));
    assertThat(found.code()).as(found.err()).isZero();
    CommandRun itself = CommandRun.of("export", file, "-o", file);
    assertThat(itself.code()).isEqualTo(2);
    assertThat(itself.err()).contains("is the model itself");
  }

  @Test
  void names_and_models_that_are_not_right_are_told() {
    CommandRun name = CommandRun.of("export", model, "-o", out.resolve("m.bin"));
    assertThat(name.code()).isEqualTo(2);
    assertThat(name.err()).contains("expected a name that ends in .onnx or .safetensors");
    CommandRun none = CommandRun.of("export", out.resolve("none"), "-o", out + "/m.onnx");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err())
        .contains("There is no model")
        .contains("expected pretrained, a run's folder");
    assertThat(out).isEmptyDirectory();
  }

  @Test
  void engines_that_cannot_be_had_are_told() {
    Path onnx = out.resolve("m.onnx");
    assertThat(CommandRun.of("export", model, "-o", onnx).code()).isZero();
    CommandRun torch = CommandRun.of("predict", onnx, photo, "--out", out, "--engine", "torch");
    assertThat(torch.code()).isEqualTo(2);
    assertThat(torch.err()).contains("PyTorch takes a run's folder");
    CommandRun cuda =
        CommandRun.of("predict", onnx, photo, "--out", out, "--engine", "onnx", "--device", "cuda");
    assertThat(cuda.code()).isEqualTo(2);
    assertThat(cuda.err()).contains("--engine onnx computes on the processor");
    CommandRun other = CommandRun.of("predict", onnx, photo, "--out", out, "--device", "tpu");
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains("Unknown device tpu");
  }

  /** With a cache of its own, of which is seen what was unpacked. */
  @Test
  void predicting_unpacks_no_pytorch() throws Exception {
    Path cache = out.resolve("cache");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.bytedeco.javacpp.cachedir=" + cache,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "predict",
                model.toString(),
                photo.toString(),
                "--out",
                out.resolve("found").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    try (Stream<Path> unpacked = Files.list(cache)) {
      assertThat(unpacked)
          .extracting(path -> path.getFileName().toString())
          .anyMatch(name -> name.startsWith("onnxruntime"))
          .anyMatch(name -> name.startsWith("opencv"))
          .noneMatch(name -> name.startsWith("pytorch"));
    }
  }
}
