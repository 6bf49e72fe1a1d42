package dev.wardrobe.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Times two commands as whole processes, in turn, so that both meet the same moods of the machine,
 * and prints medians and the ratio pair by pair.
 *
 * <p>Arguments: RUNS 'COMMAND A' 'COMMAND B'; each command is run by {@code sh -c}, with {@code {}}
 * replaced by the path of a new file, which is deleted once the clock has stopped. Needs GNU time
 * at /usr/bin/time. One run of each goes uncounted first.
 */
public final class SideBySide {
  private SideBySide() {}

  /** Runs the comparison. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Locale.setDefault(Locale.ROOT);
    if (args.length != 3) {
      System.err.println("Expected: RUNS 'COMMAND A' 'COMMAND B'");
      System.exit(2);
    }
    int runs = Integer.parseInt(args[0]);
    List<TimedCommand> a = new ArrayList<>();
    List<TimedCommand> b = new ArrayList<>();
    for (int i = 0; i <= runs; i++) {
      TimedCommand runA = run(args[1]);
      TimedCommand runB = run(args[2]);
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
    print("CPU seconds", a, b, TimedCommand::cpu);
    print("wall seconds", a, b, TimedCommand::wall);
    print("peak MB", a, b, TimedCommand::peak);
  }

  /** Prints a figure of both commands, and its ratio pair by pair. */
  static <T> void print(String what, List<T> a, List<T> b, Function<T, Double> figure) {
    List<Double> ofA = a.stream().map(figure).toList();
    List<Double> ofB = b.stream().map(figure).toList();
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ofA.size(); i++) {
      ratios.add(ofA.get(i) / ofB.get(i));
    }
    System.out.println(
        "%-15s %-25s %-25s %s".formatted(what, Spread.of(ofA), Spread.of(ofB), Spread.of(ratios)));
  }

  private static TimedCommand run(String command) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("side-by-side");
    Path output = folder.resolve("output");
    try {
      return TimedCommand.run(command.replace("{}", output.toString()));
    } finally {
      Files.deleteIfExists(output);
      Files.delete(folder);
    }
  }
}
