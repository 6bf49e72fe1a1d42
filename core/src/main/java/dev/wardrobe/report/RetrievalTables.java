package dev.wardrobe.report;

import dev.wardrobe.retrieval.RetrievalScores;
import dev.wardrobe.retrieval.RetrievalSubsetScores;
import dev.wardrobe.tables.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables about one evaluation of retrieval. */
final class RetrievalTables {
  private static final int LAST = 20;
  private static final String OURS = "ours";

  private final RetrievalReport report;

  RetrievalTables(RetrievalReport report) {
    this.report = report;
  }

  /** The official script's counters and shares, under its names. */
  Table counters() {
    RetrievalScores scores = report.overall();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("query_num", count(scores.queries()), ""));
    rows.add(List.of("miss_num", count(scores.missed()), ""));
    for (int k : RetrievalScores.CUTOFFS) {
      rows.add(List.of("top-" + k, count(scores.correct(k)), share(scores.top(k))));
    }
    return new Table(
        "Retrieval as the official script counts it",
        1,
        List.of("", "queries", "share"),
        rows,
        List.of());
  }

  /** In full, as the official script prints it. */
  private static String share(double share) {
    return share == -1 ? ScoreText.NOTHING : Double.toString(share);
  }

  /** Table 8. */
  Table overall() {
    List<String> header = new ArrayList<>(List.of(""));
    List<String> ours = new ArrayList<>(List.of(OURS));
    for (int k : PublishedResults.TOP) {
      header.add("top-" + k);
      ours.add(ScoreText.of(report.overall().top(k)));
    }
    List<List<String>> rows = new ArrayList<>(List.of(ours));
    for (String variant : PublishedResults.variants()) {
      rows.add(row(variant, PublishedResults.retrieval(variant)));
    }
    return new Table("Table 8: consumer-to-shop retrieval", 1, header, rows, overallNotes());
  }

  private List<String> overallNotes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Match R-CNN there: detected boxes; trained on the released half. Rows: what it learns");
    notes.add("together with matching.");
    if (report.rules().boxes() == Boxes.GROUND_TRUTH) {
      notes.add("Ours has ground-truth boxes: not comparable with this table.");
    }
    return notes;
  }

  private static List<String> row(String name, List<Double> values) {
    List<String> row = new ArrayList<>(List.of(name));
    values.forEach(value -> row.add(ScoreText.of(value)));
    return row;
  }

  /** Table 9, its last three columns. */
  Table manyOverall() {
    List<String> header = new ArrayList<>(List.of(""));
    List<String> ours = new ArrayList<>(List.of(OURS));
    for (int k : PublishedResults.TOP_OVERALL) {
      header.add("top-" + k);
      ours.add(ScoreText.of(report.many().top(k)));
    }
    List<List<String>> rows = new ArrayList<>(List.of(ours));
    for (String variant : PublishedResults.variants()) {
      List<Double> published = PublishedResults.retrievalSubsets(variant, report.rules().boxes());
      rows.add(row(variant, published.subList(SubsetColumns.COUNT, published.size())));
    }
    return new Table(
        "Table 9, overall: %s with more than 5 matching gallery items, %s boxes"
            .formatted(
                report.many().queries() == 1
                    ? "1 query"
                    : count(report.many().queries()) + " queries",
                report.rules().boxes().label()),
        1,
        header,
        rows,
        List.of(Wording.FULL_SET));
  }

  /** Table 9, its first twelve columns; only where there are subsets. */
  Table manySubsets() {
    List<String> ours = new ArrayList<>(List.of(OURS));
    List<String> queries = new ArrayList<>(List.of("queries"));
    for (RetrievalSubsetScores subset : report.manySubsets()) {
      ours.add(ScoreText.of(subset.scores().top(LAST)));
      queries.add(Integer.toString(subset.scores().queries()));
    }
    List<List<String>> rows = new ArrayList<>(List.of(ours));
    for (String variant : PublishedResults.variants()) {
      List<Double> published = PublishedResults.retrievalSubsets(variant, report.rules().boxes());
      rows.add(row(variant, published.subList(0, SubsetColumns.COUNT)));
    }
    rows.add(queries);
    return new Table(
        "Table 9, by subset: top-20 of the same queries",
        1,
        SubsetColumns.groups(),
        SubsetColumns.header(List.of(""), List.of()),
        rows,
        List.of());
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
