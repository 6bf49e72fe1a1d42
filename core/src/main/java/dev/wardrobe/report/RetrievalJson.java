package dev.wardrobe.report;

import dev.wardrobe.json.IndentedJson;
import dev.wardrobe.retrieval.RetrievalCounts;
import dev.wardrobe.retrieval.RetrievalScores;
import dev.wardrobe.retrieval.RetrievalSubsetScores;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * An evaluation of retrieval as JSON in UTF-8, indented. Shares have full precision; -1 stands for
 * a share of no queries.
 *
 * <pre>
 * schema            "wardrobe-retrieval"
 * schema_version    1; grows when a key changes its meaning or goes, not when one is added
 * wardrobe_version  which Wardrobe
 * task              "retrieval"
 * inputs            a list: role, path, bytes, sha256 (null if unknown)
 * rules             bad_results ("refuse", "lenient", "as-official"), boxes ("detected",
 *                   "ground-truth"), min_iou, slices (a list: by, value)
 * counts            query_items, gallery_items, rows, left_out, short_rows,
 *                   rows_of_other_photos, photos_of_several_pairs
 * notes             a list of texts
 * overall           scores over all queries: Table 8
 * more_than_5       scores over the queries with more than 5 matching gallery items: Table 9
 * subsets           a list: attribute, value, overall and more_than_5, each scores; empty where
 *                   the queries have no attributes
 * published         Match R-CNN: a list: variant, table8 (top-1, 5, 10, 15, 20 with detected
 *                   boxes), table9_ground_truth_boxes and table9_detected_boxes (top-20 of the
 *                   twelve subsets, then top-1, 10 and 20 overall)
 * </pre>
 *
 * <p>Scores are: queries (query_num), missed (miss_num), without_detections, orphans, short_rows,
 * correct_within (how many queries were found among the first 1, 2, ... 20 results), top1, top5,
 * top10, top15, top20.
 */
public final class RetrievalJson {
  /** The version of the keys. */
  public static final int SCHEMA_VERSION = 1;

  /** From which overlap on a result is the right item. */
  private static final double MIN_IOU = .5;

  private final JsonGenerator json;
  private final RetrievalReport report;

  private RetrievalJson(JsonGenerator json, RetrievalReport report) {
    this.json = json;
    this.report = report;
  }

  /** The whole file, with a line feed at its end. */
  public static byte[] of(RetrievalReport report) {
    return IndentedJson.of(json -> new RetrievalJson(json, report).write());
  }

  private void write() {
    json.writeStartObject();
    json.writeStringProperty("schema", "wardrobe-retrieval");
    json.writeNumberProperty("schema_version", SCHEMA_VERSION);
    json.writeStringProperty("wardrobe_version", report.rules().version());
    json.writeStringProperty("task", "retrieval");
    SharedJson.inputs(json, report.inputs());
    json.writeObjectPropertyStart("rules");
    json.writeStringProperty("bad_results", Wording.key(report.rules().badResults()));
    json.writeStringProperty("boxes", report.rules().boxes().label());
    json.writeNumberProperty("min_iou", MIN_IOU);
    SharedJson.slices(json, report.rules().slices());
    json.writeEndObject();
    writeCounts(report.counts());
    SharedJson.texts(json, "notes", report.notes());
    writeScores("overall", report.overall());
    writeScores("more_than_5", report.many());
    writeSubsets();
    writePublished();
    json.writeEndObject();
  }

  private void writeCounts(RetrievalCounts counts) {
    json.writeObjectPropertyStart("counts");
    json.writeNumberProperty("query_items", counts.queryItems());
    json.writeNumberProperty("gallery_items", counts.galleryItems());
    json.writeNumberProperty("rows", counts.rows());
    json.writeNumberProperty("left_out", counts.leftOut());
    json.writeNumberProperty("short_rows", counts.shortRows());
    json.writeNumberProperty("rows_of_other_photos", counts.rowsOfOtherPhotos());
    json.writeNumberProperty("photos_of_several_pairs", counts.photosOfSeveralPairs());
    json.writeEndObject();
  }

  private void writeScores(String name, RetrievalScores scores) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("queries", scores.queries());
    json.writeNumberProperty("missed", scores.missed());
    json.writeNumberProperty("without_detections", scores.withoutDetections());
    json.writeNumberProperty("orphans", scores.orphans());
    json.writeNumberProperty("short_rows", scores.shortRows());
    json.writeArrayPropertyStart("correct_within");
    scores.correctWithin().forEach(json::writeNumber);
    json.writeEndArray();
    for (int k : RetrievalScores.CUTOFFS) {
      json.writeNumberProperty("top" + k, scores.top(k));
    }
    json.writeEndObject();
  }

  private void writeSubsets() {
    json.writeArrayPropertyStart("subsets");
    List<RetrievalSubsetScores> all = report.subsets();
    for (int i = 0; i < all.size(); i++) {
      json.writeStartObject();
      json.writeStringProperty("attribute", all.get(i).subset().attribute());
      json.writeStringProperty("value", all.get(i).subset().value());
      writeScores("overall", all.get(i).scores());
      writeScores("more_than_5", report.manySubsets().get(i).scores());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writePublished() {
    json.writeArrayPropertyStart("published");
    for (String variant : PublishedResults.variants()) {
      json.writeStartObject();
      json.writeStringProperty("variant", variant);
      SharedJson.numbers(json, "table8", PublishedResults.retrieval(variant));
      SharedJson.numbers(
          json,
          "table9_ground_truth_boxes",
          PublishedResults.retrievalSubsets(variant, Boxes.GROUND_TRUTH));
      SharedJson.numbers(
          json,
          "table9_detected_boxes",
          PublishedResults.retrievalSubsets(variant, Boxes.DETECTED));
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
