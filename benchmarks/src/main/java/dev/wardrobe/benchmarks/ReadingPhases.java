package dev.wardrobe.benchmarks;

import dev.wardrobe.coco.CocoOptions;
import dev.wardrobe.coco.CocoWriter;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetOptions;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.ImageSizes;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.json.JsonReading;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import tools.jackson.core.JsonParser;

/**
 * Splits the time of a conversion into its steps, each including the one before: opening the files,
 * reading their bytes, parsing JSON tokens, building photos, writing the COCO file. On one thread,
 * after a warm-up, the median of several runs.
 *
 * <p>Arguments: FOLDER with annos/, SIZES.json, RUNS.
 */
public final class ReadingPhases {
  private final String[] files;
  private final DatasetSplit split;
  private final Path output;
  private final int runs;

  private ReadingPhases(String[] files, DatasetSplit split, Path output, int runs) {
    this.files = files;
    this.split = split;
    this.output = output;
    this.runs = runs;
  }

  /** Runs the measurement. */
  public static void main(String[] args) throws IOException {
    Locale.setDefault(Locale.ROOT);
    Path folder = Path.of(args[0]);
    String[] files = folder.resolve("annos").toFile().list();
    if (files == null) {
      System.err.println("There is no " + folder.resolve("annos"));
      System.exit(2);
      return;
    }
    Arrays.sort(files);
    Arrays.setAll(files, i -> folder.resolve("annos") + File.separator + files[i]);
    DatasetOptions options =
        new DatasetOptions(() -> new char[0], ImageSizes.read(Path.of(args[1])));
    Path output = Files.createTempFile("reading-phases", ".json");
    try (Dataset dataset = Dataset.open(folder, options)) {
      DatasetSplit split = dataset.onlyAnnotatedSplit("the measurement");
      new ReadingPhases(files, split, output, Integer.parseInt(args[2])).measure();
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private void measure() {
    double open = seconds("opening files", 0, () -> each(in -> 0));
    double bytes =
        seconds("... and reading bytes", open, () -> each(in -> in.readAllBytes().length));
    double tokens = seconds("... and parsing JSON", bytes, () -> each(ReadingPhases::tokens));
    ReadOptions one = ReadOptions.defaults().withThreads(1).withImageHeaders(false);
    double photos =
        seconds("... and building photos", tokens, () -> split.forEach(one, photo -> {}));
    double whole =
        seconds(
            "... and writing COCO",
            photos,
            () -> CocoWriter.write(split, one, CocoOptions.OFFICIAL, finding -> {}, output));
    System.out.println(
        "Only opening and reading takes %.0f %% of the whole conversion on one thread"
            .formatted(100 * bytes / whole));
  }

  private double seconds(String what, double before, Runnable task) {
    double[] times = new double[runs];
    for (int i = -2; i < runs; i++) {
      long start = System.nanoTime();
      task.run();
      if (i >= 0) {
        times[i] = (System.nanoTime() - start) / 1e9;
      }
    }
    Arrays.sort(times);
    double median = times[runs / 2];
    System.out.println("%-24s %6.2f s  (+ %.2f s)".formatted(what, median, median - before));
    return median;
  }

  /** Work on one open file. */
  private interface Work {
    int run(FileInputStream in) throws IOException;
  }

  private void each(Work work) {
    long total = 0;
    for (String file : files) {
      try (FileInputStream in = new FileInputStream(file)) {
        total += work.run(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    if (total < 0) {
      throw new IllegalStateException("A file of negative length");
    }
  }

  private static int tokens(FileInputStream in) throws IOException {
    int count = 0;
    try (JsonParser parser = JsonReading.parser(in.readAllBytes())) {
      while (parser.nextToken() != null) {
        count++;
      }
    }
    return count;
  }
}
