package dev.wardrobe.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Times two commands as whole processes, in turn, so that both meet the same moods of the machine,
 * and prints medians and the ratio pair by pair.
 *
 * <p>Arguments: RUNS 'COMMAND A' 'COMMAND B'; each command is run by {@code sh -c}, with {@code {}}
 * replaced by the path of a new file, which is deleted once the clock has stopped. Needs GNU time
 * at /usr/bin/time. One run of each goes uncounted first.
 */
public final class SideBySide {
  private static final String FORMAT = "%U %S %e %M";

  private SideBySide() {}

  /** One run of one command: seconds of processor and clock, and the peak memory in MB. */
  private record Run(double cpu, double wall, double peak) {}

  /** Runs the comparison. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Locale.setDefault(Locale.ROOT);
    if (args.length != 3) {
      System.err.println("Expected: RUNS 'COMMAND A' 'COMMAND B'");
      System.exit(2);
    }
    int runs = Integer.parseInt(args[0]);
    List<Run> a = new ArrayList<>();
    List<Run> b = new ArrayList<>();
    for (int i = 0; i <= runs; i++) {
      Run runA = run(args[1]);
      Run runB = run(args[2]);
      if (i > 0) {
        a.add(runA);
        b.add(runB);
      }
    }
    System.out.println("A: " + args[1]);
    System.out.println("B: " + args[2]);
    System.out.println(
        runs
            + " runs of each, in turn; median (least .. most)\n"
            + " ".repeat(16)
            + "A                         B                         A / B");
    print("CPU seconds", a, b, Run::cpu);
    print("wall seconds", a, b, Run::wall);
    print("peak MB", a, b, Run::peak);
  }

  private static void print(String what, List<Run> a, List<Run> b, ToDoubleFunction<Run> figure) {
    double[] ofA = a.stream().mapToDouble(figure).toArray();
    double[] ofB = b.stream().mapToDouble(figure).toArray();
    double[] ratios = new double[ofA.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = ofA[i] / ofB[i];
    }
    System.out.println(
        "%-15s %-25s %-25s %s".formatted(what, spread(ofA), spread(ofB), spread(ratios)));
  }

  private static String spread(double[] figures) {
    Arrays.sort(figures);
    double median = (figures[(figures.length - 1) / 2] + figures[figures.length / 2]) / 2;
    return "%.2f (%.2f .. %.2f)".formatted(median, figures[0], figures[figures.length - 1]);
  }

  private static Run run(String command) throws IOException, InterruptedException {
    // What the run before left to be written would slow this one down.
    new ProcessBuilder("sync").start().waitFor();
    Path folder = Files.createTempDirectory("side-by-side");
    Path figures = folder.resolve("figures");
    Path output = folder.resolve("output");
    try {
      Process process =
          new ProcessBuilder(
                  "/usr/bin/time",
                  "-f",
                  FORMAT,
                  "-o",
                  figures.toString(),
                  "sh",
                  "-c",
                  command.replace("{}", output.toString()))
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
      return new Run(cpu, Double.parseDouble(words[2]), Double.parseDouble(words[3]) / 1024);
    } finally {
      Files.deleteIfExists(output);
      Files.deleteIfExists(figures);
      Files.delete(folder);
    }
  }
}
