package dev.wardrobe.torch.training;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.TrainingConfig;
import dev.wardrobe.model.data.Batch;
import dev.wardrobe.model.natives.NativeErrors;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The loop: steps, validations and checkpoints, each when it is due, until all steps are taken or a
 * stop is asked for.
 */
final class TrainingSession {
  private final Config config;
  private final RunFolder folder;
  private final Parts parts;
  private final Map<String, Object> provenance;
  private final TrainingListener listener;
  private final BooleanSupplier stopping;
  private final long start = System.nanoTime();
  private final double secondsBefore;
  private Progress progress;

  /**
   * What a session works with.
   *
   * @param plan what is to be done
   * @param batches gives the parts of the batches from the first step on
   * @param step takes a step
   * @param average follows the weights after each step
   * @param checkpoint writes the state
   * @param validation scores the model; empty if there is nothing to validate on
   * @param metrics gets all numbers
   */
  record Parts(
      TrainingPlan plan,
      Supplier<Batch> batches,
      TrainingStep step,
      Optional<MovingAverage> average,
      Checkpoint checkpoint,
      Optional<Validation> validation,
      Metrics metrics) {}

  TrainingSession(
      Config config,
      RunFolder folder,
      Parts parts,
      Map<String, Object> provenance,
      Progress progress,
      TrainingListener listener,
      BooleanSupplier stopping) {
    this.config = config;
    this.folder = folder;
    this.parts = parts;
    this.provenance = provenance;
    this.progress = progress;
    this.secondsBefore = progress.seconds();
    this.listener = listener;
    this.stopping = stopping;
  }

  private TrainingConfig training() {
    return config.training();
  }

  /** Goes on until the end or until asked to stop. */
  TrainingOutcome run() {
    listener.started(parts.plan);
    writePage("running", true);
    if (validationIsDue() && !isValidated()) {
      validate(); // a stop came in between
    }
    while (progress.step() < parts.plan.steps() && !stopping.getAsBoolean()) {
      step();
      if (validationIsDue() && !stopping.getAsBoolean()) {
        validate();
      }
      if (progress.step() % training().checkpointEvery() == 0
          && progress.step() < parts.plan.steps()) {
        checkpoint();
      }
    }
    checkpoint();
    boolean finished = progress.step() >= parts.plan.steps();
    writePage(finished ? "finished" : "stopped, can go on with --resume", false);
    return new TrainingOutcome(progress.step(), finished, progress.bestStep(), bestScores());
  }

  private void step() {
    long before = System.nanoTime();
    int number = progress.step() + 1;
    TrainingStep.Result result = taken(number);
    parts.average.ifPresent(average -> average.update(progress.step()));
    progress = progress.at(number, elapsed());
    Map<String, Double> values = new LinkedHashMap<>();
    values.put(MetricsTable.STEP, (double) number);
    values.put("epoch", rounded(number / parts.plan.stepsPerEpoch()));
    values.putAll(result.values());
    double seconds = (System.nanoTime() - before) / 1e9;
    values.put("images_per_second", rounded(result.images() / seconds));
    values.put("seconds", rounded(progress.seconds()));
    parts.metrics.add(Metrics.Phase.TRAIN, values);
    listener.stepped(number, values);
  }

  private TrainingStep.Result taken(int number) {
    try {
      return parts.step.run(number - 1, parts.batches);
    } catch (DivergedException e) {
      writePage("failed at step %,d: %s".formatted(number, e.getMessage()), false);
      throw new DatasetException(
          "Training failed at step %d: %s; %s; begin anew with a lower training.learningRate, a longer training.warmupSteps or a lower training.clipNorm"
              .formatted(number, e.getMessage(), checkpointInWords()),
          e);
    } catch (DatasetException e) {
      throw e;
    } catch (RuntimeException e) {
      if (NativeErrors.isOutOfMemory(e)) {
        throw new DatasetException(
            "Not enough memory on the device at step %d for %d photos at once: begin anew with --set training.accumulate=%d, which computes the batch in smaller parts, or with a smaller training.batchSize or input.shortSide"
                .formatted(
                    number,
                    training().batchSize() / training().accumulate(),
                    nextDivisor(training())),
            e);
      }
      throw new IllegalStateException(
          "Step %d: %s".formatted(number, NativeErrors.firstLine(e)), e);
    }
  }

