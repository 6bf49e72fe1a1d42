package dev.wardrobe.statistics;

import static dev.wardrobe.statistics.NumberText.count;
import static dev.wardrobe.statistics.NumberText.mean;
import static dev.wardrobe.statistics.NumberText.percent;
import static dev.wardrobe.statistics.NumberText.percentOf;
import static dev.wardrobe.statistics.NumberText.ratio;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.Rule;
import dev.wardrobe.statistics.SplitStatistics.Scope;
import dev.wardrobe.tables.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** All tables about a data set, for text and page alike. */
final class StatisticsTables {
  private final Statistics statistics;
  private final List<SplitStatistics> annotated;
  private final List<Table> tables = new ArrayList<>();

  private StatisticsTables(Statistics statistics) {
    this.statistics = statistics;
    this.annotated = statistics.annotatedColumns();
  }

  /** The tables that have something to say. */
  static List<Table> of(Statistics statistics) {
    StatisticsTables all = new StatisticsTables(statistics);
    all.addTableOne();
    if (!all.annotated.isEmpty()) {
      all.addShares();
      all.addCategories();
      all.addPhotos();
      all.addLabels();
      all.addPairs();
    }
    all.addSizes();
    all.addLeftOut();
    return List.copyOf(all.tables);
  }

  private void addTableOne() {
    List<List<String>> rows = new ArrayList<>();
    for (Figure figure : Figure.values()) {
      String label = figure.label();
      for (SplitStatistics split : statistics.columns()) {
        rows.add(
            List.of(
                label,
                split.name(),
                count(figure.counted(split)),
                count(PublishedFigures.paper(figure, split.scope())),
                count(PublishedFigures.released(figure, split.scope()))));
        label = "";
      }
    }
    tables.add(
        new Table(
            "Table 1: counted, in the paper, and released",
            2,
            List.of("", "split", "counted", "paper", "released"),
            rows,
            tableOneNotes()));
  }

  private List<String> tableOneNotes() {
    List<String> notes = new ArrayList<>();
    notes.add(PublishedFigures.WHY_FEWER);
    notes.add("Pairs: consumer and shop items with equal pair id and equal style above 0.");
    notes.add("Queries and gallery: items with style above 0 in consumer and shop photos.");
    if (statistics.splits().stream().anyMatch(split -> split.scope() == Scope.OTHER)) {
      notes.add("Published figures are for folders or zips named train, validation and test.");
    }
    return notes;
  }

  private void addShares() {
    List<List<AttributeShares>> columns =
        annotated.stream().map(split -> AttributeShares.of(split.attributes())).toList();
    List<List<String>> rows = new ArrayList<>();
    for (int attribute = 0; attribute < columns.getFirst().size(); attribute++) {
      AttributeShares first = columns.getFirst().get(attribute);
      int a = attribute;
      for (int value = 0; value < first.shares().size(); value++) {
        int v = value;
        List<String> row = new ArrayList<>();
        row.add(v == 0 ? first.name() : "");
        row.add(first.shares().get(v).label());
        columns.forEach(column -> row.add(percent(column.get(a).shares().get(v).percent())));
        row.add(first.shares().get(v).paperPercent() + " %");
        rows.add(row);
      }
      if (columns.stream().anyMatch(column -> column.get(a).unknown() > 0)) {
        List<String> row = new ArrayList<>(List.of("", "not said (items)"));
        columns.forEach(column -> row.add(count(column.get(a).unknown())));
        row.add("");
        rows.add(row);
      }
    }
    tables.add(
        new Table(
            "Figure 3: shares of items",
            2,
            header(List.of("", ""), List.of("paper")),
            rows,
            List.of(
                "The paper's shares are over its whole data set. It has side 8 % and back 7 %;",
                "annotations have one value for both, so 15 % stands for them together.")));
  }

  private void addCategories() {
    SplitStatistics focus = annotated.getLast();
    List<List<String>> rows = new ArrayList<>();
    for (Category category : Category.ALL) {
      List<String> row = new ArrayList<>();
      row.add(category.annotationName());
      annotated.forEach(split -> row.add(count(split.items().categories().of(category))));
      row.add(percent(focus.items().categories().percent(category)));
      row.add(count(focus.items().consumerCategories().of(category)));
      row.add(count(focus.items().shopCategories().of(category)));
      row.add(mean(focus.meanLabelled(category)));
      row.add(Integer.toString(category.landmarks().count()));
      rows.add(row);
    }
    tables.add(
        new Table(
            "Items per category",
            1,
            header(List.of(""), List.of("share", "consumer", "shop", "labelled", "of")),
            rows,
            List.of(
                "Share to labelled: %s. Labelled: landmarks an item has labelled on average, of"
                    .formatted(focus.name()),
                "as many as its category has.")));
  }

  private void addPhotos() {
    Rows rows = new Rows();
    rows.add("photos with annotation", s -> count(s.photos().annotated()));
    rows.add("  of consumers", s -> count(s.photos().sources().of(Source.USER)));
    rows.add("  of shops", s -> count(s.photos().sources().of(Source.SHOP)));
    rows.add("photos without annotation", s -> count(s.photos().withoutAnnotation()));
    rows.add("items", s -> count(s.items().total()));
    rows.add("  in consumer photos", s -> count(s.items().sources().of(Source.USER)));
    rows.add("  in shop photos", s -> count(s.items().sources().of(Source.SHOP)));
    rows.add("items a photo, mean", s -> mean(s.photos().items().mean()));
    rows.add("items a photo, most", s -> count(s.photos().items().largest()));
    for (int bin = 0; bin < Histogram.BINS; bin++) {
      int b = bin;
      if (annotated.getLast().photos().items().bins().get(b) > 0) {
        rows.add(
            "  photos with %s".formatted(Histogram.label(b)),
            s -> count(s.photos().items().bins().get(b)));
      }
    }
    tables.add(rows.table("Photos and items"));
  }

