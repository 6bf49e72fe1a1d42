package dev.wardrobe.report;

import dev.wardrobe.evaluation.AreaRange;
import dev.wardrobe.evaluation.CategoryScores;
import dev.wardrobe.evaluation.Interval;
import dev.wardrobe.evaluation.Stat;
import dev.wardrobe.evaluation.SubsetScores;
import dev.wardrobe.evaluation.Task;
import dev.wardrobe.evaluation.Thresholds;
import dev.wardrobe.json.IndentedJson;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * An evaluation as JSON in UTF-8, indented. Scores have full precision; -1 stands, as in the
 * official tools, for a mean over nothing.
 *
 * <pre>
 * schema            "wardrobe-evaluation"
 * schema_version    1; grows when a key changes its meaning or goes, not when one is added
 * wardrobe_version  which Wardrobe
 * task, iou_type    "detection", "bbox"; "segmentation", "segm"; "landmarks", "keypoints"
 * inputs            a list: role, path, bytes, sha256 (null if unknown)
 * rules             iou_thresholds, recall_thresholds, max_dets, area_ranges (names),
 *                   area_bounds (least and greatest square pixels of each), subset_rule, bad_results ("refuse", "lenient", "as-official"),
 *                   landmarks ("vis", "vis-and-occ"; null for boxes and masks),
 *                   slices (a list: by, value)
 * counts            photos, items, detections, left_out
 * notes             a list of texts
 * summary           the 12 or 10 official numbers by label: AP, AP50, ..., AR_large
 * published         Match R-CNN: AP, AP50, AP75 of Table 2, 4 or 6
 * categories        a list: id, name, items, ignored, detections, scores (labels as in summary)
 * subsets           a list: attribute, value, items, counted (the items that are to be found),
 *                   photos, scores (AP, AP50, AP75, AR) and published (AP, AP50, AP75); empty
 *                   where the ground truth has no attributes
 * published_overall Match R-CNN: AP, AP50, AP75 of the overall column of Table 3, 5 or 7
 * curves            a list: category, iou ("0.50", "0.75", "0.50:0.95"), recall, precision (101
 *                   numbers), scores (101 numbers, or none); empty unless asked for
 * intervals         null unless asked for; samples, seed, summary (AP, AP50, AP75, AR as [low,
 *                   high], of which 95 % of the samples lie between; [-1, -1] where most had
 *                   nothing to average), categories (a list: id, name, scores) and subsets (a
 *                   list: attribute, value, scores), in the order of those above
 * </pre>
 */
public final class EvaluationJson {
  /** The version of the keys. */
  public static final int SCHEMA_VERSION = 1;

  private final JsonGenerator json;
  private final EvaluationReport report;
  private final Task task;

  private EvaluationJson(JsonGenerator json, EvaluationReport report) {
    this.json = json;
    this.report = report;
    task = report.task();
  }

  /** The whole file, with a line feed at its end. */
  public static byte[] of(EvaluationReport report) {
    return IndentedJson.of(json -> new EvaluationJson(json, report).write());
  }

  private void write() {
    json.writeStartObject();
    json.writeStringProperty("schema", "wardrobe-evaluation");
    json.writeNumberProperty("schema_version", SCHEMA_VERSION);
    json.writeStringProperty("wardrobe_version", report.rules().version());
    json.writeStringProperty("task", task.label());
    json.writeStringProperty("iou_type", task.cocoName());
    SharedJson.inputs(json, report.inputs());
    json.writeObjectPropertyStart("rules");
    writeRules();
    json.writeEndObject();
    json.writeObjectPropertyStart("counts");
    json.writeNumberProperty("photos", report.counts().photos());
    json.writeNumberProperty("items", report.counts().items());
    json.writeNumberProperty("detections", report.counts().detections());
    json.writeNumberProperty("left_out", report.counts().leftOut());
    json.writeEndObject();
    SharedJson.texts(json, "notes", report.notes());
    writeStats("summary", report.summary().stats());
    json.writeObjectPropertyStart("published");
    for (String metric : PublishedResults.METRICS) {
      json.writeNumberProperty(
          metric, PublishedResults.overall(task, report.rules().landmarks(), metric));
    }
    json.writeEndObject();
    writeCategories();
    writeSubsets();
    writeCurves();
    writeIntervals();
    json.writeEndObject();
  }

