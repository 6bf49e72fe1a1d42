package dev.wardrobe.torch.training;

import dev.wardrobe.evaluation.DetectionOptions;
import dev.wardrobe.evaluation.DetectionReader;
import dev.wardrobe.evaluation.Detections;
import dev.wardrobe.evaluation.Evaluation;
import dev.wardrobe.evaluation.ItemSelection;
import dev.wardrobe.evaluation.Summary;
import dev.wardrobe.evaluation.Task;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.files.Rule;
import dev.wardrobe.groundtruth.FolderGroundTruth;
import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.groundtruth.GroundTruthOptions;
import dev.wardrobe.model.config.Streams;
import dev.wardrobe.model.prediction.PendingPhoto;
import dev.wardrobe.model.prediction.PendingPhotos;
import dev.wardrobe.model.prediction.PhotoOutcome;
import dev.wardrobe.model.prediction.PredictionOptions;
import dev.wardrobe.model.prediction.Predictor;
import dev.wardrobe.predictions.PredictedPhoto;
import dev.wardrobe.predictions.ResultFiles;
import dev.wardrobe.predictions.ResultKind;
import dev.wardrobe.results.BadResults;
import dev.wardrobe.results.LandmarkForm;
import dev.wardrobe.torch.prediction.TorchEngine;
import dev.wardrobe.torch.rcnn.MatchRcnn;
import dev.wardrobe.torch.tensor.TensorDevice;
import java.io.Serial;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Validates on photos of a split as {@code wardrobe predict} and {@code wardrobe evaluate} would:
 * the model looks at the photos, the official result files are written, and these are scored.
 * Without categories all items count as one kind, and landmarks are not scored.
 */
final class SplitValidation implements Validation {
  private final DatasetSplit split;
  private final GroundTruth groundTruth;
  private final List<PendingPhoto> photos;
  private final BitSet chosen = new BitSet();
  private final Predictor predictor;
  private final Streams streams;
  private final Path folder;
  private final PredictionOptions options;
  private final Consumer<Finding> findings;
  private final BitSet broken = new BitSet();

