package dev.wardrobe.torch.training;

import dev.wardrobe.files.AnnotationDigest;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.IoReason;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.model.config.BackboneConfig.Norm;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.TrainingConfig;
import dev.wardrobe.model.data.BatchLoader;
import dev.wardrobe.model.data.BatchPlan;
import dev.wardrobe.model.data.PhotoIndex;
import dev.wardrobe.model.weights.ModelFile;
import dev.wardrobe.torch.weights.LayerWeights;
import dev.wardrobe.torch.weights.LoadReport;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bytedeco.pytorch.Tensor;

/**
 * Trains a Match R-CNN on a split, with all that belongs to it: batches, validations, checkpoints,
 * metrics, a page. {@link dev.wardrobe.torch.tensor.NativeLibrary#start} comes first.
 *
 * <p>With the same options, data, number of native threads and libraries, on the same processor,
 * the losses are the same to the last bit, also when the training was broken off and resumed, at
 * whatever step: what is later than its last checkpoint is computed again. On a GPU they are not,
 * because some of PyTorch's sums are not made in a fixed order there.
 */
public final class Trainer {
  /** What the names of the backbone's ResNet begin with. */
  private static final String BODY = "backbone.body.";

  private final RunFolder folder;
  private final TrainingOptions options;
  private final Consumer<Finding> findings;
  private final TrainingListener listener;
  private volatile boolean stopping;

  /**
   * A training, not begun yet.
   *
   * @param findings gets what is wrong with photos and annotations
   */
  public Trainer(
      RunFolder folder,
      TrainingOptions options,
      Consumer<Finding> findings,
      TrainingListener listener) {
    this.folder = folder;
    this.options = options;
    this.findings = findings;
    this.listener = listener;
  }

  /**
   * Asks the training to stop after the step under way; a checkpoint is written. Any thread may.
   */
  public void stop() {
    stopping = true;
  }

  /**
   * Trains until all steps are taken or until asked to stop.
   *
   * @param train to train on
   * @param validation to score the model on; without one, the newest model counts as the best
   * @throws DatasetException if the data, the folder or the options do not allow it, or a loss is
   *     no number any more
   */
  public TrainingOutcome train(DatasetSplit train, Optional<DatasetSplit> validation) {
    requireSense();
    try (FileChannel lock = folder.lock()) {
      requireFree(); // another training may have been faster
      folder.deleteUnfinished();
      return locked(train, validation);
    } catch (IOException e) {
      throw new DatasetException(
          "Cannot write to %s: %s".formatted(folder.path(), IoReason.of(e)), e);
    }
  }

  private void requireSense() {
    TrainingConfig training = config().training();
    boolean odd = training.batchSize() / training.accumulate() % 2 != 0;
    if (config().streams().match() && odd) {
      throw new DatasetException(
          "A match head is trained on pairs of photos: found training.batchSize %d in training.accumulate %d parts, expected an even number of photos in each, such as --set training.batchSize=%d"
              .formatted(
                  training.batchSize(),
                  training.accumulate(),
                  training.batchSize() + training.accumulate()));
    }
    requireFree();
    if (!options.resume()
        && config().backbone().norm() == Norm.FROZEN_BATCH
        && options.weights().isEmpty()) {
      throw new DatasetException(
          "The recipe %s starts from weights, because its batch norms are never trained: give torchvision's ResNet-50 for ImageNet with --weights resnet50-0676ba61.pth, or train from scratch with --set backbone.norm=GROUP --set backbone.frozenStages=0"
              .formatted(config().name()));
    }
  }

  private void requireFree() {
    if (options.resume() || folder.isFree()) {
      return;
    }
    throw new DatasetException(
        folder.resumable()
            ? "There are files in %s: give another folder, or --resume to go on with the training in it"
                .formatted(folder.path())
            : "There are files in %s, and no training that can be gone on with: give another folder, or delete this one"
                .formatted(folder.path()));
  }

  private Config config() {
    return options.config();
  }

  private TrainingOutcome locked(DatasetSplit train, Optional<DatasetSplit> validation) {
    ReadOptions reading = reading(train);
    PhotoIndex photos = PhotoIndex.forTraining(train, reading, false, findings);
    AnnotationDigest digest = photos.annotationDigest(reading);
    ForwardPrecision precision =
        ForwardPrecision.of(config().training().precision(), options.device());
    Map<String, Object> provenance = Provenance.of(options, precision, photos, digest);
    try (Networks networks = Networks.of(config(), options.seed(), options.device());
        Optimizer optimizer = Optimizer.of(config().training(), networks.trained().parameters())) {
      Checkpoint checkpoint = new Checkpoint(folder, networks, optimizer);
      Progress progress = begin(networks, checkpoint, digest, provenance);
      return session(
          new Training(networks, optimizer, checkpoint, precision, photos),
          validation,
          provenance,
          progress);
    }
  }