  /** The next larger number of equal parts of a batch. */
  private static int nextDivisor(TrainingConfig training) {
    int parts = training.accumulate() + 1;
    while (parts < training.batchSize() && training.batchSize() % parts != 0) {
      parts++;
    }
    return Math.min(parts, training.batchSize());
  }

  private String checkpointInWords() {
    return folder.resumable()
        ? "%s holds the last checkpoint".formatted(folder.last())
        : "there is no checkpoint yet";
  }

  private boolean validationIsDue() {
    int step = progress.step();
    double every =
        training().validateEvery() > 0 ? training().validateEvery() : parts.plan.stepsPerEpoch();
    return parts.validation.isPresent()
        && step > 0
        && (step == parts.plan.steps()
            || Math.floor(step / every) > Math.floor((step - 1) / every));
  }

  private boolean isValidated() {
    MetricsTable table = parts.metrics.table(Metrics.Phase.VALIDATION);
    return table.size() > 0
        && (int) table.get(table.size() - 1, MetricsTable.STEP) == progress.step();
  }

  private void validate() {
    long before = System.nanoTime();
    Optional<Map<String, Double>> scores =
        parts.validation.orElseThrow().score(listener::validating, stopping);
    if (scores.isEmpty()) {
      return; // asked to stop
    }
    Map<String, Double> values = new LinkedHashMap<>();
    values.put(MetricsTable.STEP, (double) progress.step());
    values.putAll(scores.get());
    values.put("seconds", rounded((System.nanoTime() - before) / 1e9));
    parts.metrics.add(Metrics.Phase.VALIDATION, values);
    double score = values.getOrDefault(Validation.SCORE, 0.0);
    boolean best = score >= progress.bestScore(); // of equals, the newer was trained longer
    if (best) {
      progress = progress.withBest(score);
      saved(() -> parts.checkpoint.writeBest(config, facts()));
    }
    listener.validated(progress.step(), values, best);
    writePage("running", true);
  }

  private void checkpoint() {
    progress = progress.at(progress.step(), elapsed());
    saved(() -> {
      if (parts.validation.isEmpty()) {
        parts.checkpoint.writeBest(config, facts()); // the newest counts as the best
      }
      parts.checkpoint.writeLast(config, facts());
    });
    parts.metrics.writeTables();
    writePage("running", true);
  }

  private void saved(Runnable write) {
    try {
      write.run();
    } catch (DatasetException e) {
      throw new DatasetException(
          "%s; %s; mend that, then %s"
              .formatted(
                  e.getMessage(),
                  checkpointInWords(),
                  folder.resumable() ? "go on with --resume" : "begin anew in another folder"),
          e);
    }
  }

  private Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>(provenance);
    progress.addTo(facts);
    return facts;
  }

  private Map<String, Double> bestScores() {
    MetricsTable table = parts.metrics.table(Metrics.Phase.VALIDATION);
    for (int row = table.size() - 1; row >= 0; row--) {
      if ((int) table.get(row, MetricsTable.STEP) == progress.bestStep()) {
        return table.row(row);
      }
    }
    return Map.of();
  }

  private void writePage(String status, boolean running) {
    RunPage.RunState state =
        new RunPage.RunState(
            folder.name(),
            status,
            running,
            parts.plan.steps(),
            progress.bestStep(),
            provenance,
            RunFolder.indented(config));
    folder.write(
        RunFolder.PAGE,
        RunPage.of(
            state,
            parts.metrics.table(Metrics.Phase.TRAIN),
            parts.metrics.table(Metrics.Phase.VALIDATION)));
  }

  private double elapsed() {
    return secondsBefore + (System.nanoTime() - start) / 1e9;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
