package dev.wardrobe.report;

import dev.wardrobe.coco.CocoOptions.LandmarkChoice;
import dev.wardrobe.evaluation.CategoryScores;
import dev.wardrobe.evaluation.Interval;
import dev.wardrobe.evaluation.ScoreIntervals;
import dev.wardrobe.evaluation.Stat;
import dev.wardrobe.evaluation.Subset;
import dev.wardrobe.evaluation.SubsetRule;
import dev.wardrobe.evaluation.SubsetScores;
import dev.wardrobe.evaluation.Summary;
import dev.wardrobe.evaluation.Task;
import dev.wardrobe.results.BadResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Small made-up reports. */
final class SampleReports {
  private static final List<String> DETECTION =
      List.of(
          "AP",
          "AP50",
          "AP75",
          "AP_small",
          "AP_medium",
          "AP_large",
          "AR1",
          "AR10",
          "AR100",
          "AR_small",
          "AR_medium",
          "AR_large");
  private static final List<String> LANDMARKS =
      List.of(
          "AP",
          "AP50",
          "AP75",
          "AP_medium",
          "AP_large",
          "AR",
          "AR50",
          "AR75",
          "AR_medium",
          "AR_large");

  private SampleReports() {}

  /** Stats from .5 on in steps of .0125; the fourth is over nothing. */
  private static List<Stat> stats(List<String> labels, double first) {
    List<Stat> stats = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      stats.add(new Stat(labels.get(i), i == 3 ? -1 : first + i / 80.0));
    }
    return stats;
  }

  private static List<SubsetScores> subsets(Task task) {
    List<SubsetScores> scores = new ArrayList<>();
    for (Subset subset : Subset.ofPaper()) {
      boolean nothing = subset.value().equals("heavy");
      Summary summary =
          new Summary(task, stats(List.of("AP", "AP50", "AP75", "AR"), nothing ? -1 : .25));
      scores.add(
          nothing
              ? new SubsetScores(subset, 0, 0, 0, nothing(task))
              : new SubsetScores(subset, 10, 9, 7, summary));
    }
    return scores;
  }

  private static Summary nothing(Task task) {
    return new Summary(
        task,
        List.of(
            new Stat("AP", -1), new Stat("AP50", -1), new Stat("AP75", -1), new Stat("AR", -1)));
  }

  static EvaluationReport detection() {
    Summary summary = new Summary(Task.DETECTION, stats(DETECTION, .5));
    return report(summary, subsets(Task.DETECTION), DETECTION, LandmarkChoice.VISIBLE_AND_OCCLUDED);
  }

  static EvaluationReport landmarks(LandmarkChoice landmarks) {
    Summary summary = new Summary(Task.LANDMARKS, stats(LANDMARKS, .5));
    return report(summary, List.of(), LANDMARKS, landmarks);
  }

  private static EvaluationReport report(
      Summary summary, List<SubsetScores> subsets, List<String> labels, LandmarkChoice landmarks) {
    return new EvaluationReport(
        List.of(
            new ReportInput("ground truth", "data/gt.json", 120, Optional.of("00ff")),
            new ReportInput("results", "dt.json", 7, Optional.empty())),
        new EvaluationRules(
            "0.1.0",
            BadResults.SKIP,
            SubsetRule.IGNORE,
            landmarks,
            List.of(new Slice("category", "skirt, \"vest\""))),
        new EvaluationReport.Counts(7, 12, 1034, 2),
        List.of("2 records were left out."),
        summary,
        List.of(
            new CategoryScores(1, "short sleeve top", 10, 1, 1030, stats(labels, .75)),
            new CategoryScores(9, "skirt, long", 2, 0, 4, stats(labels, .25))),
        subsets,
        List.of(
            new Curve("skirt, long", "0.50", .5, List.of(1.0, .25), List.of(.875, 0.0)),
            new Curve("skirt, long", "0.50:0.95", .25, List.of(.5, .125), List.of())),
        Optional.empty());
  }

  /** With 500 samples; the second category has no interval. */
  static EvaluationReport withIntervals() {
    EvaluationReport plain = detection();
    List<Interval> all = intervals(.4, .6);
    List<ScoreIntervals> subsets = new ArrayList<>();
    plain
        .subsets()
        .forEach(subset -> subsets.add(new ScoreIntervals(intervals(.1, .2), List.of())));
    return new EvaluationReport(
        plain.inputs(),
        plain.rules(),
        plain.counts(),
        plain.notes(),
        plain.summary(),
        plain.categories(),
        plain.subsets(),
        List.of(),
        Optional.of(
            new ReportIntervals(
                500,
                1,
                new ScoreIntervals(all, List.of(intervals(.7, .8), intervals(-1, -1))),
                subsets)));
  }

  private static List<Interval> intervals(double low, double high) {
    return Stream.of("AP", "AP50", "AP75", "AR").map(l -> new Interval(l, low, high)).toList();
  }
}
