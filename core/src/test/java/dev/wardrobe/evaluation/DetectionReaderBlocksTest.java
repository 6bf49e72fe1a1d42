package dev.wardrobe.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.groundtruth.GroundTruthOptions;
import dev.wardrobe.groundtruth.GroundTruthReader;
import dev.wardrobe.results.BadResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a results file is cut into blocks, and whoever reads them, the outcome is the same. */
class DetectionReaderBlocksTest {
  private static final int SEEDS = 60;

  @TempDir private Path folder;

  private GroundTruth groundTruth(RandomFiles files) throws IOException {
    return GroundTruthReader.read(
            Files.writeString(folder.resolve("gt.json"), files.groundTruth()),
            GroundTruthOptions.boxes().withMasks(true).withLandmarks(true).withThreads(1))
        .groundTruth();
  }

  private static List<String> read(
      Task task, GroundTruth truth, Path file, DetectionOptions options, int blockSize) {
    List<String> overlaps = new ArrayList<>();
    List<String> lines =
        new ArrayList<>(
            Readings.of(() -> {
              ReadDetections read = DetectionReader.read(task, truth, file, options, blockSize);
              for (int i = 0; i < read.detections().size(); i++) {
                overlaps.add(Arrays.toString(Readings.overlaps(read.detections(), i, truth)));
              }
              return read;
            }));
    lines.addAll(overlaps);
    return lines;
  }

  @ParameterizedTest
  @EnumSource(Task.class)
  void blocks_of_every_size_by_any_number_of_threads_give_the_same(Task task) throws IOException {
    int good = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      GroundTruth truth = groundTruth(new RandomFiles(seed, 0));
      String text = new RandomFiles(seed, seed % 3 == 0 ? 0 : 15).results(task);
      Path file = Files.write(folder.resolve("dt.json"), text.getBytes(UTF_8));
      SplittableRandom random = new SplittableRandom(seed);
      for (BadResults policy : BadResults.values()) {
        DetectionOptions options = DetectionOptions.defaults().withBad(policy);
        List<String> expected = read(task, truth, file, options.withThreads(1), 1 << 20);
        good += expected.size() > 4 ? 1 : 0;
        for (int i = 0; i < 3; i++) {
          int blockSize = 1 + random.nextInt(200);
          int threads = 1 + random.nextInt(4);
          assertThat(read(task, truth, file, options.withThreads(threads), blockSize))
              .as("seed %d, %s, blocks of %d, %d threads", seed, policy, blockSize, threads)
              .isEqualTo(expected);
        }
      }
    }
    assertThat(good).isGreaterThan(SEEDS / 2); // not all are refused
  }
}
