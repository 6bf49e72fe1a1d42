package dev.wardrobe.retrieval;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.results.BadResults;
import dev.wardrobe.structures.Box;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;

/** The official query list. */
final class QueryListFormat implements RecordFormat {
  private static final List<String> KEYS =
      List.of("query_image_id", "bbox", "cls", "style", "pair_id");

  private final List<QueryItem> items = new ArrayList<>();
  private final double[] corners = new double[4];
  private long imageId;
  private int category;
  private int style;
  private int pairId;

  static List<QueryItem> read(Path file) {
    QueryListFormat format = new QueryListFormat();
    RecordFile.read(file, format, BadResults.REFUSE, done -> {});
    return format.items;
  }

  @Override
  public String title() {
    return "a query list";
  }

  @Override
  public String advice() {
    return "mend the list";
  }

  @Override
  public List<String> keys() {
    return KEYS;
  }

  @Override
  public void value(int key, JsonParser parser, RecordValues values) {
    switch (key) {
      case 0 -> imageId = values.atLeast(0, "query_image_id", parser);
      case 1 -> values.groundTruthBox("bbox", parser, corners);
      case 2 -> category = values.category("cls", parser);
      case 3 -> style = values.atLeast(0, "style", parser);
      default -> pairId = values.atLeast(0, "pair_id", parser);
    }
  }

  @Override
  public void finish(RecordValues values) {
    Box box = new Box(corners[0], corners[1], corners[2], corners[3]);
    items.add(new QueryItem(imageId, box, category, style, pairId, Attributes.UNKNOWN));
  }
}
