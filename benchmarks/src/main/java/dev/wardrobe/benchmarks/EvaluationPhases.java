package dev.wardrobe.benchmarks;

import dev.wardrobe.evaluation.DetectionOptions;
import dev.wardrobe.evaluation.DetectionReader;
import dev.wardrobe.evaluation.Detections;
import dev.wardrobe.evaluation.Evaluation;
import dev.wardrobe.evaluation.Task;
import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.groundtruth.GroundTruthOptions;
import dev.wardrobe.groundtruth.GroundTruthReader;
import dev.wardrobe.json.JsonReading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import tools.jackson.core.JsonParser;

/**
 * Splits the time of an evaluation into its steps: reading the bytes of both files, finding their
 * JSON tokens with Jackson (which we do not do: the alternative to our scanner), and what we do:
 * reading the ground truth, reading the results with their overlaps, matching and averaging. On one
 * thread, after a warm-up, the median of several runs.
 *
 * <p>Arguments: FOLDER with gt_coco.json and results_*.json, RUNS.
 */
public final class EvaluationPhases {
  private static final int WARM_UPS = 2;

  private final Path folder;
  private final int runs;
  private final byte[] buffer = new byte[1 << 20];

  private EvaluationPhases(Path folder, int runs) {
    this.folder = folder;
    this.runs = runs;
  }

  /** Runs the measurement. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    EvaluationPhases phases = new EvaluationPhases(Path.of(args[0]), Integer.parseInt(args[1]));
    for (Task task : Task.values()) {
      phases.measure(task);
    }
  }

  private void measure(Task task) {
    Path truthFile = folder.resolve("gt_coco.json");
    Path resultsFile = folder.resolve("results_" + task.cocoName() + ".json");
    System.out.println(task.label());
    double bytes = seconds("  bytes of both files", () -> bytes(truthFile) + bytes(resultsFile));
    seconds("  (their tokens, Jackson)", () -> tokens(truthFile) + tokens(resultsFile));
    GroundTruthOptions options =
        GroundTruthOptions.boxes()
            .withThreads(1)
            .withMasks(task == Task.SEGMENTATION)
            .withLandmarks(task == Task.LANDMARKS);
    double truth = seconds("  ground truth", () -> GroundTruthReader.read(truthFile, options));
    GroundTruth groundTruth = GroundTruthReader.read(truthFile, options).groundTruth();
    DetectionOptions one = DetectionOptions.defaults().withThreads(1);
    double results =
        seconds(
            "  results and overlaps",
            () -> DetectionReader.read(task, groundTruth, resultsFile, one));
    Detections detections = DetectionReader.read(task, groundTruth, resultsFile, one).detections();
    double scores =
        seconds("  matching, averaging", () -> Evaluation.of(task, groundTruth, detections));
    System.out.println(
        "  reading the bytes alone: %.0f %% of the three"
            .formatted(100 * bytes / (truth + results + scores)));
  }

  private double seconds(String what, Supplier<Object> work) {
    double[] times = new double[runs];
    for (int i = -WARM_UPS; i < runs; i++) {
      long start = System.nanoTime();
      if (work.get() instanceof Long none && none == Long.MIN_VALUE) {
        throw new IllegalStateException("Nothing done");
      }
      if (i >= 0) {
        times[i] = (System.nanoTime() - start) / 1e9;
      }
    }
    Arrays.sort(times);
    System.out.println("%-26s %6.2f s".formatted(what, times[runs / 2]));
    return times[runs / 2];
  }

  private long bytes(Path file) {
    long sum = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        sum += read + buffer[read - 1];
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sum;
  }

  private static long tokens(Path file) {
    long count = 0;
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = JsonReading.parser(in)) {
      while (parser.nextToken() != null) {
        count++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return count;
  }
}
