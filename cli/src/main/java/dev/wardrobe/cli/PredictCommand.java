package dev.wardrobe.cli;

import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.detector.DetectorEngine;
import dev.wardrobe.model.prediction.OnnxEngine;
import dev.wardrobe.model.prediction.PredictionOptions;
import dev.wardrobe.model.prediction.Predictor;
import dev.wardrobe.model.weights.ModelFile;
import dev.wardrobe.predictions.ResultKind;
import dev.wardrobe.results.LandmarkForm;
import dev.wardrobe.torch.prediction.TorchEngine;
import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.tensor.TensorDevice;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wardrobe predict}: what a trained model finds on photos. */
@Command(
    name = "predict",
    description = {
      "Find garments on photos with a trained model: boxes, masks, landmarks, and the",
      "shops' items that look like a consumer's. Writes the official result files."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  wardrobe predict pretrained holiday-photos --out found --draw",
      "  wardrobe predict runs/first deepfashion2/validation --out results",
      "  wardrobe predict best.safetensors one.jpg two.jpg --out found --draw --quiet",
      "  wardrobe predict runs/first deepfashion2/validation.zip --out results \\",
      "      --tasks boxes,landmarks --landmarks compact",
      "",
      "A photo that cannot be read is named, skipped and listed in photos.csv.",
      "Exit code: 0 all photos, 1 some were skipped (and said), 2 usage or cannot be written."
    })
final class PredictCommand implements Callable<Integer> {
  /** The choices as the command line spells them. */
  enum FormChoice {
    official(LandmarkForm.OFFICIAL),
    compact(LandmarkForm.COMPACT);

    private final LandmarkForm form;

    FormChoice(LandmarkForm form) {
      this.form = form;
    }
  }

  /** What computes, as the command line spells it. */
  enum EngineChoice {
    onnx,
    torch
  }

  /** The sides of retrieval as the command line spells them. */
  enum Side {
    queries(Source.USER),
    gallery(Source.SHOP);

    private final Source source;

    Side(Source source) {
      this.source = source;
    }
  }

