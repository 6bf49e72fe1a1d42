package dev.wardrobe.report;

import dev.wardrobe.coco.CocoOptions.LandmarkChoice;
import dev.wardrobe.evaluation.CategoryScores;
import dev.wardrobe.evaluation.Interval;
import dev.wardrobe.evaluation.Stat;
import dev.wardrobe.evaluation.SubsetScores;
import dev.wardrobe.evaluation.Task;
import dev.wardrobe.tables.Table;
import dev.wardrobe.tables.Table.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables about one evaluation. */
final class EvaluationTables {
  private static final String THEIRS = "Match R-CNN";

  private final EvaluationReport report;
  private final Task task;
  private final LandmarkChoice landmarks;

  EvaluationTables(EvaluationReport report) {
    this.report = report;
    task = report.task();
    landmarks = report.rules().landmarks();
  }

  /** The number of the paper's table without subsets; the next one has them. */
  private int number() {
    return switch (task) {
      case DETECTION -> 2;
      case LANDMARKS -> 4;
      case SEGMENTATION -> 6;
    };
  }

  private String what() {
    return switch (task) {
      case DETECTION -> "clothes detection (boxes)";
      case LANDMARKS -> "landmark estimation";
      case SEGMENTATION -> "clothes segmentation (masks)";
    };
  }

  /** Table 2, 4 or 6. */
  Table overall() {
    return new Table(
        "Table %d: %s".formatted(number(), what()),
        1,
        task == Task.LANDMARKS
            ? List.of("", "ours", THEIRS + ", vis", THEIRS + ", vis-and-occ", "difference")
            : List.of("", "ours", THEIRS, "difference"),
        PublishedResults.METRICS.stream().map(this::overallRow).toList(),
        overallNotes());
  }

  private List<String> overallRow(String metric) {
    double ours = report.summary().get(metric);
    List<String> row = new ArrayList<>(List.of(metric, ScoreText.of(ours)));
    if (task == Task.LANDMARKS) {
      row.add(published(LandmarkChoice.VISIBLE, metric));
      row.add(published(LandmarkChoice.VISIBLE_AND_OCCLUDED, metric));
    } else {
      row.add(published(landmarks, metric));
    }
    row.add(ScoreText.difference(ours, PublishedResults.overall(task, landmarks, metric)));
    return row;
  }

  private String published(LandmarkChoice which, String metric) {
    return ScoreText.of(PublishedResults.overall(task, which, metric));
  }

  private List<String> overallNotes() {
    List<String> notes = new ArrayList<>();
    if (task == Task.LANDMARKS) {
      notes.add("Ours, and the difference: %s.".formatted(Wording.of(landmarks)));
    }
    notes.add(THEIRS + " there: on the validation split, trained on the released half.");
    return notes;
  }

  /** Table 3, 5 or 7; only where there are subsets. */
  Table subsets() {
    List<List<String>> rows = new ArrayList<>();
    for (String metric : PublishedResults.METRICS) {
      rows.add(ourSubsets(metric));
      List<String> theirs = new ArrayList<>(List.of("", "paper"));
      PublishedResults.subsets(task, landmarks, metric)
          .forEach(value -> theirs.add(ScoreText.of(value)));
      rows.add(theirs);
    }
    List<String> items = new ArrayList<>(List.of("items", ""));
    report.subsets().forEach(subset -> items.add(Integer.toString(subset.counted())));
    items.add(Long.toString(countedItems()));
    rows.add(items);
    List<Group> groups = SubsetColumns.groups();
    groups.add(new Group("", 1));
    return new Table(
        "Table %d: %s by subset%s"
            .formatted(
                number() + 1, what(), task == Task.LANDMARKS ? ", " + Wording.of(landmarks) : ""),
        2,
        groups,
        SubsetColumns.header(List.of("", ""), List.of("all")),
        rows,
        Wording.subsetNotes(report.rules().subsetRule()));
  }

  private List<String> ourSubsets(String metric) {
    List<String> row = new ArrayList<>(List.of(metric, "ours"));
    for (SubsetScores subset : report.subsets()) {
      row.add(ScoreText.of(subset.summary().get(metric)));
    }
    row.add(ScoreText.of(report.summary().get(metric)));
    return row;
  }

  /** Every category with its items and all its precisions. */
  Table categories() {
    List<String> labels = categoryColumns();
    List<String> header = new ArrayList<>(List.of("", "items", "detections"));
    labels.forEach(label -> header.add(heading(label)));
    List<List<String>> rows = new ArrayList<>();
    for (CategoryScores category : report.categories()) {
      List<String> row = new ArrayList<>();
      row.add(category.name());
      row.add(count(category.items()));
      row.add(count(category.detections()));
      labels.forEach(label -> row.add(ScoreText.of(value(category.stats(), label))));
      rows.add(row);
    }
    List<String> all = new ArrayList<>(List.of("mean over categories"));
    all.add(count(countedItems()));
    all.add(count(report.categories().stream().mapToLong(CategoryScores::detections).sum()));
    labels.forEach(label -> all.add(ScoreText.of(report.summary().get(label))));
    rows.add(all);
    return new Table("Per category", 1, header, rows, List.of());
  }

  /** Every category and subset with its intervals. */
  Table intervals(ReportIntervals intervals) {
    List<String> header = new ArrayList<>(List.of("", ""));
    PublishedResults.METRICS.forEach(metric -> header.addAll(List.of(metric, "95 %")));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < report.categories().size(); i++) {
      CategoryScores category = report.categories().get(i);
      rows.add(
          intervalRow(
              "category",
              category.name(),
              category.stats(),
              intervals.scores().categories().get(i)));
    }
    for (int i = 0; i < report.subsets().size(); i++) {
      SubsetScores subset = report.subsets().get(i);
      rows.add(
          intervalRow(
              subset.subset().attribute().replace('_', '-'),
              subset.subset().value(),
              subset.summary().stats(),
              intervals.subsets().get(i).all()));
    }
    rows.add(intervalRow("all", "", report.summary().stats(), intervals.scores().all()));
    return new Table(
        "Intervals",
        2,
        header,
        rows,
        List.of(
            String.format(
                Locale.ROOT,
                "95 %% of %,d samples of as many photos, drawn with replacement, lie between.",
                intervals.samples())));
  }

  private static List<String> intervalRow(
      String scope, String name, List<Stat> stats, List<Interval> intervals) {
    List<String> row = new ArrayList<>(List.of(scope, name));
    for (String metric : PublishedResults.METRICS) {
      Interval interval =
          intervals.stream().filter(i -> i.label().equals(metric)).findFirst().orElseThrow();
      row.add(ScoreText.of(value(stats, metric)));
      row.add(
          interval.low() < 0
              ? ScoreText.NOTHING
              : ScoreText.of(interval.low()) + " .. " + ScoreText.of(interval.high()));
    }
    return row;
  }

  private long countedItems() {
    return report.categories().stream().mapToLong(CategoryScores::items).sum();
  }

  private List<String> categoryColumns() {
    return report.summary().stats().stream()
        .map(Stat::label)
        .filter(label -> label.startsWith("AP") || label.equals("AR") || label.equals("AR100"))
        .toList();
  }

  /** AP_small is APs and so on, as the COCO papers have it. */
  private static String heading(String label) {
    int split = label.indexOf('_');
    return split < 0 ? label : label.substring(0, split) + label.charAt(split + 1);
  }

  private static double value(List<Stat> stats, String label) {
    return stats.stream()
        .filter(stat -> stat.label().equals(label))
        .mapToDouble(Stat::value)
        .findFirst()
        .orElse(-1);
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
