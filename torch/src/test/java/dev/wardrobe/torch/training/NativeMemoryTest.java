package dev.wardrobe.torch.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Split;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetOptions;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.prediction.PendingPhoto;
import dev.wardrobe.model.prediction.PendingPhotos;
import dev.wardrobe.model.prediction.PhotoOutcome;
import dev.wardrobe.model.prediction.PredictionOptions;
import dev.wardrobe.model.prediction.Predictor;
import dev.wardrobe.synthesis.PhotoGenerator;
import dev.wardrobe.synthesis.SplitFolderWriter;
import dev.wardrobe.synthesis.SynthesisOptions;
import dev.wardrobe.torch.prediction.TorchEngine;
import dev.wardrobe.torch.rcnn.MatchRcnn;
import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.tensor.TensorDevice;
import dev.wardrobe.torch.weights.TensorFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a process holds beside the Java heap does not grow with the number of steps or photos: the
 * whole network of the tiny recipe, photos read from files. A step or a photo computes tens of
 * megabytes of tensors, so that one that is kept now and then passes the bound soon. Each is
 * measured in a process of its own, whose heap is resident from the beginning.
 */
@Tag("slow")
class NativeMemoryTest {
  private static final long BOUND = 48L << 20;
  private static final int PHOTOS = 24;
  private static final String BYTES = "resident bytes: ";

  @TempDir private static Path folder;

  @BeforeAll
  static void makePhotos() {
    SplitFolderWriter.write(
        new PhotoGenerator(SynthesisOptions.of(Split.TRAIN, PHOTOS, 11).withSides(160, 200)),
        folder.resolve("data").resolve(Split.TRAIN.folderName()),
        true,
        2,
        done -> {});
  }

  @Test
  void flat_over_500_steps() throws IOException, InterruptedException {
    assertThat(grown("steps")).isLessThan(BOUND);
  }

  @Test
  void flat_over_5000_predictions() throws IOException, InterruptedException {
    assertThat(grown("predictions")).isLessThan(BOUND);
  }

  /** By how many bytes a process grew. */
  private static long grown(String what) throws IOException, InterruptedException {
    Path output = folder.resolve(what + ".txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms384m",
                "-Xmx384m",
                "-XX:+UseParallelGC",
                "-XX:+AlwaysPreTouch",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                NativeMemoryTest.class.getName(),
                what,
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(output)).isZero();
    List<Long> bytes =
        Files.readAllLines(output).stream()
            .filter(line -> line.startsWith(BYTES))
            .map(line -> Long.valueOf(line.substring(BYTES.length())))
            .toList();
    assertThat(bytes).hasSize(2);
    return bytes.getLast() - bytes.getFirst();
  }

  /** The process that is measured: steps or predictions, folder. */
  public static void main(String[] args) {
    Path folder = Path.of(args[1]);
    if (args[0].equals("steps")) {
      takeSteps(folder);
    } else {
      predict(folder);
    }
  }

  private static void printBytes() {
    System.out.println(BYTES + Pointer.physicalBytes());
  }

  private static void takeSteps(Path folder) {
    TrainingRunner.train(
        folder.resolve("data"),
        folder.resolve("run"),
        TrainingRunner.options(Config.tiny().with("training.steps", "700"), false),
        (step, stop) -> {
          if (step == 200 || step == 700) {
            printBytes();
          }
        });
  }

  private static void predict(Path folder) {
    NativeLibrary.start(2);
    Path model = folder.resolve("model.safetensors");
    try (MatchRcnn network = new MatchRcnn(Config.tiny(), 3)) {
      TensorFiles.writeModel(model, Config.tiny(), Map.of("seed", 3), network.state());
    }
    try (Dataset dataset = Dataset.open(folder.resolve("data"), DatasetOptions.DEFAULTS);
        Predictor predictor = TorchEngine.predictor(model, TensorDevice.CPU, .05)) {
      DatasetSplit split = dataset.splits().getFirst();
      List<PendingPhoto> photos = PendingPhotos.of(split, ReadOptions.defaults());
      predict(predictor, photos, 1000);
      printBytes();
      predict(predictor, photos, 5000);
      printBytes();
    }
  }

  private static void predict(Predictor predictor, List<PendingPhoto> photos, int count) {
    List<PendingPhoto> many = new ArrayList<>();
    Collections.nCopies(count / photos.size() + 1, photos).forEach(many::addAll);
    int[] found = new int[1];
    predictor.predict(
        many.subList(0, count),
        new PredictionOptions(8, 2),
        outcome -> {
          if (outcome instanceof PhotoOutcome.Found) {
            found[0]++;
          }
        });
    if (found[0] != count) {
      throw new IllegalStateException("Looked at %d of %d photos".formatted(found[0], count));
    }
  }
}