  /** A stop was asked for. */
  private static final class Stopped extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;
  }

  private SplitValidation(
      DatasetSplit split,
      GroundTruth groundTruth,
      List<PendingPhoto> photos,
      MatchRcnn model,
      TensorDevice device,
      Path folder,
      PredictionOptions options,
      Consumer<Finding> findings) {
    this.split = split;
    this.findings = findings;
    this.streams = model.config().streams();
    this.groundTruth = streams.category() ? groundTruth : OneKind.of(groundTruth);
    this.photos = photos;
    this.predictor = Predictor.of(new TorchEngine(model, device));
    this.folder = folder;
    this.options = options;
    photos.forEach(photo -> chosen.set(groundTruth.imageIndex(photo.imageId())));
  }

  /**
   * Reads the ground truth.
   *
   * @param model what is validated; remains the caller's
   * @param findings gets what is wrong with annotations and photos
   * @throws DatasetException if there is nothing to validate on
   */
  static Validation open(
      DatasetSplit split,
      MatchRcnn model,
      RunFolder folder,
      TrainingOptions options,
      ReadOptions reading,
      Consumer<Finding> findings) {
    Streams streams = model.config().streams();
    GroundTruth groundTruth =
        FolderGroundTruth.read(
                split,
                GroundTruthOptions.boxes()
                    .withMasks(streams.mask())
                    .withLandmarks(streams.landmark())
                    .withThreads(reading.threads())
                    .withProgress(done -> reading.progress().accept((int) done)),
                findings)
            .groundTruth();
    List<PendingPhoto> known =
        PendingPhotos.of(split, reading).stream()
            .filter(photo -> groundTruth.imageIndex(photo.imageId()) >= 0)
            .toList();
    if (known.isEmpty()) {
      throw new DatasetException(
          "Nothing to validate on in %s: none of its photos has a usable annotation"
              .formatted(split.name()));
    }
    int batch = options.config().training().batchSize() / options.config().training().accumulate();
    return new SplitValidation(
        split,
        groundTruth,
        spread(known, options.validationPhotos()),
        model,
        options.device(),
        folder.validation(),
        new PredictionOptions(batch, options.workers()),
        findings);
  }

  /** So many of them, as evenly spread as can be; all if that is 0. */
  static <T> List<T> spread(List<T> all, int most) {
    return most == 0 || most >= all.size()
        ? all
        : IntStream.range(0, most)
            .mapToObj(i -> all.get((int) ((long) i * all.size() / most)))
            .toList();
  }

  @Override
  public int photos() {
    return photos.size();
  }

  @Override
  public Optional<Map<String, Double>> score(ScoreProgress progress, BooleanSupplier stopping) {
    Map<Task, ResultKind> tasks = tasks();
    try {
      ResultFiles.write(
          folder,
          Set.copyOf(tasks.values()),
          LandmarkForm.COMPACT,
          files -> predict(files, progress, stopping));
    } catch (Stopped e) {
      return Optional.empty();
    }
    Map<String, Double> scores = new LinkedHashMap<>();
    tasks.forEach((task, kind) -> {
      Summary summary = evaluate(task, folder.resolve(kind.fileName()));
      for (String stat : List.of("AP", "AP50", "AP75")) {
        scores.put(word(task) + "_" + stat, summary.get(stat));
      }
    });
    Map<String, Double> all = new LinkedHashMap<>();
    all.put("photos", (double) photos.size());
    all.put(SCORE, mean(scores));
    all.putAll(scores);
    return Optional.of(all);
  }

  private Map<Task, ResultKind> tasks() {
    Map<Task, ResultKind> tasks = new EnumMap<>(Task.class);
    tasks.put(Task.DETECTION, ResultKind.BOXES);
    if (streams.mask()) {
      tasks.put(Task.SEGMENTATION, ResultKind.MASKS);
    }
    if (streams.landmark() && streams.category()) {
      tasks.put(Task.LANDMARKS, ResultKind.LANDMARKS);
    }
    return tasks;
  }

  private static String word(Task task) {
    return switch (task) {
      case DETECTION -> "box";
      case SEGMENTATION -> "mask";
      case LANDMARKS -> "landmark";
    };
  }

  private void predict(ResultFiles files, ScoreProgress progress, BooleanSupplier stopping) {
    int[] done = new int[1];
    predictor.predict(
        photos,
        options,
        outcome -> {
          if (stopping.getAsBoolean()) {
            throw new Stopped();
          }
          if (outcome instanceof PhotoOutcome.Found(var photo, PredictedPhoto found)) {
            files.add(streams.category() ? found : OneKind.of(found));
          } else if (outcome instanceof PhotoOutcome.Skipped(var photo, String problem)) {
            tellBroken(photo.imageId(), problem);
          }
          progress.done(++done[0], photos.size());
        });
  }

  /** Nothing is found on it, each time; that is told once. */
  private void tellBroken(int imageId, String problem) {
    if (!broken.get(imageId)) {
      broken.set(imageId);
      findings.accept(
          Finding.ofFile(
              Rule.IMAGE_DECODE, split.imageName(imageId), problem, "a photo that decodes"));
    }
  }

  private Summary evaluate(Task task, Path file) {
    Detections detections =
        DetectionReader.read(
                task,
                groundTruth,
                file,
                DetectionOptions.defaults()
                    .withBad(BadResults.SKIP) // an untrained model may find nothing
                    .withThreads(options.threads()))
            .detections();
    return Evaluation.of(task, groundTruth, detections, ItemSelection.ALL.withPhotos(chosen::get))
        .summary();
  }

  /** The mean of the APs; 0 if there is none, because nothing was to be found. */
  private static double mean(Map<String, Double> scores) {
    return scores.entrySet().stream()
        .filter(score -> score.getKey().endsWith("_AP") && score.getValue() >= 0)
        .mapToDouble(Map.Entry::getValue)
        .average()
        .orElse(0);
  }
}
