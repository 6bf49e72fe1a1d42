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
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files with a few random bytes changed are read or refused in one line, never anything else. */
class MutilatedFilesTest {
  private static final int SEEDS = 200;
  private static final byte[] SIGNS = "\"\\{}[],:-+.eEnul0123456789 \n\0NI".getBytes(UTF_8);

  @TempDir private Path folder;

  private Path mutilated(String name, String text, SplittableRandom random) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      byte sign = SIGNS[random.nextInt(SIGNS.length)];
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = sign;
        case 1 -> bytes[at] = (byte) random.nextInt();
        case 2 -> {
          byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
          System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
          longer[at] = sign;
          bytes = longer;
        }
        default -> {
          int count = Math.min(bytes.length - at - 1, 1 + random.nextInt(40));
          System.arraycopy(bytes, at + count, bytes, at, bytes.length - at - count);
          bytes = Arrays.copyOf(bytes, bytes.length - count);
        }
      }
    }
    return Files.write(folder.resolve(name), bytes);
  }

  private static void assertOneLine(List<String> outcome, long seed) {
    if (outcome.getFirst().endsWith("Exception")) {
      assertThat(outcome.get(1))
          .as("seed %d", seed)
          .contains(".json")
          .doesNotContainPattern("\\p{Cntrl}");
    }
  }

  @ParameterizedTest
  @EnumSource(BadResults.class)
  void ground_truth_is_read_or_refused_in_one_line(BadResults policy) throws IOException {
    for (int seed = 0; seed < SEEDS; seed++) {
      String text = new RandomFiles(seed, 0).groundTruth();
      Path file = mutilated("gt.json", text, new SplittableRandom(seed));
      GroundTruthOptions options =
          GroundTruthOptions.boxes()
              .withBad(policy)
              .withThreads(1)
              .withMasks(seed % 2 == 0)
              .withLandmarks(seed % 3 > 0);
      assertOneLine(Readings.of(() -> GroundTruthReader.read(file, options)), seed);
    }
  }

  @ParameterizedTest
  @EnumSource(Task.class)
  void results_are_read_or_refused_in_one_line(Task task) throws IOException {
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomFiles files = new RandomFiles(seed, 0);
      Path good = Files.write(folder.resolve("good.json"), files.groundTruth().getBytes(UTF_8));
      GroundTruth truth =
          GroundTruthReader.read(
                  good,
                  GroundTruthOptions.boxes().withMasks(true).withLandmarks(true).withThreads(1))
              .groundTruth();
      Path file = mutilated("dt.json", files.results(task), new SplittableRandom(seed));
      for (BadResults policy : BadResults.values()) {
        DetectionOptions options = DetectionOptions.defaults().withBad(policy).withThreads(1);
        assertOneLine(Readings.of(() -> DetectionReader.read(task, truth, file, options)), seed);
      }
    }
  }
}
