package dev.wardrobe.statistics;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.Rule;
import dev.wardrobe.json.IndentedJson;
import dev.wardrobe.statistics.AttributeShares.Share;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/**
 * Statistics as JSON in UTF-8, indented.
 *
 * <pre>
 * schema            "wardrobe-statistics"
 * schema_version    1; grows when a key changes its meaning or goes, not when one is added
 * name              of the data set
 * why_fewer, source texts about the published figures
 * splits            a list of split objects, in the order of the data set
 * overall           the sum of all splits, as a split object
 * </pre>
 *
 * <p>A split object has these keys; null stands for a number that does not exist:
 *
 * <pre>
 * name, scope       "train", "validation", "test", "overall" or "other"
 * annotated         whether it has any annotation file; if not, all counts but photos are 0
 * table1            for each figure: counted, paper, released
 * photos            total, annotated, without_annotation, left_out, left_out_by_fault,
 *                   by_source {shop, user, unknown}, items_per_photo (a histogram)
 * items             total, left_out, left_out_by_fault, by_source, by_category (a list: id, name,
 *                   items, percent, consumer_items, shop_items, labelled_landmarks,
 *                   mean_labelled_landmarks, landmarks)
 * attributes        scale, occlusion, zoom_in, viewpoint: for each value items, percent (of the
 *                   items that say the attribute) and paper_percent; and unknown, a number of items
 * landmarks         items, labelled, visible, occluded, not_labelled
 * masks             items, run_length_items, polygons, points, polygons_per_item (a histogram)
 * identities        see {@link IdentityCounts}
 * pairs             see {@link PairCounts}
 * photo_sizes       see {@link SizeCounts}; null if no size is known
 * </pre>
 *
 * <p>A histogram has counts (for 0, 1, 2, ...; the last is for its number and all above), mean and
 * most.
 */
public final class StatisticsJson {
  /** The version of the keys. */
  public static final int SCHEMA_VERSION = 1;

  private final JsonGenerator json;

  private StatisticsJson(JsonGenerator json) {
    this.json = json;
  }

  /** The whole file, with a line feed at its end. */
  public static byte[] of(Statistics statistics) {
    return IndentedJson.of(json -> new StatisticsJson(json).write(statistics));
  }

  private void write(Statistics statistics) {
    json.writeStartObject();
    json.writeStringProperty("schema", "wardrobe-statistics");
    json.writeNumberProperty("schema_version", SCHEMA_VERSION);
    json.writeStringProperty("name", statistics.name());
    json.writeStringProperty("why_fewer", PublishedFigures.WHY_FEWER);
    json.writeStringProperty("source", PublishedFigures.SOURCE);
    json.writeArrayPropertyStart("splits");
    statistics.splits().forEach(this::writeSplit);
    json.writeEndArray();
    json.writeName("overall");
    writeSplit(statistics.overall());
    json.writeEndObject();
  }

  private void writeSplit(SplitStatistics split) {
    json.writeStartObject();
    json.writeStringProperty("name", split.name());
    json.writeStringProperty("scope", split.scope().label());
    json.writeBooleanProperty("annotated", split.annotated());
    object("table1", () -> writeTableOne(split));
    object("photos", () -> writePhotos(split.photos()));
    object("items", () -> writeItems(split));
    object("attributes", () -> writeAttributes(split.attributes()));
    object("landmarks", () -> writeLandmarks(split.landmarks()));
    object("masks", () -> writeMasks(split.masks()));
    object("identities", () -> writeIdentities(split.identities()));
    object("pairs", () -> writePairs(split.pairs()));
    if (split.sizes().photos() == 0) {
      json.writeNullProperty("photo_sizes");
    } else {
      object("photo_sizes", () -> writeSizes(split.sizes()));
    }
    json.writeEndObject();
  }

  private void writeTableOne(SplitStatistics split) {
    for (Figure figure : Figure.values()) {
      object(
          figure.key(),
          () -> {
            number("counted", figure.counted(split));
            number("paper", PublishedFigures.paper(figure, split.scope()));
            number("released", PublishedFigures.released(figure, split.scope()));
          });
    }
  }

  private void writePhotos(PhotoCounts photos) {
    number("total", photos.total());
    number("annotated", photos.annotated());
    number("without_annotation", photos.withoutAnnotation());
    number("left_out", photos.leftOutCount());
    writeFaults(photos.leftOut());
    writeCounts("by_source", photos.sources(), Source::annotationName);
    writeHistogram("items_per_photo", photos.items());
  }

