package dev.wardrobe.benchmarks;

import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetOptions;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.ImageSizes;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.data.Batch;
import dev.wardrobe.model.data.BatchLoader;
import dev.wardrobe.model.data.BatchPlan;
import dev.wardrobe.model.data.PhotoIndex;
import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.tensor.TensorDevice;
import dev.wardrobe.torch.training.BatchTrainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Whether training waits for photos: how many the loader gives a second when nobody computes, and
 * which share of a training's time its steps wait for batches.
 *
 * <p>Arguments: DATA CONFIG.json THREADS STEPS; DATA is one split, such as made-up/train.
 */
public final class Loading {
  private static final int ARGUMENTS = 4;
  private static final int WARM_UP = 10;

  private final PhotoIndex photos;
  private final Config config;

  private Loading(PhotoIndex photos, Config config) {
    this.photos = photos;
    this.config = config;
  }

  /** Runs the measurement. */
  public static void main(String[] args) throws IOException {
    Locale.setDefault(Locale.ROOT);
    if (args.length != ARGUMENTS) {
      System.err.println("Expected: DATA CONFIG.json THREADS STEPS");
      System.exit(2);
    }
    int threads = Integer.parseInt(args[2]);
    int steps = Integer.parseInt(args[3]);
    NativeLibrary.start(threads);
    DatasetOptions options = new DatasetOptions(() -> new char[0], ImageSizes.NONE);
    try (Dataset dataset = Dataset.open(Path.of(args[0]), options)) {
      DatasetSplit split = dataset.onlyAnnotatedSplit("training");
      PhotoIndex photos =
          PhotoIndex.forTraining(split, ReadOptions.defaults(), false, finding -> {});
      Loading loading = new Loading(photos, ConfigFile.read(args[1]));
      for (int workers : List.of(1, 2)) {
        loading.alone(workers, steps);
      }
      for (int workers : List.of(1, 2)) {
        loading.training(threads, workers, steps);
      }
    }
  }

  private int partSize() {
    return config.training().batchSize() / config.training().accumulate();
  }

  private BatchLoader loader(int workers) {
    BatchPlan plan = BatchPlan.shuffled(photos, partSize(), 1);
    return BatchLoader.forTraining(plan, config.input(), 1, 0, workers, finding -> {});
  }

  /** Loads as many photos as the steps need. */
  private void alone(int workers, int steps) {
    int parts = config.training().accumulate();
    try (BatchLoader loader = loader(workers)) {
      for (int i = 0; i < WARM_UP * parts; i++) {
        loader.next();
      }
      ProcessClock before = ProcessClock.now();
      long loaded = 0;
      for (int i = 0; i < steps * parts; i++) {
        loaded += loader.next().size();
      }
      ProcessClock used = ProcessClock.now().since(before);
      System.out.println(
          "loader alone, workers %d: %.1f photos a second, %.2f CPU ms a photo"
              .formatted(workers, loaded / used.wall(), 1000 * used.cpu() / loaded));
    }
  }

  /** Time on the clock that was spent in waiting for batches. */
  private static final class Waiting {
    private double seconds;
    private long photos;

    Batch next(BatchLoader loader) {
      double start = System.nanoTime() / 1e9;
      Batch batch = loader.next();
      seconds += System.nanoTime() / 1e9 - start;
      photos += batch.size();
      return batch;
    }
  }

  private void training(int threads, int workers, int steps) {
    try (BatchTrainer trainer = new BatchTrainer(config, 1, TensorDevice.CPU, WARM_UP + steps);
        BatchLoader loader = loader(workers)) {
      for (int i = 0; i < WARM_UP; i++) {
        trainer.step(loader::next);
      }
      Waiting waiting = new Waiting();
      ProcessClock before = ProcessClock.now();
      for (int i = 0; i < steps; i++) {
        trainer.step(() -> waiting.next(loader));
      }
      ProcessClock used = ProcessClock.now().since(before);
      System.out.println(
          "training, threads %d, workers %d: %.1f photos a second, %.2f CPU ms a photo, waits for photos %.2f %% of the time"
              .formatted(
                  threads,
                  workers,
                  waiting.photos / used.wall(),
                  1000 * used.cpu() / waiting.photos,
                  100 * waiting.seconds / used.wall()));
    }
  }
}