  private void writeRules() {
    SharedJson.numbers(json, "iou_thresholds", Thresholds.iou());
    SharedJson.numbers(json, "recall_thresholds", Thresholds.recall());
    json.writeArrayPropertyStart("max_dets");
    task.maxDets().forEach(json::writeNumber);
    json.writeEndArray();
    SharedJson.texts(
        json, "area_ranges", task.areaRanges().stream().map(AreaRange::label).toList());
    json.writeArrayPropertyStart("area_bounds");
    task.areaRanges().forEach(range -> SharedJson.numbers(json, List.of(range.min(), range.max())));
    json.writeEndArray();
    json.writeStringProperty("subset_rule", report.rules().subsetRule().label());
    json.writeStringProperty("bad_results", Wording.key(report.rules().badResults()));
    if (task == Task.LANDMARKS) {
      json.writeStringProperty("landmarks", Wording.key(report.rules().landmarks()));
    } else {
      json.writeNullProperty("landmarks");
    }
    SharedJson.slices(json, report.rules().slices());
  }

  private void writeStats(String name, List<Stat> stats) {
    json.writeObjectPropertyStart(name);
    stats.forEach(stat -> json.writeNumberProperty(stat.label(), stat.value()));
    json.writeEndObject();
  }

  private void writeCategories() {
    json.writeArrayPropertyStart("categories");
    for (CategoryScores category : report.categories()) {
      json.writeStartObject();
      json.writeNumberProperty("id", category.categoryId());
      json.writeStringProperty("name", category.name());
      json.writeNumberProperty("items", category.items());
      json.writeNumberProperty("ignored", category.ignored());
      json.writeNumberProperty("detections", category.detections());
      writeStats("scores", category.stats());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeSubsets() {
    json.writeArrayPropertyStart("subsets");
    for (int i = 0; i < report.subsets().size(); i++) {
      SubsetScores subset = report.subsets().get(i);
      json.writeStartObject();
      json.writeStringProperty("attribute", subset.subset().attribute());
      json.writeStringProperty("value", subset.subset().value());
      json.writeNumberProperty("items", subset.items());
      json.writeNumberProperty("counted", subset.counted());
      json.writeNumberProperty("photos", subset.images());
      writeStats("scores", subset.summary().stats());
      writePublishedColumn("published", i);
      json.writeEndObject();
    }
    json.writeEndArray();
    writePublishedColumn("published_overall", SubsetColumns.COUNT);
  }

  private void writePublishedColumn(String name, int column) {
    json.writeObjectPropertyStart(name);
    for (String metric : PublishedResults.METRICS) {
      json.writeNumberProperty(
          metric, PublishedResults.subsets(task, report.rules().landmarks(), metric).get(column));
    }
    json.writeEndObject();
  }

  private void writeCurves() {
    json.writeArrayPropertyStart("curves");
    for (Curve curve : report.curves()) {
      json.writeStartObject();
      json.writeStringProperty("category", curve.category());
      json.writeStringProperty("iou", curve.iou());
      json.writeNumberProperty("recall", curve.recall());
      SharedJson.numbers(json, "precision", curve.precision());
      SharedJson.numbers(json, "scores", curve.scores());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeIntervals() {
    if (report.intervals().isEmpty()) {
      json.writeNullProperty("intervals");
      return;
    }
    ReportIntervals intervals = report.intervals().get();
    json.writeObjectPropertyStart("intervals");
    json.writeNumberProperty("samples", intervals.samples());
    json.writeNumberProperty("seed", intervals.seed());
    writeIntervals("summary", intervals.scores().all());
    json.writeArrayPropertyStart("categories");
    for (int i = 0; i < report.categories().size(); i++) {
      json.writeStartObject();
      json.writeNumberProperty("id", report.categories().get(i).categoryId());
      json.writeStringProperty("name", report.categories().get(i).name());
      writeIntervals("scores", intervals.scores().categories().get(i));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("subsets");
    for (int i = 0; i < report.subsets().size(); i++) {
      json.writeStartObject();
      json.writeStringProperty("attribute", report.subsets().get(i).subset().attribute());
      json.writeStringProperty("value", report.subsets().get(i).subset().value());
      writeIntervals("scores", intervals.subsets().get(i).all());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeIntervals(String name, List<Interval> intervals) {
    json.writeObjectPropertyStart(name);
    intervals.forEach(interval ->
        SharedJson.numbers(json, interval.label(), List.of(interval.low(), interval.high())));
    json.writeEndObject();
  }
}
