package dev.wardrobe.report;

import dev.wardrobe.evaluation.CategoryScores;
import dev.wardrobe.evaluation.Interval;
import dev.wardrobe.evaluation.Stat;
import dev.wardrobe.evaluation.SubsetScores;
import java.util.List;
import java.util.Locale;

/**
 * An evaluation as CSV in long form: {@code task,scope,name,metric,value}, one number a line, lines
 * ending with a line feed. -1 stands for a mean over nothing.
 *
 * <p>Scopes: counts (photos, items, detections, left_out), overall, category (named by category),
 * subset (named "scale small" and so on), published and published_subset (Match R-CNN's figures,
 * named likewise), curve (named "skirt 0.50" by category and IoU; metrics recall, precision@0.37,
 * score@0.37). Where intervals are asked for, overall, category and subset have AP_low, AP_high and
 * so on, too.
 */
public final class EvaluationCsv {
  private final EvaluationReport report;
  private final LongCsv csv;

  private EvaluationCsv(EvaluationReport report) {
    this.report = report;
    csv = new LongCsv(report.task().label());
  }

  /** The whole file as text. */
  public static String of(EvaluationReport report) {
    EvaluationCsv writer = new EvaluationCsv(report);
    writer.addCounts();
    writer.addStats("overall", "all", report.summary().stats());
    for (CategoryScores category : report.categories()) {
      writer.csv.add("category", category.name(), "items", category.items());
      writer.csv.add("category", category.name(), "ignored", category.ignored());
      writer.csv.add("category", category.name(), "detections", category.detections());
      writer.addStats("category", category.name(), category.stats());
    }
    for (SubsetScores subset : report.subsets()) {
      writer.csv.add("subset", SubsetColumns.name(subset.subset()), "items", subset.items());
      writer.csv.add("subset", SubsetColumns.name(subset.subset()), "counted", subset.counted());
      writer.csv.add("subset", SubsetColumns.name(subset.subset()), "photos", subset.images());
      writer.addStats("subset", SubsetColumns.name(subset.subset()), subset.summary().stats());
    }
    report.intervals().ifPresent(writer::addIntervals);
    writer.addPublished();
    report.curves().forEach(writer::addCurve);
    return writer.csv.toString();
  }

  private void addCounts() {
    csv.add("counts", "all", "photos", report.counts().photos());
    csv.add("counts", "all", "items", report.counts().items());
    csv.add("counts", "all", "detections", report.counts().detections());
    csv.add("counts", "all", "left_out", report.counts().leftOut());
  }

  private void addStats(String scope, String name, List<Stat> stats) {
    stats.forEach(stat -> csv.add(scope, name, stat.label(), stat.value()));
  }

  private void addIntervals(ReportIntervals intervals) {
    addIntervals("overall", "all", intervals.scores().all());
    for (int i = 0; i < report.categories().size(); i++) {
      addIntervals(
          "category", report.categories().get(i).name(), intervals.scores().categories().get(i));
    }
    for (int i = 0; i < report.subsets().size(); i++) {
      String name = SubsetColumns.name(report.subsets().get(i).subset());
      addIntervals("subset", name, intervals.subsets().get(i).all());
    }
  }

  private void addIntervals(String scope, String name, List<Interval> intervals) {
    for (Interval interval : intervals) {
      csv.add(scope, name, interval.label() + "_low", interval.low());
      csv.add(scope, name, interval.label() + "_high", interval.high());
    }
  }

  private void addPublished() {
    List<String> columns = SubsetColumns.names();
    columns.add("all");
    for (String metric : PublishedResults.METRICS) {
      csv.add(
          "published",
          "all",
          metric,
          PublishedResults.overall(report.task(), report.rules().landmarks(), metric));
      List<Double> values =
          PublishedResults.subsets(report.task(), report.rules().landmarks(), metric);
      for (int i = 0; i < columns.size(); i++) {
        csv.add("published_subset", columns.get(i), metric, values.get(i));
      }
    }
  }

  private void addCurve(Curve curve) {
    String name = curve.category() + " " + curve.iou();
    csv.add("curve", name, "recall", curve.recall());
    addSamples(name, "precision", curve.precision());
    addSamples(name, "score", curve.scores());
  }

  private void addSamples(String name, String metric, List<Double> samples) {
    for (int i = 0; i < samples.size(); i++) {
      String at = String.format(Locale.ROOT, "%s@%.2f", metric, i / 100.0);
      csv.add("curve", name, at, samples.get(i));
    }
  }
}
