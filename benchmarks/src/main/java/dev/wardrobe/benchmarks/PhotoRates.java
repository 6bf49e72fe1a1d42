package dev.wardrobe.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Times two commands that look at photos, as whole processes and in turn, on a few photos and on
 * many. What the many cost more than the few is what photos cost once a process is warm; the rest
 * is its start. One run of each on a few photos goes uncounted first.
 *
 * <p>Arguments: RUNS FEW MANY 'COMMAND A' 'COMMAND B'; each command is run by {@code sh -c}, with
 * {@code {}} replaced by the number of photos, FEW or MANY, so folders may be named by it. Needs
 * GNU time at /usr/bin/time.
 */
public final class PhotoRates {
  private static final int ARGUMENTS = 5;

  private PhotoRates() {}

  /** What photos cost in a pair of runs. */
  private record Rate(TimedCommand few, TimedCommand many, int photos) {
    double cpuEach() {
      return 1000 * (many.cpu() - few.cpu()) / photos;
    }

    double wallEach() {
      return 1000 * (many.wall() - few.wall()) / photos;
    }

    double aSecond() {
      return 1000 / wallEach();
    }

    double wholeCpu() {
      return many.cpu();
    }

    double wholeWall() {
      return many.wall();
    }

    double peak() {
      return many.peak();
    }
  }

  /** Runs the comparison. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Locale.setDefault(Locale.ROOT);
    if (args.length != ARGUMENTS) {
      System.err.println("Expected: RUNS FEW MANY 'COMMAND A' 'COMMAND B'");
      System.exit(2);
    }
    int few = Integer.parseInt(args[1]);
    int many = Integer.parseInt(args[2]);
    TimedCommand.run(args[3].replace("{}", args[1]));
    TimedCommand.run(args[4].replace("{}", args[1]));
    List<Rate> a = new ArrayList<>();
    List<Rate> b = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(args[0]); i++) {
      TimedCommand fewA = TimedCommand.run(args[3].replace("{}", args[1]));
      TimedCommand fewB = TimedCommand.run(args[4].replace("{}", args[1]));
      TimedCommand manyA = TimedCommand.run(args[3].replace("{}", args[2]));
      TimedCommand manyB = TimedCommand.run(args[4].replace("{}", args[2]));
      a.add(new Rate(fewA, manyA, many - few));
      b.add(new Rate(fewB, manyB, many - few));
    }
    System.out.println("A: %s%nB: %s".formatted(args[3], args[4]));
    System.out.println(
        "%s runs of each, in turn; median (least .. most)".formatted(args[0])
            + "\n%-15s %-25s %-25s %s".formatted("", "A", "B", "A / B"));
    SideBySide.print("CPU ms a photo", a, b, Rate::cpuEach);
    SideBySide.print("wall ms a photo", a, b, Rate::wallEach);
    SideBySide.print("photos a second", a, b, Rate::aSecond);
    System.out.println("the whole process, %s photos:".formatted(args[2]));
    SideBySide.print("CPU seconds", a, b, Rate::wholeCpu);
    SideBySide.print("wall seconds", a, b, Rate::wholeWall);
    SideBySide.print("peak MB", a, b, Rate::peak);
  }
}