  private ReadOptions reading(DatasetSplit split) {
    return ReadOptions.defaults()
        .withThreads(options.workers())
        .withProgress(done -> listener.reading(split.name(), done, split.photoCount()));
  }

  /** What is trained, and on what. */
  private record Training(
      Networks networks,
      Optimizer optimizer,
      Checkpoint checkpoint,
      ForwardPrecision precision,
      PhotoIndex photos) {}

  /** Sets the weights: fresh, from a file, or those of the checkpoint. */
  private Progress begin(
      Networks networks,
      Checkpoint checkpoint,
      AnnotationDigest digest,
      Map<String, Object> provenance) {
    if (options.resume()) {
      try (ModelFile file = folder.open()) {
        Resumption.check(file, options, digest.sha256());
        provenance.putAll(Resumption.inherited(file));
        checkpoint.load(file);
        return Progress.of(file.provenance());
      }
    }
    options.weights().ifPresent(file -> loadPretrained(networks, file));
    networks.following().ifPresent(MovingAverage::begin);
    return Progress.NONE;
  }

  private void loadPretrained(Networks networks, Path file) {
    LoadReport report = LayerWeights.loadPretrained(networks.trained(), file);
    String gaps = report.gaps(BODY);
    if (config().backbone().norm() == Norm.FROZEN_BATCH && !gaps.isEmpty()) {
      throw new DatasetException(
          "The weights in %s do not fit the backbone, whose batch norms are never trained: %s; give those of a ResNet of %s blocks %s"
              .formatted(file, gaps, config().backbone().block(), config().backbone().blocks()));
    }
    folder.write(RunFolder.WEIGHTS, report.inFull());
    listener.loaded(
        "%s; all names: %s".formatted(report, folder.path().resolve(RunFolder.WEIGHTS)));
  }

  private TrainingOutcome session(
      Training parts,
      Optional<DatasetSplit> validationSplit,
      Map<String, Object> provenance,
      Progress progress) {
    Optional<Validation> validation =
        validationSplit.map(split ->
            SplitValidation.open(
                split, parts.networks.model(), folder, options, reading(split), findings));
    BatchPlan batches = batches(parts.photos);
    TrainingPlan plan =
        plan(parts, batches, progress, validation.map(Validation::photos).orElse(0));
    folder.write(RunFolder.CONFIG, RunFolder.indented(config()));
    try (Metrics metrics = Metrics.open(folder.path(), progress.step());
        BatchParts batchParts = BatchParts.of(config().training(), options.device());
        BatchLoader loader =
            BatchLoader.forTraining(
                batches,
                config().input(),
                options.seed(),
                (long) progress.step() * config().training().accumulate(),
                options.workers(),
                findings)) {
      TrainingSession.Parts session =
          new TrainingSession.Parts(
              plan,
              loader::next,
              step(parts, plan.steps(), batchParts),
              parts.networks.following(),
              parts.checkpoint,
              validation,
              metrics);
      return new TrainingSession(
              config(), folder, session, provenance, progress, listener, () -> stopping)
          .run();
    }
  }

  private TrainingPlan plan(
      Training parts, BatchPlan batches, Progress progress, int validationPhotos) {
    TrainingConfig training = config().training();
    double stepsPerEpoch = batches.batchesPerEpoch() / (double) training.accumulate();
    int steps =
        training.steps() > 0
            ? training.steps()
            : (int) Math.max(1, Math.round(training.epochs() * stepsPerEpoch));
    return new TrainingPlan(
        progress.step(),
        steps,
        parts.photos.size(),
        stepsPerEpoch,
        validationPhotos,
        parts.networks.trained().trainable().values().stream().mapToLong(Tensor::numel).sum(),
        parts.precision.toString(),
        batches.coupled());
  }

  private TrainingStep step(Training parts, int steps, BatchParts batchParts) {
    return new TrainingStep(
        parts.networks.trained()::losses,
        parts.optimizer,
        new LearningRate(config().training(), steps),
        parts.precision,
        options.seed(),
        batchParts);
  }

  private BatchPlan batches(PhotoIndex photos) {
    int size = config().training().batchSize() / config().training().accumulate();
    BatchPlan plan =
        config().streams().match()
            ? BatchPlan.coupled(photos, size, options.seed())
            : BatchPlan.shuffled(photos, size, options.seed());
    return plan.repeating(config().training().repeatThreshold());
  }
}
