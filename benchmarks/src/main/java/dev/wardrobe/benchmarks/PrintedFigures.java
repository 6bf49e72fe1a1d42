package dev.wardrobe.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs two commands in turn that time something themselves, and compares the medians they print, in
 * lines such as "wall median 12.3 ms a step". Prints of each the median of its runs, and the ratio,
 * pair by pair.
 *
 * <p>Arguments: RUNS 'COMMAND A' 'COMMAND B'; each command is run by {@code sh -c}. Other lines of
 * the last run of B are printed as they are.
 */
public final class PrintedFigures {
  private static final Pattern FIGURE = Pattern.compile("^(\\S+) +median +([0-9.]+) (.*)$");

  private PrintedFigures() {}

  /** Runs the comparison. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Locale.setDefault(Locale.ROOT);
    if (args.length != 3) {
      System.err.println("Expected: RUNS 'COMMAND A' 'COMMAND B'");
      System.exit(2);
    }
    Map<String, List<Double>> a = new LinkedHashMap<>();
    Map<String, List<Double>> b = new LinkedHashMap<>();
    List<String> others = List.of();
    for (int i = 0; i < Integer.parseInt(args[0]); i++) {
      read(run(args[1]), a);
      others = read(run(args[2]), b);
    }
    System.out.println("A: %s%nB: %s".formatted(args[1], args[2]));
    System.out.println(
        "%-8s %-30s %-30s %s".formatted("ms", "A: median (least .. most)", "B", "A / B"));
    a.forEach((name, ofA) -> {
      List<Double> ofB = b.getOrDefault(name, List.of());
      List<Double> ratios = new ArrayList<>();
      for (int i = 0; i < ofA.size(); i++) {
        ratios.add(ofA.get(i) / ofB.get(i));
      }
      System.out.println(
          "%-8s %-30s %-30s %s".formatted(name, Spread.of(ofA), Spread.of(ofB), Spread.of(ratios)));
    });
    others.forEach(System.out::println);
  }

  /** Adds a run's figures; returns the lines without any. */
  private static List<String> read(List<String> lines, Map<String, List<Double>> figures) {
    List<String> others = new ArrayList<>();
    for (String line : lines) {
      Matcher figure = FIGURE.matcher(line);
      if (figure.matches()) {
        figures
            .computeIfAbsent(figure.group(1), name -> new ArrayList<>())
            .add(Double.valueOf(figure.group(2)));
      } else {
        others.add(line);
      }
    }
    return others;
  }

  private static List<String> run(String command) throws IOException, InterruptedException {
    Path errors = Files.createTempFile("printed-figures", null);
    Process process =
        new ProcessBuilder("sh", "-c", command).redirectError(errors.toFile()).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    if (code != 0) {
      throw new IllegalStateException(
          "Exit code %d of: %s; it said: %s".formatted(code, command, Files.readString(errors)));
    }
    Files.delete(errors);
    return printed.lines().toList();
  }
}
