package dev.wardrobe.statistics;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.Rule;
import dev.wardrobe.statistics.AttributeShares.Share;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Statistics as CSV in long form: {@code split,table,row,column,value}, one number a line, lines
 * ending with a line feed. A number that does not exist, such as the mean of nothing, has no line.
 * The last split is always "overall". Texts are quoted as RFC 4180 says where they must be.
 *
 * <p>Tables: table1 (counted, paper, released), attributes (row "scale small" and so on; items,
 * percent, paper_percent), categories, sources, items_per_photo, polygons_per_item (items with 0,
 * 1, 2, ... polygons), landmarks, masks, identities, pairs, photo_sizes, left_out.
 */
public final class StatisticsCsv {
  private final StringBuilder csv = new StringBuilder("split,table,row,column,value\n");
  private String split = "";
  private String table = "";

  private StatisticsCsv() {}

  /** The whole file as text. */
  public static String of(Statistics statistics) {
    StatisticsCsv writer = new StatisticsCsv();
    statistics.splits().forEach(writer::addSplit);
    writer.addSplit(statistics.overall());
    return writer.csv.toString();
  }

  private void addSplit(SplitStatistics statistics) {
    split = statistics.name();
    addTableOne(statistics);
    if (statistics.annotated()) {
      addAttributes(statistics);
      addCategories(statistics);
      addSources(statistics);
      addHistogram("items_per_photo", "photos", statistics.photos().items());
      addLandmarks(statistics);
      addMasks(statistics);
      addIdentities(statistics.identities());
      addPairs(statistics.pairs());
      addSizes(statistics.sizes());
    }
    addLeftOut(statistics);
  }

  private void addTableOne(SplitStatistics statistics) {
    table = "table1";
    for (Figure figure : Figure.values()) {
      add(figure.key(), "counted", figure.counted(statistics));
      add(figure.key(), "paper", PublishedFigures.paper(figure, statistics.scope()));
      add(figure.key(), "released", PublishedFigures.released(figure, statistics.scope()));
    }
    add("photos", "annotated", statistics.photos().annotated());
    add("photos", "without_annotation", statistics.photos().withoutAnnotation());
  }

  private void addAttributes(SplitStatistics statistics) {
    table = "attributes";
    for (AttributeShares attribute : AttributeShares.of(statistics.attributes())) {
      for (Share share : attribute.shares()) {
        String row = attribute.key() + " " + share.label();
        add(row, "items", share.items());
        add(row, "percent", share.percent());
        add(row, "paper_percent", share.paperPercent());
      }
      add(attribute.key() + " unknown", "items", attribute.unknown());
    }
  }

  private void addCategories(SplitStatistics statistics) {
    table = "categories";
    ItemCounts items = statistics.items();
    for (Category category : Category.ALL) {
      String row = category.annotationName();
      add(row, "items", items.categories().of(category));
      add(row, "percent", items.categories().percent(category));
      add(row, "consumer_items", items.consumerCategories().of(category));
      add(row, "shop_items", items.shopCategories().of(category));
      add(row, "labelled_landmarks", statistics.landmarks().labelledByCategory().of(category));
      add(row, "mean_labelled_landmarks", statistics.meanLabelled(category));
    }
  }

  private void addSources(SplitStatistics statistics) {
    table = "sources";
    for (Source source : Source.values()) {
      add(source.annotationName(), "photos", statistics.photos().sources().of(source));
      add(source.annotationName(), "items", statistics.items().sources().of(source));
    }
    add("unknown", "photos", statistics.photos().sources().unknown());
    add("unknown", "items", statistics.items().sources().unknown());
  }

  private void addHistogram(String name, String column, Histogram histogram) {
    table = name;
    List<Long> bins = histogram.bins();
    for (int i = 0; i < bins.size(); i++) {
      add(Histogram.label(i), column, bins.get(i));
    }
    add("mean", "value", histogram.mean());
    add("most", "value", histogram.largest());
  }

  private void addLandmarks(SplitStatistics statistics) {
    table = "landmarks";
    LandmarkCounts landmarks = statistics.landmarks();
    add("labelled", "count", landmarks.labelled());
    add("visible", "count", landmarks.visible());
    add("occluded", "count", landmarks.occluded());
    add("not_labelled", "count", landmarks.notLabelled());
  }

  private void addMasks(SplitStatistics statistics) {
    table = "masks";
    MaskCounts masks = statistics.masks();
    add("polygons", "count", masks.polygons());
    add("points", "count", masks.points());
    add("run_length_items", "count", masks.runLengthItems());
    addHistogram("polygons_per_item", "items", masks.parts());
  }

  private void addIdentities(IdentityCounts identities) {
    table = "identities";
    add("pair_ids", "count", identities.pairIds());
    add("pair_ids_on_both_sides", "count", identities.pairIdsOnBothSides());
    add("identities", "count", identities.identities());
    add("on_both_sides", "count", identities.onBothSides());
    add("consumer_only", "count", identities.consumerOnly());
    add("shop_only", "count", identities.shopOnly());
    add("items_without_style", "count", identities.itemsWithoutStyle());
  }

  private void addPairs(PairCounts pairs) {
    table = "pairs";
    add("positive", "count", pairs.positive());
    add("queries", "count", pairs.queries());
    add("orphan_queries", "count", pairs.orphanQueries());
    add("gallery", "count", pairs.gallery());
    add("orphan_gallery", "count", pairs.orphanGallery());
    add("query_rows", "count", pairs.queryRows());
  }

  private void addSizes(SizeCounts sizes) {
    table = "photo_sizes";
    add("known", "photos", sizes.photos());
    if (sizes.photos() > 0) {
      add("width", "smallest", sizes.smallestWidth());
      add("width", "mean", sizes.meanWidth());
      add("width", "largest", sizes.largestWidth());
      add("height", "smallest", sizes.smallestHeight());
      add("height", "mean", sizes.meanHeight());
      add("height", "largest", sizes.largestHeight());
      add("portrait", "photos", sizes.portrait());
      add("landscape", "photos", sizes.landscape());
      add("square", "photos", sizes.square());
    }
  }

  private void addLeftOut(SplitStatistics statistics) {
    table = "left_out";
    add("all", "photos", statistics.photos().leftOutCount());
    add("all", "items", statistics.items().leftOutCount());
    addRules("photos", statistics.photos().leftOut());
    addRules("items", statistics.items().leftOut());
  }

  private void addRules(String column, Map<Rule, Long> counts) {
    counts.forEach((rule, count) -> add(rule.code(), column, count));
  }

  private void add(String row, String column, OptionalLong value) {
    value.ifPresent(number -> add(row, column, number));
  }

  private void add(String row, String column, OptionalDouble value) {
    value.ifPresent(number -> addText(row, column, String.format(Locale.ROOT, "%.4f", number)));
  }

  private void add(String row, String column, long value) {
    addText(row, column, Long.toString(value));
  }

  private void addText(String row, String column, String value) {
    csv.append(quoted(split)).append(',').append(table).append(',').append(row);
    csv.append(',').append(column).append(',').append(value).append('\n');
  }

  private static String quoted(String text) {
    boolean needed = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
