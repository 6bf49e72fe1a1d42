package dev.wardrobe.groundtruth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.evaluation.RandomFiles;
import dev.wardrobe.evaluation.Readings;
import dev.wardrobe.results.BadResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a ground truth is cut into blocks, and whoever reads them, the outcome is the same. */
class GroundTruthReaderBlocksTest {
  private static final int SEEDS = 60;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(BadResults.class)
  void blocks_of_every_size_by_any_number_of_threads_give_the_same(BadResults policy)
      throws IOException {
    int good = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      String text = new RandomFiles(seed, seed % 3 == 0 ? 0 : 20).groundTruth();
      Path file = Files.write(folder.resolve("gt.json"), text.getBytes(UTF_8));
      SplittableRandom random = new SplittableRandom(seed);
      GroundTruthOptions options =
          GroundTruthOptions.boxes()
              .withBad(policy)
              .withMasks(random.nextInt(4) > 0)
              .withLandmarks(random.nextInt(4) > 0)
              .withVisibleOnly(random.nextBoolean());
      List<String> expected =
          Readings.of(() -> GroundTruthReader.read(file, options.withThreads(1), 1 << 20));
      good += expected.size() > 3 ? 1 : 0;
      for (int i = 0; i < 4; i++) {
        int blockSize = 1 + random.nextInt(200);
        int threads = 1 + random.nextInt(4);
        assertThat(
                Readings.of(
                    () -> GroundTruthReader.read(file, options.withThreads(threads), blockSize)))
            .as("seed %d, blocks of %d, %d threads", seed, blockSize, threads)
            .isEqualTo(expected);
      }
    }
    assertThat(good).isGreaterThan(SEEDS / 4); // not all are refused
  }
}
