package dev.wardrobe.cli;

import dev.wardrobe.dataset.Split;
import dev.wardrobe.synthesis.Flaw;
import dev.wardrobe.synthesis.FlawPlanter;
import dev.wardrobe.synthesis.ShakenResults;
import dev.wardrobe.synthesis.SketchGenerator;
import dev.wardrobe.synthesis.SketchOptions;
import dev.wardrobe.synthesis.SplitFolderWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wardrobe synthesize}: a made-up data set in DeepFashion2's format. */
@Command(
    name = "synthesize",
    description = {
      "Make a small made-up data set in DeepFashion2's format, photos and annotations.",
      "The photos are flat silhouettes, the annotations exact. Equal seeds give equal files."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  wardrobe synthesize made-up --train 200 --validation 100 --seed 7",
      "  wardrobe synthesize made-up --train 30000 --no-photos",
      "  wardrobe synthesize broken --train 100 --flaws 10",
      "  wardrobe synthesize scored --validation 100 --results",
      "",
      "Exit code: 0 all written, 2 usage."
    })
final class SynthesizeCommand implements Callable<Integer> {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,5})\\.\\.(\\d{1,5})");

  @Parameters(
      index = "0",
      paramLabel = "FOLDER",
      description = "Gets the folders train and validation, which must be new or empty.")
  private Path folder;

  @Option(names = "--train", paramLabel = "N", description = "Training photos.")
  private int train;

  @Option(names = "--validation", paramLabel = "N", description = "Validation photos.")
  private int validation;

  @Option(
      names = "--size",
      paramLabel = "A..B",
      description = "Range of the photos' longer side. Default: ${DEFAULT-VALUE}.")
  private String size = "320..640";

  @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private long seed = 7;

  @Option(
      names = "--no-photos",
      description = "Annotations only; the photos' sizes go to sizes.json, for --sizes.")
  private boolean noPhotos;

  @Option(
      names = "--flaws",
      paramLabel = "N",
      description = "Plant so many known flaws of different kinds into each split.")
  private int flaws;

  @Option(
      names = "--results",
      description =
          "Write what a made-up model finds, too, for 'wardrobe evaluate': boxes.json, masks.json,"
              + " landmarks.json and retrieval.json in FOLDER/results/SPLIT.")
  private boolean results;

  @Spec private CommandSpec spec;

  /** Created by picocli. */
  SynthesizeCommand() {}

  @Override
  public Integer call() {
    if (train < 0 || validation < 0) {
      throw usage("Expected numbers of photos of at least 0");
    }
    if (train == 0 && validation == 0) {
      throw usage("Nothing to make: give --train N, --validation N or both");
    }
    if (flaws < 0 || flaws > Flaw.values().length) {
      throw usage("Expected 0 to %d flaws, but got %d".formatted(Flaw.values().length, flaws));
    }
    make(Split.TRAIN, train);
    make(Split.VALIDATION, validation);
    return Main.OK;
  }

  private void make(Split split, int photos) {
    if (photos == 0) {
      return;
    }
    PrintWriter err = spec.commandLine().getErr();
    Path target = folder.resolve(split.folderName());
    SketchGenerator generator = new SketchGenerator(options(split, photos));
    int threads = Runtime.getRuntime().availableProcessors();
    try (Progress progress = new Progress(err, "Making " + split.folderName(), "photos", photos)) {
      SplitFolderWriter.write(generator, target, !noPhotos, threads, progress);
    }
    err.println(
        "Wrote %s: %s, %s"
            .formatted(
                target,
                Words.count(photos, "photo"),
                noPhotos ? "annotations only" : "with annotations"));
    plant(target, err);
    if (results) {
      Path found = folder.resolve("results").resolve(split.folderName());
      ShakenResults.write(generator, seed, found);
      err.println("Wrote %s: results of a made-up model".formatted(found));
    }
  }

  private SketchOptions options(Split split, int photos) {
    Matcher range = RANGE.matcher(size);
    if (!range.matches()) {
      throw usage("Expected --size A..B, such as 256..640, but got " + size);
    }
    try {
      return SketchOptions.of(split, photos, seed + (split == Split.TRAIN ? 0 : 1))
          .withSides(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private void plant(Path target, PrintWriter err) {
    if (flaws == 0) {
      return;
    }
    List<Flaw> kinds = new ArrayList<>(Arrays.asList(Flaw.values()));
    kinds.removeIf(flaw -> noPhotos && flaw.needsPhotos());
    Collections.shuffle(kinds, new Random(seed));
    FlawPlanter planter = new FlawPlanter(target);
    for (Flaw flaw : kinds.subList(0, Math.min(flaws, kinds.size()))) {
      FlawPlanter.Planted planted = planter.plant(flaw);
      err.println(
          "Planted %s in %s %s".formatted(flaw.rule().code(), planted.file(), planted.item()));
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
