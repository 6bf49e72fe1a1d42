package dev.wardrobe.cli;

import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetOptions;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.ImageSizes;
import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.tensor.TensorDevice;
import dev.wardrobe.torch.training.RunFolder;
import dev.wardrobe.torch.training.Trainer;
import dev.wardrobe.torch.training.TrainingOptions;
import dev.wardrobe.torch.training.TrainingOutcome;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wardrobe train}: a Match R-CNN, trained on a data set. */
@Command(
    name = "train",
    description = {
      "Train a Match R-CNN: boxes, masks, landmarks, and which photos show the same item.",
      "Equal options and data give equal losses on one machine, also when resumed."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "The folder gets best.safetensors (the model), last.safetensors (to go on from),",
      "index.html (curves and scores), metrics.jsonl, metrics.csv and config.json.",
      "Ctrl-C finishes the step under way and saves; --resume goes on exactly there.",
      "",
      "Examples:",
      "  wardrobe train made-up --recipe tiny --out runs/first",
      "  wardrobe train made-up --recipe small --steps 2000 --out runs/short",
      "  wardrobe train made-up --resume --out runs/short",
      "  wardrobe train deepfashion2 --recipe paper --weights resnet50-0676ba61.pth --out runs/paper",
      "  wardrobe train deepfashion2 --recipe small --variant pose+class --out runs/pose",
      "  wardrobe train made-up --recipe tiny --set training.batchSize=4 --out runs/four",
      "",
      "Exit code: 0 trained, 1 trained without some photos or items, 2 usage or cannot be trained."
    })
final class TrainCommand implements Callable<Integer> {
  private static final long USUAL_SEED = 7;

  @Parameters(
      index = "0",
      paramLabel = "DATA",
      description = {
        "A data set with train, and validation to choose the best model by:",
        "folders or zips."
      })
  private Path data;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      required = true,
      description = "Gets all files of the training; new or empty, unless resumed.")
  private Path out = Path.of("");

  @Mixin private RecipeArguments recipe;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = {
        "Start from weights: a torchvision file (.pth) or a model of ours;",
        "those that fit by name and shape are taken."
      })
  private @Nullable Path weights;

  @Option(names = "--resume", description = "Go on with the training in FOLDER.")
  private boolean resume;

  @Option(names = "--seed", paramLabel = "N", description = "Of all random choices. Default: 7.")
  private @Nullable Long seed;

  @Option(
      names = "--validation-photos",
      paramLabel = "N",
      description = {"Validate on so many photos, spread evenly. Default: all."})
  private int validationPhotos;

  @Option(
      names = "--device",
      paramLabel = "NAME",
      description = "cpu, cuda, cuda:1 or auto. Default: ${DEFAULT-VALUE}.")
  private String device = "auto";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that compute. Default: all processors.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Threads that load photos. Default: half of the processors.")
  private int workers = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  @Option(names = "--quiet", description = "Print only the summary and what goes wrong.")
  private boolean quiet;

  @Mixin private PasswordArgument password;

  @Spec private CommandSpec spec;

  /** Created by picocli. */
  TrainCommand() {}

  @Override
  public Integer call() {
    requireRange("--threads", threads, 1, ReadingArguments.MOST_THREADS);
    requireRange("--workers", workers, 1, ReadingArguments.MOST_THREADS);
    requireRange("--validation-photos", validationPhotos, 0, Integer.MAX_VALUE);
    RunFolder folder = new RunFolder(out);
    NativeLibrary.start(threads);
    TrainingOptions options =
        new TrainingOptions(
            recipe.config(folder, resume),
            seed(folder),
            TensorDevice.of(device),
            workers,
            Optional.ofNullable(weights),
            resume,
            validationPhotos,
            Main.version());
    try (Dataset dataset =
        Dataset.open(data, new DatasetOptions(() -> password.ask(data), ImageSizes.NONE))) {
      DatasetSplit train = trainSplit(dataset);
      Optional<DatasetSplit> validation = validationSplit(dataset, train);
      return train(folder, options, train, validation);
    }
  }

  private int train(
      RunFolder folder,
      TrainingOptions options,
      DatasetSplit train,
      Optional<DatasetSplit> validation) {
    TrainingProgress progress = new TrainingProgress(err(), data, quiet);
    if (validation.isEmpty()) {
      progress.say(
          "There is no annotated split validation in %s: the newest model counts as the best"
              .formatted(data));
    }
    Trainer trainer = new Trainer(folder, options, progress, progress);
    Interruption interruption = Interruption.calls(trainer::stop);
    try {
      TrainingOutcome outcome = trainer.train(train, validation);
      progress.finish();
      summary(folder, outcome);
      return progress.exitCode();
    } finally {
      progress.finish();
      interruption.end();
    }
  }

  /** Lets a training end well when the process is asked to end. */
  private static final class Interruption {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Runnable stop) {
      hook =
          new Thread(() -> {
            stop.run();
            try {
              ended.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    }

    /** From now on, whoever ends the process waits for the training's end. */
    static Interruption calls(Runnable stop) {
      Interruption interruption = new Interruption(stop);
      Runtime.getRuntime().addShutdownHook(interruption.hook);
      return interruption;
    }

    void end() {
      ended.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        return; // the process is ending already
      }
    }
  }

  private long seed(RunFolder folder) {
    if (seed != null) {
      return seed;
    }
    return resume ? folder.seed().orElse(USUAL_SEED) : USUAL_SEED;
  }

  private static DatasetSplit trainSplit(Dataset dataset) {
    return dataset.splits().stream()
        .filter(split -> split.name().equals("train"))
        .findFirst()
        .orElseGet(() -> dataset.onlyAnnotatedSplit("training"));
  }

  private static Optional<DatasetSplit> validationSplit(Dataset dataset, DatasetSplit train) {
    return dataset.splits().stream()
        .filter(split -> split != train && split.name().equals("validation"))
        .filter(split -> split.annotated() && split.illustrated())
        .findFirst();
  }

  private void summary(RunFolder folder, TrainingOutcome outcome) {
    PrintWriter text = spec.commandLine().getOut();
    text.println(
        "%s %s: %s"
            .formatted(
                outcome.finished() ? "Trained for" : "Stopped after",
                Words.count(outcome.step(), "step"),
                folder.path()));
    String scores = TrainingProgress.scores(outcome.bestScores());
    if (!scores.isEmpty()) {
      text.println("  best model: after %,d steps, %s".formatted(outcome.bestStep(), scores));
    }
    text.println("  %s: the model".formatted(folder.modelName()));
    text.println("  %s: curves and scores".formatted(RunFolder.PAGE));
    text.println(
        outcome.finished()
            ? "Next: wardrobe predict %s PHOTOS --out results".formatted(folder.path())
            : "Go on: wardrobe train %s --resume --out %s".formatted(data, folder.path()));
    text.flush();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private void requireRange(String option, int found, int least, int most) {
    if (found < least || found > most) {
      throw new ParameterException(
          spec.commandLine(),
          most == Integer.MAX_VALUE
              ? "Expected %s %d or more, but got %d".formatted(option, least, found)
              : "Expected %s %d to %d, but got %d".formatted(option, least, most, found));
    }
  }
}
