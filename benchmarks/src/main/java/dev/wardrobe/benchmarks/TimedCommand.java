package dev.wardrobe.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One run of a command as a whole process, by GNU time at /usr/bin/time.
 *
 * @param cpu seconds of processor, of processes it started too
 * @param wall seconds on the clock
 * @param peak memory in MB
 */
record TimedCommand(double cpu, double wall, double peak) {
  private static final String FORMAT = "%U %S %e %M";

  /**
   * Runs a command by {@code sh -c}; what it prints is dropped.
   *
   * @throws IllegalStateException if its exit code is over 1
   */
  static TimedCommand run(String command) throws IOException, InterruptedException {
    // What the run before left to be written would slow this one down.
    new ProcessBuilder("sync").start().waitFor();
    Path figures = Files.createTempFile("timed-command", null);
    try {
      Process process =
          new ProcessBuilder(
                  "/usr/bin/time", "-f", FORMAT, "-o", figures.toString(), "sh", "-c", command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      int code = process.waitFor();
      List<String> lines = Files.readAllLines(figures);
      String[] words = lines.getLast().split(" ", -1);
      if (code > 1) {
        throw new IllegalStateException("Exit code " + code + " of: " + command);
      }
      double cpu = Double.parseDouble(words[0]) + Double.parseDouble(words[1]);
      return new TimedCommand(
          cpu, Double.parseDouble(words[2]), Double.parseDouble(words[3]) / 1024);
    } finally {
      Files.delete(figures);
    }
  }
}