  private void addLabels() {
    Rows rows = new Rows();
    rows.add("landmarks labelled", s -> count(s.landmarks().labelled()));
    rows.add("  visible", s -> count(s.landmarks().visible()));
    rows.add("  occluded", s -> count(s.landmarks().occluded()));
    rows.add(
        "  occluded of labelled",
        s -> percentOf(s.landmarks().occluded(), s.landmarks().labelled()));
    rows.add("landmarks not labelled", s -> count(s.landmarks().notLabelled()));
    rows.add("labelled an item, mean", s -> ratio(s.landmarks().labelled(), s.items().total()));
    rows.add("polygons", s -> count(s.masks().polygons()));
    rows.add("polygon points", s -> count(s.masks().points()));
    rows.add("points a polygon, mean", s -> ratio(s.masks().points(), s.masks().polygons()));
    rows.add("polygons an item, mean", s -> mean(s.masks().parts().mean()));
    rows.add("polygons an item, most", s -> count(s.masks().parts().largest()));
    for (int bin = 0; bin < Histogram.BINS; bin++) {
      int b = bin;
      if (annotated.getLast().masks().parts().bins().get(b) > 0) {
        rows.add(
            "  items with %s".formatted(Histogram.label(b)),
            s -> count(s.masks().parts().bins().get(b)));
      }
    }
    tables.add(rows.table("Landmarks and polygons"));
  }

  private void addPairs() {
    Rows rows = new Rows();
    rows.add("pair ids", s -> count(s.identities().pairIds()));
    rows.add("  with consumer and shop photos", s -> count(s.identities().pairIdsOnBothSides()));
    rows.add("identities (pair id, style > 0)", s -> count(s.identities().identities()));
    rows.add("  in consumer and shop photos", s -> count(s.identities().onBothSides()));
    rows.add("  in consumer photos only", s -> count(s.identities().consumerOnly()));
    rows.add("  in shop photos only", s -> count(s.identities().shopOnly()));
    rows.add("positive pairs", s -> count(s.pairs().positive()));
    rows.add("query items (style > 0)", s -> count(s.pairs().queries()));
    rows.add("  without gallery item", s -> count(s.pairs().orphanQueries()));
    rows.add("gallery items (style > 0)", s -> count(s.pairs().gallery()));
    rows.add("  without query item", s -> count(s.pairs().orphanGallery()));
    rows.add("query list rows (style 0 too)", s -> count(s.pairs().queryRows()));
    rows.add("items of style 0", s -> count(s.identities().itemsWithoutStyle()));
    tables.add(rows.table("Identities and pairs"));
  }

  private void addSizes() {
    if (statistics.overall().sizes().photos() == 0) {
      return;
    }
    Rows rows = new Rows();
    rows.add("photos of known size", s -> count(s.sizes().photos()));
    rows.add("width, smallest", s -> count(s.sizes().smallestWidth()));
    rows.add("width, mean", s -> rounded(s.sizes().meanWidth()));
    rows.add("width, largest", s -> count(s.sizes().largestWidth()));
    rows.add("height, smallest", s -> count(s.sizes().smallestHeight()));
    rows.add("height, mean", s -> rounded(s.sizes().meanHeight()));
    rows.add("height, largest", s -> count(s.sizes().largestHeight()));
    rows.add("portrait", s -> count(s.sizes().portrait()));
    rows.add("landscape", s -> count(s.sizes().landscape()));
    rows.add("square", s -> count(s.sizes().square()));
    tables.add(rows.table("Photo sizes in pixels"));
  }

  private static String rounded(OptionalDouble value) {
    return value.isPresent() ? count(Math.round(value.getAsDouble())) : NumberText.NOTHING;
  }

  private void addLeftOut() {
    Rows rows = new Rows();
    for (Rule rule : rules(s -> s.photos().leftOut())) {
      rows.add("photos: " + rule.code(), s -> count(s.photos().leftOut().getOrDefault(rule, 0L)));
    }
    for (Rule rule : rules(s -> s.items().leftOut())) {
      rows.add("items: " + rule.code(), s -> count(s.items().leftOut().getOrDefault(rule, 0L)));
    }
    if (!rows.isEmpty()) {
      tables.add(rows.table("Left out of all counts but photos, by fault"));
    }
  }

  private Set<Rule> rules(Function<SplitStatistics, Map<Rule, Long>> counts) {
    return new TreeSet<>(counts.apply(statistics.overall()).keySet());
  }

  private List<String> header(List<String> before, List<String> after) {
    List<String> header = new ArrayList<>(before);
    annotated.forEach(split -> header.add(split.name()));
    header.addAll(after);
    return header;
  }

  /** Rows with one number an annotated split. */
  private final class Rows {
    private final List<List<String>> rows = new ArrayList<>();

    void add(String label, Function<SplitStatistics, String> cell) {
      List<String> row = new ArrayList<>();
      row.add(label);
      annotated.forEach(split -> row.add(cell.apply(split)));
      rows.add(row);
    }

    boolean isEmpty() {
      return rows.isEmpty();
    }

    Table table(String title) {
      return new Table(title, 1, header(List.of(""), List.of()), rows, List.of());
    }
  }
}