  private void writeItems(SplitStatistics split) {
    ItemCounts items = split.items();
    number("total", items.total());
    number("left_out", items.leftOutCount());
    writeFaults(items.leftOut());
    writeCounts("by_source", items.sources(), Source::annotationName);
    json.writeArrayPropertyStart("by_category");
    for (Category category : Category.ALL) {
      json.writeStartObject();
      number("id", category.id());
      json.writeStringProperty("name", category.annotationName());
      number("items", items.categories().of(category));
      number("percent", items.categories().percent(category));
      number("consumer_items", items.consumerCategories().of(category));
      number("shop_items", items.shopCategories().of(category));
      number("labelled_landmarks", split.landmarks().labelledByCategory().of(category));
      number("mean_labelled_landmarks", split.meanLabelled(category));
      number("landmarks", category.landmarks().count());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeAttributes(AttributeCounts counts) {
    for (AttributeShares attribute : AttributeShares.of(counts)) {
      object(
          attribute.key(),
          () -> {
            attribute.shares().forEach(share -> object(share.key(), () -> writeShare(share)));
            number("unknown", attribute.unknown());
          });
    }
  }

  private void writeShare(Share share) {
    number("items", share.items());
    number("percent", share.percent());
    number("paper_percent", share.paperPercent());
  }

  private void writeLandmarks(LandmarkCounts landmarks) {
    number("items", landmarks.items());
    number("labelled", landmarks.labelled());
    number("visible", landmarks.visible());
    number("occluded", landmarks.occluded());
    number("not_labelled", landmarks.notLabelled());
  }

  private void writeMasks(MaskCounts masks) {
    number("items", masks.items());
    number("run_length_items", masks.runLengthItems());
    number("polygons", masks.polygons());
    number("points", masks.points());
    writeHistogram("polygons_per_item", masks.parts());
  }

  private void writeIdentities(IdentityCounts identities) {
    number("pair_ids", identities.pairIds());
    number("pair_ids_on_both_sides", identities.pairIdsOnBothSides());
    number("identities", identities.identities());
    number("on_both_sides", identities.onBothSides());
    number("consumer_only", identities.consumerOnly());
    number("shop_only", identities.shopOnly());
    number("items_without_style", identities.itemsWithoutStyle());
  }

  private void writePairs(PairCounts pairs) {
    number("positive", pairs.positive());
    number("queries", pairs.queries());
    number("orphan_queries", pairs.orphanQueries());
    number("gallery", pairs.gallery());
    number("orphan_gallery", pairs.orphanGallery());
    number("query_rows", pairs.queryRows());
  }

  private void writeSizes(SizeCounts sizes) {
    number("photos", sizes.photos());
    number("smallest_width", sizes.smallestWidth());
    number("mean_width", sizes.meanWidth());
    number("largest_width", sizes.largestWidth());
    number("smallest_height", sizes.smallestHeight());
    number("mean_height", sizes.meanHeight());
    number("largest_height", sizes.largestHeight());
    number("portrait", sizes.portrait());
    number("landscape", sizes.landscape());
    number("square", sizes.square());
  }

  private void writeFaults(Map<Rule, Long> faults) {
    object("left_out_by_fault", () -> faults.forEach((rule, count) -> number(rule.code(), count)));
  }

  private <E extends Enum<E>> void writeCounts(
      String name, EnumCounts<E> counts, Function<E, String> key) {
    object(
        name,
        () -> {
          counts.counts().forEach((value, count) -> number(key.apply(value), count));
          number("unknown", counts.unknown());
        });
  }

  private void writeHistogram(String name, Histogram histogram) {
    object(
        name,
        () -> {
          json.writeArrayPropertyStart("counts");
          histogram.bins().forEach(json::writeNumber);
          json.writeEndArray();
          number("mean", histogram.mean());
          number("most", histogram.largest());
        });
  }

  private void object(String name, Runnable body) {
    json.writeObjectPropertyStart(name);
    body.run();
    json.writeEndObject();
  }

  private void number(String name, long value) {
    json.writeNumberProperty(name, value);
  }

  private void number(String name, OptionalLong value) {
    if (value.isPresent()) {
      json.writeNumberProperty(name, value.getAsLong());
    } else {
      json.writeNullProperty(name);
    }
  }

  private void number(String name, OptionalDouble value) {
    if (value.isPresent()) {
      json.writeNumberProperty(name, value.getAsDouble());
    } else {
      json.writeNullProperty(name);
    }
  }
}
