package dev.wardrobe.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code wardrobe training-run}: what the launcher lets the JVM watch once, to remember which
 * classes the verbs load and which methods they are busy in. Says nothing.
 */
@Command(
    name = "training-run",
    hidden = true,
    description = "Run the common verbs over made-up annotations, for the launcher's cache.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  wardrobe training-run empty-folder"})
final class TrainingRunCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FOLDER", description = "An empty folder to work in.")
  private Path folder;

  @Option(
      names = "--photos",
      paramLabel = "N",
      description = "How many; the more, the better the JVM learns. Default: ${DEFAULT-VALUE}.")
  private int photos = 1500;

  /** Created by picocli. */
  TrainingRunCommand() {}

  @Override
  public Integer call() {
    String split = folder.resolve("train").toString();
    String sizes = folder.resolve("train/sizes.json").toString();
    String coco = folder.resolve("coco.json").toString();
    run("synthesize", folder.toString(), "--train", "" + photos, "--annotations-only", "--results");
    run("synthesize", folder.resolve("drawn").toString(), "--train", "40", "--size", "192..256");
    run("convert", "coco", split, "--sizes", sizes, "-o", coco);
    run("validate", split, "--sizes", sizes);
    run("stats", split);
    run("pairs", split, "-o", folder.resolve("pairs.csv").toString());
    evaluate("detection", coco, "boxes.json");
    evaluate("segmentation", coco, "masks.json");
    evaluate("landmarks", coco, "landmarks.json");
    evaluate("detection", split, "boxes.json");
    evaluate("retrieval", split, "retrieval.json");
    return Main.OK;
  }

  private void evaluate(String task, String groundTruth, String results) {
    String file = folder.resolve("results/train").resolve(results).toString();
    run("evaluate", task, "--gt", groundTruth, "--results", file);
  }

  private static void run(String... words) {
    PrintWriter silence = new PrintWriter(Writer.nullWriter());
    int code = Main.commandLine().setOut(silence).setErr(silence).execute(words);
    if (code != Main.OK) {
      throw new IllegalStateException(
          "Exit code %d of the training run's %s".formatted(code, List.of(words)));
    }
  }
}
