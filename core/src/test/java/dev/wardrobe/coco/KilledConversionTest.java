package dev.wardrobe.coco;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.SplitFolder;
import dev.wardrobe.files.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledConversionTest {
  private static final int PHOTOS = 2_500;
  private static final int KILLS = 10;

  @TempDir private Path folder;

  @Test
  void killed_run_leaves_the_old_file_or_a_complete_new_one() throws Exception {
    List<byte[]> complete = completeFiles(split());
    byte[] old = {'o', 'l', 'd'};
    Path target = folder.resolve("out/val.json");
    Files.createDirectories(target.resolveSibling(""));
    SplittableRandom random = new SplittableRandom(20);
    for (int kill = 0; kill < KILLS; kill++) {
      Files.write(target, old);
      assertThat(runAndKill(target, random.nextInt(900))).as("a killed process").isNotZero();
      byte[] left = Files.readAllBytes(target);
      assertThat(
              Arrays.equals(left, old)
                  || complete.stream().anyMatch(bytes -> Arrays.equals(left, bytes)))
          .as("old or complete after kill %d: %d bytes", kill, left.length)
          .isTrue();
    }
  }

  private SplitFolder split() {
    SplitFolder split = new SplitFolder(folder.resolve("train"));
    SplittableRandom random = new SplittableRandom(21);
    for (int id = 1; id <= PHOTOS; id++) {
      split.annotation(id, PlainPhoto.random(id, random).annotation(random)).size(id, 400, 300);
    }
    return split;
  }

  /** What two undisturbed turns write. */
  private List<byte[]> completeFiles(SplitFolder split) throws IOException {
    List<byte[]> complete = new ArrayList<>();
    try (Dataset dataset = split.open()) {
      for (int turn = 0; turn < 2; turn++) {
        Path file = folder.resolve("complete" + turn);
        EndlessConversion.convert(dataset.splits().getFirst(), file, turn);
        complete.add(Files.readAllBytes(file));
      }
    }
    return complete;
  }

  private int runAndKill(Path target, int milliseconds) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                EndlessConversion.class.getName(),
                folder.resolve("train").toString(),
                target.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(process.getInputStream().read()).isEqualTo('>');
      process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    } finally {
      process.destroyForcibly();
    }
    return process.waitFor();
  }
}
