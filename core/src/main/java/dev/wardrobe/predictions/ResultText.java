package dev.wardrobe.predictions;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.json.PythonJson;
import dev.wardrobe.results.LandmarkForm;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.RleMask;
import java.nio.charset.StandardCharsets;

/**
 * Records of results as text. Coordinates are rounded to hundredths of a pixel; scores are written
 * to the last digit, for they decide the order.
 */
final class ResultText {
  private static final byte[] ZEROS = "0.0, 0.0, 0.0".getBytes(StandardCharsets.US_ASCII);

  private ResultText() {}

  /** The beginning of a record of a found item. */
  static PythonJson start(PythonJson json, int imageId, Category category) {
    json.raw("{\"image_id\": ").integer(imageId);
    return json.raw(", \"category_id\": ").integer(category.id()).raw(", ");
  }

  /** The end of a record of a found item. */
  static void end(PythonJson json, double score) {
    json.raw(", \"score\": ").real(score).raw("}");
  }

  /** A box as corner and size. */
  static void box(PythonJson json, Box box) {
    json.raw("\"bbox\": [").real(rounded(box.x1())).raw(", ").real(rounded(box.y1()));
    json.raw(", ").real(rounded(box.width())).raw(", ").real(rounded(box.height())).raw("]");
  }

  /** A mask as compressed run lengths. */
  static void mask(PythonJson json, RleMask mask) {
    json.raw("\"segmentation\": {\"size\": [").integer(mask.size().height()).raw(", ");
    json.integer(mask.size().width()).raw("], \"counts\": ").string(mask.toCompressed()).raw("}");
  }

  /** Landmarks: those of all 294 that are not the category's are zeros, or left out. */
  static void landmarks(
      PythonJson json, Category category, PredictedLandmarks found, LandmarkForm form) {
    LandmarkSchema schema = category.landmarks();
    boolean official = form == LandmarkForm.OFFICIAL;
    json.raw("\"").raw(form.key()).raw("\": [");
    int from = official ? 0 : schema.offset();
    int to = official ? LandmarkSchema.TOTAL : schema.offset() + schema.count();
    for (int i = from; i < to; i++) {
      json.raw(i == from ? "" : ", ");
      int own = i - schema.offset();
      if (own < 0 || own >= schema.count()) {
        json.raw(ZEROS);
      } else {
        json.real(rounded(found.x(own))).raw(", ").real(rounded(found.y(own))).raw(", ");
        json.real(found.score(own) > 0 ? Landmarks.VISIBLE : Landmarks.NOT_LABELLED);
      }
    }
    json.raw("]");
  }

  /** What was retrieved for an item. */
  static void row(PythonJson json, RetrievalRow row) {
    json.raw("{\"query_image_id\": ").integer(row.imageId()).raw(", \"query_bbox\": ");
    corners(json, row.box());
    json.raw(", \"query_cls\": ").integer(row.category().id());
    json.raw(", \"query_score\": ").real(row.score()).raw(", \"gallery_image_id\": [");
    for (int i = 0; i < row.retrieved().size(); i++) {
      json.raw(i == 0 ? "" : ", ").integer(row.retrieved().get(i).imageId());
    }
    json.raw("], \"gallery_bbox\": [");
    for (int i = 0; i < row.retrieved().size(); i++) {
      corners(json.raw(i == 0 ? "" : ", "), row.retrieved().get(i).box());
    }
    json.raw("]}");
  }

  /** A box as two corners. */
  static void corners(PythonJson json, Box box) {
    json.raw("[").real(rounded(box.x1())).raw(", ").real(rounded(box.y1())).raw(", ");
    json.real(rounded(box.x2())).raw(", ").real(rounded(box.y2())).raw("]");
  }

  private static double rounded(double pixels) {
    return Math.rint(pixels * 100) / 100;
  }
}
