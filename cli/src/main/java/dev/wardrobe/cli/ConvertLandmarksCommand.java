package dev.wardrobe.cli;

import dev.wardrobe.files.InputFile;
import dev.wardrobe.groundtruth.GroundTruthOptions;
import dev.wardrobe.groundtruth.GroundTruthReader;
import dev.wardrobe.groundtruth.UnlabelledItems;
import dev.wardrobe.results.BadResults;
import dev.wardrobe.results.ConvertedLandmarks;
import dev.wardrobe.results.LandmarkConversionOptions;
import dev.wardrobe.results.LandmarkForm;
import dev.wardrobe.results.LandmarkResultsConverter;
import dev.wardrobe.results.WholeRecords;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wardrobe convert landmarks}: landmark results from one form to the other. */
@Command(
    name = "landmarks",
    description = {
      "Write landmark results in the compact form, or compact ones in the official form.",
      "Compact: only the category's own landmarks of the 294, under a fifth of the bytes. Digits,",
      "scores and all other keys stay as they are; with --gt, so do all official numbers.",
      "The file appears when it is complete; a killed run leaves no half file."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  wardrobe convert landmarks results.json -o compact.json",
      "  wardrobe convert landmarks results.json.gz -o compact.json.gz --gt val.json",
      "  wardrobe convert landmarks compact.json -o results.json --to official",
      "",
      "Exit code: 0 all written, 1 something was left out (and said), 2 usage."
    })
final class ConvertLandmarksCommand implements Callable<Integer> {
  private static final int MEGABYTE = 1_000_000;
  private static final int MOST_THREADS = 256;

  /** The forms as the command line spells them. */
  enum Form {
    compact(LandmarkForm.COMPACT),
    official(LandmarkForm.OFFICIAL);

    private final LandmarkForm form;

    Form(LandmarkForm form) {
      this.form = form;
    }
  }

  @Parameters(
      index = "0",
      paramLabel = "RESULTS",
      description = "Landmark results in either form; may be gzipped or zipped.")
  private Path results = Path.of("");

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The file to write; gzipped if its name ends with .gz.")
  private Path output = Path.of("");

  @Option(
      names = "--to",
      paramLabel = "FORM",
      description = "compact or official. Default: the one that the first record has not.")
  private @Nullable Form to;

  @Option(
      names = "--gt",
      paramLabel = "COCO",
      description =
          "The COCO ground truth. Results for items of it without any labelled landmark keep all"
              + " 294, which the official evaluation uses for them.")
  private @Nullable Path groundTruth;

  @Option(
      names = "--lenient",
      description = "Leave bad records out and count them. Default: list them and write nothing.")
  private boolean lenient;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that read and write. Default: all processors.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Spec private CommandSpec spec;

  /** Created by picocli. */
  ConvertLandmarksCommand() {}

  @Override
  public Integer call() {
    if (threads < 1 || threads > MOST_THREADS) {
      throw new ParameterException(
          spec.commandLine(),
          "Expected --threads 1 to %d, but got %d".formatted(MOST_THREADS, threads));
    }
    PrintWriter err = spec.commandLine().getErr();
    long start = System.nanoTime();
    long size = InputFile.size(results);
    WholeRecords whole = whole();
    ConvertedLandmarks done;
    try (Progress progress = megabytes("Converting", results)) {
      done =
          LandmarkResultsConverter.convert(
              results,
              output,
              new LandmarkConversionOptions(
                  Optional.ofNullable(to).map(wanted -> wanted.form),
                  whole,
                  lenient,
                  threads,
                  bytes -> progress.accept((int) (bytes / MEGABYTE))));
    }
    err.println(
        "Wrote %s: %s in the %s form, %s of %s, in %s"
            .formatted(
                output,
                Words.count(done.written(), "result"),
                done.form().name().toLowerCase(Locale.ROOT),
                bytes(InputFile.size(output)),
                bytes(size),
                Words.seconds((System.nanoTime() - start) / 1e9)));
    boolean leftOut = LeftOut.reportRecords(err, results, done.leftOut(), done.problems());
    return leftOut ? Main.FINDINGS : Main.OK;
  }

  /** Asked with visible landmarks only, it holds for the evaluation with occluded ones, too. */
  private WholeRecords whole() {
    if (groundTruth == null) {
      return WholeRecords.NONE;
    }
    try (Progress progress = megabytes("Reading ground truth", groundTruth)) {
      GroundTruthOptions options =
          GroundTruthOptions.boxes()
              .withLandmarks(true)
              .withVisibleOnly(true)
              .withBad(BadResults.OFFICIAL)
              .withThreads(threads)
              .withProgress(bytes -> progress.accept((int) (bytes / MEGABYTE)));
      return new UnlabelledItems(GroundTruthReader.read(groundTruth, options).groundTruth());
    }
  }

  private Progress megabytes(String what, Path file) {
    return new Progress(
        spec.commandLine().getErr(), what, "MB", (int) (InputFile.size(file) / MEGABYTE));
  }

  private static String bytes(long bytes) {
    return bytes < MEGABYTE
        ? Words.count(bytes, "byte")
        : "%,.1f MB".formatted((double) bytes / MEGABYTE);
  }
}