  private static final int MOST_TOGETHER = 256;
  private static final int MOST_PICTURES = 100_000;
  private static final int USUAL_PICTURES = 100;

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = {
        "pretrained, the model that comes with Wardrobe (docs/model-card.md); a run's",
        "folder, of which the best model is taken; a .safetensors file; an .onnx file",
        "that wardrobe export has written; or the .json description of a detector",
        "from elsewhere (docs/detectors.md)."
      })
  private Path model;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "PHOTOS|DATA",
      description = {
        "Photos (JPEG, PNG, WebP) and folders with photos, also in folders inside;",
        "or one split of the data set, a folder or a zip, such as deepfashion2/test."
      })
  private List<Path> paths = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Gets the results; files of the same names are replaced.")
  private Path out = Path.of("");

  @Option(
      names = "--tasks",
      split = ",",
      paramLabel = "TASKS",
      description = {
        "Of boxes, masks, landmarks, retrieval, with commas between.",
        "Default: all that the model and the photos allow."
      })
  private @Nullable List<ResultKind> tasks;

  @Option(
      names = "--draw",
      arity = "0..1",
      fallbackValue = "0",
      paramLabel = "N",
      description = {
        "Draw what was found on N photos, evenly spread, and a page to see them.",
        "Without N: on all, or on 100 if there are more."
      })
  private @Nullable Integer draw;

  @Option(
      names = "--score",
      paramLabel = "S",
      description = "Drop what is found with a lower score. Default: ${DEFAULT-VALUE}.")
  private double score = .05;

  @Option(
      names = "--landmarks",
      paramLabel = "FORM",
      description = {
        "official (all 294 a record, the default) or compact",
        "(the category's own, a fifth of the bytes)."
      })
  private FormChoice landmarks = FormChoice.official;

  @Option(
      names = "--annotated",
      split = ",",
      paramLabel = "SIDES",
      description = {
        "Retrieval with annotated boxes rather than found ones, of queries,",
        "gallery or both: queries,gallery."
      })
  private List<Side> annotated = List.of();

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description =
          "onnx (ONNX Runtime, on a processor) or torch. Default: torch on a GPU, else onnx.")
  private @Nullable EngineChoice engine;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "auto (a GPU where there is one), cpu, cuda, cuda:1. Default: auto.")
  private String device = "auto";

  @Option(
      names = "--batch",
      paramLabel = "N",
      description =
          "Photos looked at together. Default: 8; 2 for large inputs with torch on a cpu.")
  private @Nullable Integer batch;

  @Option(names = "--quiet", description = "Print problems only.")
  private boolean quiet;

  @Mixin private ReadingArguments reading;
  @Spec private CommandSpec spec;

  /** Created by picocli. */
  PredictCommand() {}

  @Override
  public Integer call() {
    check();
    try (Predictor predictor = predictor();
        PhotoArguments photos = PhotoArguments.open(paths, reading, out)) {
      Set<ResultKind> kinds = kinds(predictor, photos);
      PredictionRun run =
          new PredictionRun(predictor, photos, out, kinds, landmarks.form, progressTo());
      PredictionOptions options =
          new PredictionOptions(
              batch == null ? predictor.usualBatch() : batch, reading.threads(), sources(kinds));
      run.run(options, pictures(photos.photos().size()));
      run.reportSkipped(spec.commandLine().getErr());
      if (!quiet) {
        run.summary().forEach(spec.commandLine().getOut()::println);
      }
      return run.skipped() > 0 ? Main.FINDINGS : Main.OK;
    }
  }

  /** Before the native code is loaded, which takes a second. */
  private void check() {
    if (score < 0 || score > 1 || Double.isNaN(score)) {
      throw usage("Expected --score 0 to 1, but got " + score);
    }
    if (batch != null && (batch < 1 || batch > MOST_TOGETHER)) {
      throw usage("Expected --batch 1 to %d, but got %d".formatted(MOST_TOGETHER, batch));
    }
    if (draw != null && (draw < 0 || draw > MOST_PICTURES)) {
      throw usage("Expected --draw 1 to %,d, but got %d".formatted(MOST_PICTURES, draw));
    }
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new DatasetException("--out: %s is a file; name a folder".formatted(out));
    }
    if (!ModelFile.exists(model)) {
      throw new DatasetException(
          "There is no model %s: expected pretrained, a run's folder, a .safetensors, .onnx or .json file"
              .formatted(model));
    }
    reading.threads();
  }

  /** PyTorch's native code is ten times that of ONNX Runtime: it is loaded only where needed. */
  private Predictor predictor() {
    boolean graph = model.toString().endsWith(".onnx") || model.toString().endsWith(".json");
    boolean gpu = device.equals("auto") && !graph && NativeLibrary.isBuiltForGpus();
    boolean torch =
        engine == EngineChoice.torch || device.startsWith("cuda") || (engine == null && gpu);
    if (!torch) {
      if (!device.equals("cpu") && !device.equals("auto")) {
        throw usage(
            "Unknown device %s: expected cpu, cuda, cuda:1 and so on, or auto".formatted(device));
      }
      return model.toString().endsWith(".json")
          ? DetectorEngine.predictor(model, reading.threads(), score)
          : OnnxEngine.predictor(model, reading.threads(), score);
    }
    if (engine == EngineChoice.onnx) {
      throw usage("--engine onnx computes on the processor; leave --device " + device + " out");
    }
    if (graph) {
      throw usage(
          "PyTorch takes a run's folder or a .safetensors file, not %s; leave --engine and --device out"
              .formatted(model));
    }
    NativeLibrary.start(reading.threads());
    TensorDevice on = TensorDevice.of(device);
    if (engine == null && on.equals(TensorDevice.CPU)) {
      return OnnxEngine.predictor(model, reading.threads(), score);
    }
    return TorchEngine.predictor(model, on, score);
  }

  private Set<ResultKind> kinds(Predictor predictor, PhotoArguments photos) {
    PredictionTasks possible =
        new PredictionTasks(
            predictor.streams(), photos.annotated(), annotated.contains(Side.queries));
    if (tasks == null) {
      return possible.possible();
    }
    Set<ResultKind> asked = EnumSet.noneOf(ResultKind.class);
    asked.addAll(tasks);
    List<String> problems = possible.problems(asked);
    if (!problems.isEmpty()) {
      throw usage("--tasks: " + String.join("; ", problems));
    }
    return asked;
  }

  /** On whose photos annotated boxes are looked at. */
  private Set<Source> sources(Set<ResultKind> kinds) {
    if (!annotated.isEmpty() && !kinds.contains(ResultKind.RETRIEVAL)) {
      throw usage("--annotated is about retrieval, which is none of the tasks here");
    }
    return annotated.stream().map(side -> side.source).collect(Collectors.toUnmodifiableSet());
  }

  /** How many pictures are drawn. */
  private int pictures(int photos) {
    if (draw == null) {
      return 0;
    }
    return Math.min(photos, draw == 0 ? USUAL_PICTURES : draw);
  }

  private PrintWriter progressTo() {
    return quiet ? new PrintWriter(new StringWriter()) : spec.commandLine().getErr();
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
