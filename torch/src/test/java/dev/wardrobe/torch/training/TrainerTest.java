package dev.wardrobe.torch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.weights.ModelFile;
import dev.wardrobe.torch.tensor.TensorDevice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
  private static final int STEPS = 12;
  private static final int EVERY = 4;

  @TempDir private static Path shared;
  private static Path data;
  private static Path unbroken;

  @TempDir private Path folder;

  @BeforeAll
  static void trainUnbroken() {
    data = shared.resolve("data");
    unbroken = shared.resolve("unbroken");
    TrainingRunner.makeUp(data, 12, 4);
    TrainingOutcome outcome = train(unbroken, config(), false);
    assertThat(outcome.finished()).isTrue();
    assertThat(outcome.step()).isEqualTo(STEPS);
  }

  private static Config config() {
    return TrainingRunner.config(STEPS, EVERY);
  }

  private static TrainingOutcome train(Path run, Config config, boolean resume) {
    return TrainingRunner.train(
        data, run, TrainingRunner.options(config, resume), TrainingRunner.StepListener.NONE);
  }

  /** All numbers of all steps but those that tell time. */
  private static List<String> losses(Path run) {
    try {
      return Files.readString(run.resolve("metrics.jsonl"))
          .lines()
          .map(line -> line.replaceAll(", \"(images_per_second|seconds)\": [^,}]*", ""))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertLikeUnbroken(Path run) throws IOException {
    assertThat(losses(run)).isEqualTo(losses(unbroken));
    assertSameTensors(run.resolve(RunFolder.BEST), unbroken.resolve(RunFolder.BEST));
    assertSameTensors(run.resolve(RunFolder.LAST), unbroken.resolve(RunFolder.LAST));
  }

  /** The data behind the header, which tells the seconds. */
  private static void assertSameTensors(Path file, Path expected) throws IOException {
    assertThat(tensors(file)).isEqualTo(tensors(expected));
  }

  private static byte[] tensors(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
    return Arrays.copyOfRange(bytes, 8 + header, bytes.length);
  }

  @Test
  void a_run_has_all_its_files() throws IOException {
    try (Stream<Path> files = Files.list(unbroken)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(n -> !n.startsWith(".")))
          .containsExactlyInAnyOrder(
              "best.safetensors",
              "last.safetensors",
              "config.json",
              "metrics.jsonl",
              "metrics.csv",
              "validation.csv",
              "index.html",
              "validation");
    }
    assertThat(Files.readAllLines(unbroken.resolve("metrics.csv"))).hasSize(1 + STEPS);
    assertThat(Files.readAllLines(unbroken.resolve("validation.csv"))).hasSize(1 + STEPS / EVERY);
    assertThat(unbroken.resolve("validation/boxes.json")).exists();
    assertThat(Files.readString(unbroken.resolve("index.html"))).contains("finished");
  }

  @Test
  void a_model_tells_where_it_comes_from() {
    try (ModelFile file = ModelFile.open(unbroken)) {
      assertThat(file.path()).isEqualTo(unbroken.resolve(RunFolder.BEST));
      assertThat(file.config()).isEqualTo(config());
      assertThat(file.provenance())
          .containsEntry("recipe", "narrow")
          .containsEntry("seed", TrainingRunner.SEED)
          .containsEntry("train_photos", 12L)
          .containsEntry("device", "cpu")
          .containsEntry("precision", "float32")
          .containsKeys("wardrobe", "train_annotations_sha256", "pytorch", "java", "step");
      assertThat(file.hasGroup(Checkpoint.OPTIMIZER)).isFalse();
    }
  }

  @Test
  void a_killed_training_goes_on_to_the_last_bit() throws Exception {
    Path run = folder.resolve("killed");
    killAfter(run, 2 * EVERY + 2);
    assertThat(losses(run)).hasSizeGreaterThan(2 * EVERY + 2); // more than the checkpoint knows
    Path unfinished = run.resolve(".last.safetensors.%s.part".formatted(UUID.randomUUID()));
    Files.createFile(unfinished); // as if it was killed while it wrote
    train(run, config(), true);
    assertLikeUnbroken(run);
    assertThat(unfinished).doesNotExist();
  }

  /** Trains in a process of its own until it says that it took a step, then kills it. */
  private static void killAfter(Path run, int step) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                TrainingRunner.class.getName(),
                data.toString(),
                run.toString(),
                String.valueOf(STEPS),
                String.valueOf(EVERY),
                "false")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines = process.inputReader()) {
      String line = lines.readLine();
      while (line != null && !line.equals("step " + step)) {
        line = lines.readLine();
      }
      assertThat(line).isEqualTo("step " + step);
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
  }

  @Test
  void a_stopped_training_goes_on_to_the_last_bit() throws IOException {
    Path run = folder.resolve("stopped");
    TrainingOutcome stopped =
        TrainingRunner.train(
            data,
            run,
            TrainingRunner.options(config(), false),
            (step, stop) -> {
              if (step == EVERY) { // in place of the validation that is due
                stop.run();
              }
            });
    assertThat(stopped.finished()).isFalse();
    assertThat(stopped.step()).isEqualTo(EVERY);
    assertThat(Files.readString(run.resolve("index.html"))).contains("--resume");
    assertThat(train(run, config(), true).finished()).isTrue();
    assertLikeUnbroken(run);
  }

  @Test
  void a_finished_training_can_be_made_longer() {
    Path run = folder.resolve("longer");
    train(run, config().with("training.steps", "4"), false);
    TrainingOutcome outcome = train(run, config().with("training.steps", "6"), true);
    assertThat(outcome.step()).isEqualTo(6);
    assertThat(losses(run)).filteredOn(line -> line.contains("\"train\"")).hasSize(6);
  }

  @Test
  void other_settings_seeds_and_data_are_refused() {
    assertThatThrownBy(() -> train(unbroken, config().with("training.learningRate", "1"), true))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("training.learningRate was 0.002, not 1.0");
    TrainingOptions otherSeed =
        new TrainingOptions(config(), 99, TensorDevice.CPU, 1, Optional.empty(), true, 0, "test");
    assertThatThrownBy(
            () -> TrainingRunner.train(data, unbroken, otherSeed, TrainingRunner.StepListener.NONE))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("seed is 5, not 99");
    Path other = folder.resolve("other");
    TrainingRunner.makeUp(other, 10, 2);
    assertThatThrownBy(() ->
            TrainingRunner.train(
                other,
                unbroken,
                TrainingRunner.options(config(), true),
                TrainingRunner.StepListener.NONE))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("annotations had the SHA-256");
  }

  @Test
  void a_folder_with_files_is_refused_and_so_is_one_without_a_training() throws IOException {
    assertThatThrownBy(() -> train(unbroken, config(), false))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("--resume");
    assertThatThrownBy(() -> train(folder.resolve("none"), config(), true))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("no training to go on with");
    Path broken = Files.createDirectory(folder.resolve("broken"));
    Files.createFile(broken.resolve("metrics.jsonl"));
    assertThatThrownBy(() -> train(broken, config(), false))
        .isInstanceOf(DatasetException.class)
        .hasMessageEndingWith("give another folder, or delete this one");
  }

  @Test
  void frozen_batch_norms_want_weights_to_start_from() {
    Config frozen = config().with(Map.of("backbone.norm", "FROZEN_BATCH"));
    assertThatThrownBy(() -> train(folder.resolve("frozen"), frozen, false))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("--weights")
        .hasMessageContaining("backbone.norm=GROUP");
    assertThat(folder.resolve("frozen")).doesNotExist();
  }

  /** A training that starts from the weights of the unbroken one. */
  private static TrainingOptions fromUnbroken(Config config) {
    return new TrainingOptions(
        config,
        TrainingRunner.SEED,
        TensorDevice.CPU,
        1,
        Optional.of(unbroken.resolve(RunFolder.BEST)),
        false,
        2,
        "test");
  }

  @Test
  void a_training_may_start_from_another_model() {
    TrainingOptions options = fromUnbroken(config().with("training.steps", "1"));
    Path run = folder.resolve("second");
    TrainingRunner.train(data, run, options, TrainingRunner.StepListener.NONE);
    try (ModelFile file = ModelFile.open(run.resolve(RunFolder.LAST))) {
      assertThat(file.provenance()).containsEntry("initial_weights", "best.safetensors");
      assertThat(String.valueOf(file.provenance().get("initial_weights_sha256")))
          .matches("[0-9a-f]{64}");
    }
    assertThat(run.resolve("weights.txt"))
        .content()
        .contains(" loaded\n  backbone.body.conv1.weight\n", "0 of another shape", "0 not in the");
  }

  @Test
  void frozen_batch_norms_want_weights_for_all_of_the_backbone() {
    TrainingOptions options = fromUnbroken(config().with("backbone.norm", "FROZEN_BATCH"));
    assertThatThrownBy(() ->
            TrainingRunner.train(
                data, folder.resolve("gaps"), options, TrainingRunner.StepListener.NONE))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("best.safetensors do not fit the backbone")
        .hasMessageContaining("backbone.body.bn1.running_mean is not in the file")
        .hasMessageNotContaining("\n");
  }

  @Test
  void a_checkpoint_that_cannot_be_written_ends_with_a_line_and_leaves_the_old_one()
      throws IOException {
    Path run = folder.resolve("full");
    train(run, config().with("training.steps", "2"), false);
    byte[] before = Files.readAllBytes(run.resolve(RunFolder.LAST));
    Files.delete(run.resolve(RunFolder.BEST));
    Files.createDirectory(run.resolve(RunFolder.BEST)); // in place of a full disk
    assertThatThrownBy(() -> train(run, config().with("training.steps", "4"), true))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("Cannot write ")
        .hasMessageContaining("best.safetensors")
        .hasMessageContaining("last.safetensors holds the last checkpoint")
        .hasMessageEndingWith("go on with --resume");
    assertThat(run.resolve(RunFolder.LAST)).hasBinaryContent(before);
  }

  @Test
  void a_loss_without_end_stops_and_keeps_the_checkpoint() throws IOException {
    Path run = folder.resolve("wild");
    Config wild =
        config()
            .with(
                Map.of(
                    "training.optimizer",
                    "SGD",
                    "training.learningRate",
                    "1e12",
                    "training.clipNorm",
                    "0",
                    "training.warmupSteps",
                    "0",
                    "training.checkpointEvery",
                    "1"));
    assertThatThrownBy(() -> train(run, wild, false))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith("Training failed at step ")
        .hasMessageContaining("on the photos 0000")
        .hasMessageContaining("last.safetensors holds the last checkpoint");
    try (ModelFile file = ModelFile.open(run.resolve(RunFolder.LAST))) {
      assertThat(file.provenance()).containsKey("step");
    }
    assertThat(Files.readString(run.resolve("index.html"))).contains("failed at step");
  }
}
