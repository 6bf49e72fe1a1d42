package dev.wardrobe.benchmarks;

import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.Streams;
import dev.wardrobe.model.config.TrainingConfig.Precision;
import dev.wardrobe.model.data.Batch;
import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.tensor.TensorDevice;
import dev.wardrobe.torch.training.BatchTrainer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * Times training steps on one made-up batch: everything that a step of {@code wardrobe train} does,
 * without reading photos. benchmarks/python/maskrcnn.py step does the same with torchvision, and
 * prints the same lines.
 *
 * <p>Arguments: CONFIG.json HEADS PRECISION THREADS PARTS WARMUP STEPS. HEADS is "config" or "all".
 * PRECISION is FLOAT32, BFLOAT16 or AUTO. A batch is computed in PARTS parts (training.accumulate),
 * as many at once as there are threads.
 */
public final class TrainingSteps {
  private static final int ARGUMENTS = 7;

  private TrainingSteps() {}

  /** Runs the measurement. */
  public static void main(String[] args) throws IOException {
    Locale.setDefault(Locale.ROOT);
    if (args.length != ARGUMENTS) {
      System.err.println(
          "Expected: CONFIG.json config|all FLOAT32|BFLOAT16|AUTO THREADS PARTS WARMUP STEPS");
      System.exit(2);
    }
    Config config = ConfigFile.read(args[0]);
    if (args[1].equals("all")) {
      config = config.withStreams(Streams.ALL);
    }
    config = config.with("training.precision", args[2]).with("training.accumulate", args[4]);
    NativeLibrary.start(Integer.parseInt(args[3]));
    List<Batch> parts = MadeUpBatch.parts(config);
    List<ProcessClock> steps =
        steps(config, parts, Integer.parseInt(args[5]), Integer.parseInt(args[6]));
    print("wall", steps.stream().map(ProcessClock::wall).toList(), config);
    print("CPU", steps.stream().map(ProcessClock::cpu).toList(), config);
    printOperations(config, parts.getFirst(), steps);
  }

  /** What each step took, the first ones left out. */
  private static List<ProcessClock> steps(Config config, List<Batch> parts, int warmup, int count) {
    List<ProcessClock> steps = new ArrayList<>();
    try (BatchTrainer trainer = new BatchTrainer(config, 0, TensorDevice.CPU, warmup + count)) {
      for (int i = -warmup; i < count; i++) {
        Iterator<Batch> each = parts.iterator();
        ProcessClock before = ProcessClock.now();
        trainer.step(each::next);
        if (i >= 0) {
          steps.add(ProcessClock.now().since(before));
        }
      }
    }
    return steps;
  }

  private static void print(String name, List<Double> seconds, Config config) {
    Spread ms = Spread.of(seconds.stream().map(s -> 1000 * s).toList());
    System.out.println(
        "%-4s  median %8.1f ms a step  least %8.1f ms  %8.1f ms a photo"
            .formatted(name, ms.median(), ms.least(), ms.median() / config.training().batchSize()));
  }

  /** How far from what the processor can do the steps are. */
  private static void printOperations(Config config, Batch part, List<ProcessClock> steps) {
    StepFlops flops = new StepFlops(config, part.height(), part.width());
    int photos = config.training().batchSize();
    int most = config.roi().maskBatchPerImage();
    double few = photos * flops.perPhoto(Math.min(MadeUpBatch.ITEMS, most));
    double many = photos * flops.perPhoto(most);
    double seconds =
        steps.stream().min(Comparator.comparingDouble(ProcessClock::wall)).orElseThrow().wall();
    System.out.println(
        "%.2f to %.2f GFLOP a step; in the fastest step %.1f to %.1f GFLOP/s"
            .formatted(few / 1e9, many / 1e9, few / seconds / 1e9, many / seconds / 1e9));
    for (Precision precision : List.of(Precision.FLOAT32, Precision.BFLOAT16)) {
      double best = MatrixSpeed.flops(precision == Precision.BFLOAT16);
      System.out.println(
          "%s products of matrices: %.1f GFLOP/s, of which a step reaches %.0f to %.0f %%"
              .formatted(
                  precision, best / 1e9, 100 * few / seconds / best, 100 * many / seconds / best));
    }
  }
}
