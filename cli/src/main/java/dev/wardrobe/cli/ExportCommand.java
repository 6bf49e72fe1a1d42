package dev.wardrobe.cli;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.InputFile;
import dev.wardrobe.model.onnx.OnnxModel;
import dev.wardrobe.model.weights.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wardrobe export}: a trained model as an ONNX file, or in half of the bytes. */
@Command(
    name = "export",
    description = {
      "Write a trained model as an ONNX file, for ONNX Runtime in any language.",
      "It takes a photo's pixels and gives boxes, labels, scores, masks, heat maps of landmarks",
      "and features; docs/onnx.md says how to feed it and how to read what comes out.",
      "Or write its weights in 16 bits instead of 32, without the state of the training."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  wardrobe export pretrained -o pretrained.onnx",
      "  wardrobe export runs/first -o first.onnx",
      "  wardrobe export runs/first -o first-half.safetensors",
      "  wardrobe predict first.onnx holiday-photos --out found --draw",
      "",
      "Exit code: 0 written, 2 usage, no model, or it cannot be written."
    })
final class ExportCommand implements Callable<Integer> {
  private static final double MEGABYTE = 1e6;

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = {
        "pretrained, the model that comes with Wardrobe; a run's folder, of which the best",
        "model is taken; or a .safetensors file."
      })
  private Path model = Path.of("");

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The file to write; its name ends in .onnx or in .safetensors.")
  private Path output = Path.of("");

  @Spec private CommandSpec spec;

  /** Created by picocli. */
  ExportCommand() {}

  @Override
  public Integer call() {
    boolean graph = output.toString().endsWith(".onnx");
    if (!graph && !output.toString().endsWith(".safetensors")) {
      throw new DatasetException(
          "-o: found %s, expected a name that ends in .onnx or .safetensors: that says what to write"
              .formatted(output));
    }
    if (!ModelFile.exists(model)) {
      throw new DatasetException(
          "There is no model %s: expected pretrained, a run's folder or a .safetensors file"
              .formatted(model));
    }
    try (ModelFile file = ModelFile.open(model)) {
      if (graph) {
        OnnxModel.write(output, file, Main.version());
      } else {
        refuseSame(file.path());
        file.writeHalf(output);
      }
      spec.commandLine()
          .getOut()
          .printf(
              "Wrote %s: %.1f MB, the weights of %s%n",
              output, output.toFile().length() / MEGABYTE, file.path());
    }
    return Main.OK;
  }

  private void refuseSame(Path input) {
    try {
      if (Files.exists(input) && Files.exists(output) && Files.isSameFile(input, output)) {
        throw new DatasetException(
            "-o: %s is the model itself; name another file".formatted(output));
      }
    } catch (IOException e) {
      throw InputFile.unreadable(output, e);
    }
  }
}
