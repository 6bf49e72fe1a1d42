package dev.wardrobe.cli;

import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.statistics.SplitStatistics;
import dev.wardrobe.statistics.Statistics;
import dev.wardrobe.statistics.StatisticsCsv;
import dev.wardrobe.statistics.StatisticsHtml;
import dev.wardrobe.statistics.StatisticsJson;
import dev.wardrobe.statistics.StatisticsSvg;
import dev.wardrobe.statistics.StatisticsText;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wardrobe stats}: what is in a data set, beside what the paper says. */
@Command(
    name = "stats",
    description = {
      "Count a data set beside the paper's Table 1 and Figure 3 and what was released.",
      "Photos, items, attributes, landmarks, polygons, pairs: as text, JSON, CSV, SVG or HTML."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  wardrobe stats deepfashion2",
      "  wardrobe stats deepfashion2/validation.zip --svg slide.svg --html report.html",
      "  wardrobe stats deepfashion2 --csv - | grep ^overall,attributes",
      "  wardrobe stats deepfashion2/train --open-photos --json train.json",
      "",
      "Exit code: 0 counted, 2 usage. Faulty photos and items are left out and said."
    })
final class StatsCommand implements Callable<Integer> {
  @Mixin private DatasetArguments data;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write every number as JSON; - for standard output instead of the text.")
  private @Nullable Path json;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Write split,table,row,column,value as CSV; - for standard output.")
  private @Nullable Path csv;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "Write a picture for a slide, 1600 x 900.")
  private @Nullable Path svg;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a page with the picture and all tables, in one file.")
  private @Nullable Path html;

  @Option(names = "--brief", description = "Print only Table 1 and Figure 3.")
  private boolean brief;

  @Option(
      names = "--open-photos",
      description = "Open every photo for its size. Slow; else sizes come from --sizes alone.")
  private boolean openPhotos;

  @Spec private CommandSpec spec;

  /** Created by picocli. */
  StatsCommand() {}

  @Override
  public Integer call() {
    ReportFiles files = new ReportFiles(spec);
    files.requireOneOnStandardOutput(json, csv);
    Statistics statistics = count();
    boolean printed = files.write(json, () -> StatisticsJson.of(statistics));
    printed |= files.write(csv, () -> utf8(StatisticsCsv.of(statistics)));
    files.write(svg, () -> utf8(StatisticsSvg.of(statistics)));
    files.write(html, () -> utf8(StatisticsHtml.of(statistics)));
    if (!printed) {
      files.print(brief ? StatisticsText.brief(statistics) : StatisticsText.of(statistics));
    }
    reportLeftOut(statistics.overall());
    return Main.OK;
  }

  private Statistics count() {
    List<SplitStatistics> splits = new ArrayList<>();
    PrintWriter err = spec.commandLine().getErr();
    try (Dataset dataset = data.open()) {
      for (DatasetSplit split : dataset.splits()) {
        String what = "Counting " + split.name();
        try (Progress progress = new Progress(err, what, "photos", split.photoCount())) {
          splits.add(
              SplitStatistics.of(
                  split, data.readOptions().withImageHeaders(openPhotos).withProgress(progress)));
        }
      }
    }
    Path name = data.path().toAbsolutePath().normalize().getFileName();
    return Statistics.of(name == null ? "/" : name.toString(), splits);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void reportLeftOut(SplitStatistics overall) {
    long photos = overall.photos().leftOutCount();
    long items = overall.items().leftOutCount();
    if (photos + items > 0) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          "wardrobe: left out %s and %s; all findings: wardrobe validate %s"
              .formatted(Words.count(photos, "photo"), Words.count(items, "item"), data.path()));
      err.flush();
    }
  }
}
