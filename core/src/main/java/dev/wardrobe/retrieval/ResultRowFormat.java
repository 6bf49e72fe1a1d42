package dev.wardrobe.retrieval;

import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The official results file. */
final class ResultRowFormat implements RecordFormat {
  private static final List<String> KEYS =
      List.of(
          "query_image_id",
          "query_bbox",
          "query_cls",
          "query_score",
          "gallery_image_id",
          "gallery_bbox");
  private static final int MOST = RetrievalResults.RESULTS;

  private final RetrievalResults.Builder rows = new RetrievalResults.Builder();
  private final double[] box = new double[4];
  private final long[] galleryImages = new long[MOST];
  private final double[] galleryBoxes = new double[4 * MOST];
  private long imageId;
  private int category;
  private double score;
  private int galleryImageCount;
  private int galleryBoxCount;

  RetrievalResults.Builder rows() {
    return rows;
  }

  @Override
  public String title() {
    return "retrieval results";
  }

  @Override
  public String advice() {
    return "mend the file, or leave bad records out with --lenient";
  }

  @Override
  public List<String> keys() {
    return KEYS;
  }

  @Override
  public void value(int key, JsonParser parser, RecordValues values) {
    String field = KEYS.get(key);
    switch (key) {
      case 0 -> imageId = values.whole(field, parser);
      case 1 -> values.box(field, parser, box, 0);
      case 2 -> category = values.category(field, parser);
      case 3 -> score = values.number(field, parser);
      case 4 -> readImages(field, parser, values);
      default -> readBoxes(field, parser, values);
    }
  }

  private void readImages(String field, JsonParser parser, RecordValues values) {
    galleryImageCount = 0;
    if (!values.startsList(field, parser, "a list of image ids")) {
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      long image = values.whole(field, parser);
      if (galleryImageCount < MOST) {
        galleryImages[galleryImageCount] = image;
      }
      galleryImageCount++;
    }
  }

  /** Boxes after those that count are checked too: a file is good or bad as a whole. */
  private void readBoxes(String field, JsonParser parser, RecordValues values) {
    galleryBoxCount = 0;
    if (!values.startsList(field, parser, "a list of boxes")) {
      return;
    }
    int length = 4;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      boolean counts = galleryBoxCount < MOST;
      int numbers =
          values.box(
              field,
              parser,
              counts ? galleryBoxes : new double[4],
              counts ? 4 * galleryBoxCount : 0);
      if (galleryBoxCount > 0 && numbers != length) {
        values.problem(field, "boxes of %d and %d numbers".formatted(length, numbers), "4 in each");
      }
      length = numbers;
      galleryBoxCount++;
    }
  }

  @Override
  public void finish(RecordValues values) {
    boolean enough = values.official() && Math.min(galleryImageCount, galleryBoxCount) >= MOST;
    if (galleryImageCount != galleryBoxCount && !enough) {
      values.problem(
          "gallery_bbox",
          "a list of " + galleryBoxCount,
          "%d boxes, as many as gallery_image_id has".formatted(galleryImageCount));
      return;
    }
    int count = Math.min(MOST, galleryImageCount);
    rows.add(values.record(), imageId, category, score, box, galleryImages, galleryBoxes, count);
  }
}
