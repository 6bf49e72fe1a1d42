package dev.wardrobe.cli;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.IoReason;
import dev.wardrobe.model.weights.ModelFile;
import dev.wardrobe.predictions.ResultKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code wardrobe demo}: the main job on made-up data, step by step. Each step is a command that is
 * printed and then run just so.
 */
@Command(
    name = "demo",
    description = {
      "Show everything on made-up data: make it, check it, count it, convert it, score results on it.",
      "Each step prints the single command that does it alone."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"", "Examples:", "  wardrobe demo", "  wardrobe demo --keep look-at-it"})
final class DemoCommand implements Callable<Integer> {
  private static final String MARK = ".wardrobe-demo";
  private static final String BEGUN = "found-begun";
  private static final String FOUND = "found";

  /** What a demo leaves behind, and may remove again. */
  private static final List<String> MADE =
      List.of(
          "data",
          "broken",
          "back",
          "lists",
          "val.json",
          "pairs.csv",
          "stats.html",
          "sheet.png",
          "run",
          BEGUN,
          FOUND);

  @Option(
      names = "--keep",
      paramLabel = "FOLDER",
      description = "Where to put everything. Default: ${DEFAULT-VALUE}.")
  private Path folder = Path.of("wardrobe-demo");

  @Spec private CommandSpec spec;

  private int step;

  /** Created by picocli. */
  DemoCommand() {}

  @Override
  public Integer call() {
    long start = System.nanoTime();
    PrintWriter out = spec.commandLine().getOut();
    prepare();
    String data = folder.resolve("data").toString();
    String validation = folder.resolve("data/validation").toString();
    run(
        "Make a small data set in DeepFashion2's format, a page to look at it, and what a made-up model finds in it",
        Main.OK,
        List.of(
            "synthesize",
            data,
            "--train",
            "120",
            "--validation",
            "80",
            "--size",
            "256..384",
            "--results",
            "--contact-sheet",
            folder.resolve("sheet.png").toString()));
    run("Check it: files, annotations, geometry, attributes, pairs", Main.OK, check(data));
    String broken = folder.resolve("broken").toString();
    run(
        "Make another one and plant every defect that the checks know",
        Main.OK,
        List.of("synthesize", broken, "--train", "160", "--size", "128..192", "--with-defects"));
    run("Find what is broken", Main.FINDINGS, check(broken));
    run(
        "Count it, beside the published figures of the real data set",
        Main.OK,
        List.of("stats", data, "--brief", "--html", folder.resolve("stats.html").toString()));
    run(
        "Convert it to COCO, as the official script does, plus the attributes",
        Main.OK,
        List.of(
            "convert",
            "coco",
            validation,
            "-o",
            folder.resolve("val.json").toString(),
            "--attributes"));
    run(
        "And back: a COCO file as annotation files",
        Main.OK,
        List.of(
            "convert",
            "deepfashion2",
            folder.resolve("val.json").toString(),
            "-o",
            folder.resolve("back/validation").toString()));
    run(
        "Write the query and gallery lists of the retrieval benchmark",
        Main.OK,
        List.of("convert", "retrieval", validation, "-o", folder.resolve("lists").toString()));
    run(
        "List consumer-to-shop pairs, with as many negatives, some of them hard",
        Main.OK,
        List.of(
            "pairs",
            folder.resolve("data/train").toString(),
            "-o",
            folder.resolve("pairs.csv").toString(),
            "--hard",
            "0.15"));
    evaluate(validation);
    train(data, validation);
    out.println(
        "All of it is in %1$s (%2$.0f s); open %1$s/sheet.png, %1$s/stats.html, %1$s/run/index.html and %1$s/found/index.html. Then try the real data set:%n$ ./wardrobe validate PATH/TO/deepfashion2"
            .formatted(folder, (System.nanoTime() - start) / 1e9));
    out.flush();
    return Main.OK;
  }

  /** A network from fresh weights to scores; far too short to be good. */
  private void train(String data, String validation) {
    String model = folder.resolve("run").toString();
    run(
        "Train a Match R-CNN on it: the tiny one, for a moment, so it is sure of nothing yet",
        Main.OK,
        List.of("train", data, "--recipe", "tiny", "--steps", "60", "--out", model));
    predict(
        "Predict with it: boxes, masks, landmarks, features, pictures", model, validation, BEGUN);
    predict(
        "The same with the model that comes with Wardrobe, trained on photos of this kind",
        ModelFile.PRETRAINED.toString(),
        validation,
        FOUND);
  }

  private void predict(String what, String model, String validation, String name) {
    Path found = folder.resolve(name);
    run(
        what,
        Main.OK,
        List.of("predict", model, validation, "--out", found.toString(), "--draw", "24"));
    run(
        "Score what it found",
        Main.OK,
        List.of(
            "evaluate",
            "detection",
            "--gt",
            validation,
            "--results",
            found.resolve(ResultKind.BOXES.fileName()).toString(),
            "--brief"));
  }

  /** The four tasks of the benchmark, on the results of the made-up model. */
  private void evaluate(String validation) {
    score(
        "boxes; the published figures are for the real data",
        "detection",
        validation,
        ResultKind.BOXES.fileName());
    String coco = folder.resolve("val.json").toString();
    score("masks, from the COCO file", "segmentation", coco, ResultKind.MASKS.fileName());
    score("landmarks", "landmarks", validation, ResultKind.LANDMARKS.fileName());
    score("consumer-to-shop retrieval", "retrieval", validation, ResultKind.RETRIEVAL.fileName());
  }

  private void score(String what, String task, String groundTruth, String results) {
    run(
        "Score " + what,
        Main.OK,
        List.of(
            "evaluate",
            task,
            "--gt",
            groundTruth,
            "--results",
            folder.resolve("data/results/validation").resolve(results).toString(),
            "--brief"));
  }

  private static List<String> check(String data) {
    return List.of("validate", data, "--show", "2");
  }

  /** Runs a command as if typed; a demo whose step fails has failed. */
  private void run(String what, int expected, List<String> words) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(++step + ". " + what);
    String typed =
        words.stream()
            .map(word -> word.matches("[\\w./:=+-]+") ? word : "'" + word + "'")
            .collect(Collectors.joining(" "));
    out.println("$ ./wardrobe " + typed);
    out.flush();
    CommandLine command = Main.commandLine();
    command.setOut(out);
    command.setErr(out); // in order with the rest, also in a file
    int code = command.execute(words.toArray(String[]::new));
    command.getErr().flush();
    if (code != expected) {
      throw new DatasetException(
          "The demo's step %d ended with exit code %d instead of %d: see its output above"
              .formatted(step, code, expected));
    }
    out.println();
    out.flush();
  }

  /** An empty folder; an earlier demo's results are removed, all else is left alone. */
  private void prepare() {
    try {
      if (Files.exists(folder.resolve(MARK))) {
        for (String made : MADE) {
          delete(folder.resolve(made));
        }
      } else if (Files.exists(folder) && !isEmptyFolder(folder)) {
        throw new DatasetException(
            "%s is there already and not from a demo: name another folder with --keep"
                .formatted(folder));
      }
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(MARK), "Made by 'wardrobe demo', which may replace it.\n");
    } catch (IOException e) {
      throw new DatasetException(
          "Cannot prepare the folder %s: %s".formatted(folder, IoReason.of(e)), e);
    }
  }

  private static boolean isEmptyFolder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.findAny().isEmpty();
    }
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> files = Files.walk(path)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
