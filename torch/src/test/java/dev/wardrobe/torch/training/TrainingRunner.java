package dev.wardrobe.torch.training;

import dev.wardrobe.dataset.Split;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetOptions;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.synthesis.PhotoGenerator;
import dev.wardrobe.synthesis.SplitFolderWriter;
import dev.wardrobe.synthesis.SynthesisOptions;
import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.tensor.TensorDevice;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Trains in the tests' own process, or in one that can be killed. */
final class TrainingRunner {
  static final long SEED = 5;

  private TrainingRunner() {}

  /** Makes up a data set. */
  static void makeUp(Path data, int train, int validation) {
    write(data, Split.TRAIN, train);
    write(data, Split.VALIDATION, validation);
  }

  private static void write(Path data, Split split, int photos) {
    SplitFolderWriter.write(
        new PhotoGenerator(SynthesisOptions.of(split, photos, 7).withSides(128, 160)),
        data.resolve(split.folderName()),
        true,
        2,
        done -> {});
  }

  /** Batches of two parts, which are computed side by side. */
  static Config config(int steps, int every) {
    return TestConfigs.narrow(TestConfigs.training(4, 2, steps, every))
        .with("training.accumulate", "2");
  }

  static TrainingOptions options(Config config, boolean resume) {
    return options(config, resume, SEED);
  }

  static TrainingOptions options(Config config, boolean resume, long seed) {
    return new TrainingOptions(
        config, seed, TensorDevice.CPU, 1, Optional.empty(), resume, 0, "test");
  }

  static TrainingOutcome train(Path data, Path run, TrainingOptions options, StepListener steps) {
    NativeLibrary.start(2);
    try (Dataset dataset = Dataset.open(data, DatasetOptions.DEFAULTS)) {
      DatasetSplit train = dataset.splits().getFirst();
      Optional<DatasetSplit> validation = dataset.splits().stream().skip(1).findFirst();
      Trainer[] trainer = new Trainer[1];
      trainer[0] =
          new Trainer(
              new RunFolder(run),
              options,
              finding -> {},
              steps.forTrainer(() -> trainer[0].stop()));
      return trainer[0].train(train, validation);
    }
  }

  /** Hears of steps, and may stop the training. */
  @FunctionalInterface
  interface StepListener {
    StepListener NONE = (step, stop) -> {};

    void stepped(int step, Runnable stop);

    private TrainingListener forTrainer(Runnable stop) {
      return new TrainingListener() {
        @Override
        public void reading(String split, int done, int total) {}

        @Override
        public void loaded(String report) {}

        @Override
        public void started(TrainingPlan plan) {}

        @Override
        public void stepped(int step, Map<String, Double> values) {
          StepListener.this.stepped(step, stop);
        }

        @Override
        public void validating(int done, int total) {}

        @Override
        public void validated(int step, Map<String, Double> scores, boolean best) {}
      };
    }
  }

  /** The process to be killed: data, run, steps, every, resume. */
  public static void main(String[] args) {
    train(
        Path.of(args[0]),
        Path.of(args[1]),
        options(
            config(Integer.parseInt(args[2]), Integer.parseInt(args[3])),
            Boolean.parseBoolean(args[4])),
        (step, stop) -> {
          System.out.println("step " + step);
          System.out.flush();
        });
  }
}
