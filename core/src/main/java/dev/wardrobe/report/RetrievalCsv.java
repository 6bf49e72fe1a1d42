package dev.wardrobe.report;

import dev.wardrobe.retrieval.RetrievalCounts;
import dev.wardrobe.retrieval.RetrievalScores;
import dev.wardrobe.retrieval.RetrievalSubsetScores;
import java.util.List;

/**
 * An evaluation of retrieval as CSV in long form: {@code task,scope,name,metric,value}, one number
 * a line, lines ending with a line feed. -1 stands for a share of no queries.
 *
 * <p>Scopes: counts, overall, more_than_5 (queries with more than 5 matching gallery items), subset
 * and more_than_5_subset (named "scale small" and so on), published (Table 8, named by variant),
 * published_more_than_5 and published_more_than_5_subset (Table 9 for the boxes at hand, named
 * "pose+class" and "pose+class scale small").
 */
public final class RetrievalCsv {
  private static final String ALL = "all";

  private final RetrievalReport report;
  private final LongCsv csv = new LongCsv("retrieval");

  private RetrievalCsv(RetrievalReport report) {
    this.report = report;
  }

  /** The whole file as text. */
  public static String of(RetrievalReport report) {
    RetrievalCsv writer = new RetrievalCsv(report);
    writer.addCounts(report.counts());
    writer.addScores("overall", ALL, report.overall());
    writer.addScores("more_than_5", ALL, report.many());
    writer.addSubsets("subset", report.subsets());
    writer.addSubsets("more_than_5_subset", report.manySubsets());
    PublishedResults.variants().forEach(writer::addPublished);
    return writer.csv.toString();
  }

  private void addCounts(RetrievalCounts counts) {
    csv.add("counts", ALL, "query_items", counts.queryItems());
    csv.add("counts", ALL, "gallery_items", counts.galleryItems());
    csv.add("counts", ALL, "rows", counts.rows());
    csv.add("counts", ALL, "left_out", counts.leftOut());
    csv.add("counts", ALL, "short_rows", counts.shortRows());
    csv.add("counts", ALL, "rows_of_other_photos", counts.rowsOfOtherPhotos());
    csv.add("counts", ALL, "photos_of_several_pairs", counts.photosOfSeveralPairs());
  }

  private void addSubsets(String scope, List<RetrievalSubsetScores> subsets) {
    for (RetrievalSubsetScores subset : subsets) {
      String name = subset.subset().attribute() + " " + subset.subset().value();
      addScores(scope, name, subset.scores());
    }
  }

  private void addScores(String scope, String name, RetrievalScores scores) {
    csv.add(scope, name, "queries", scores.queries());
    csv.add(scope, name, "missed", scores.missed());
    csv.add(scope, name, "without_detections", scores.withoutDetections());
    csv.add(scope, name, "orphans", scores.orphans());
    csv.add(scope, name, "short_rows", scores.shortRows());
    for (int k = 1; k <= scores.correctWithin().size(); k++) {
      csv.add(scope, name, "correct" + k, scores.correct(k));
      csv.add(scope, name, "top" + k, scores.top(k));
    }
  }

  private void addPublished(String variant) {
    List<Double> eight = PublishedResults.retrieval(variant);
    for (int i = 0; i < eight.size(); i++) {
      csv.add("published", variant, "top" + PublishedResults.TOP.get(i), eight.get(i));
    }
    List<Double> nine = PublishedResults.retrievalSubsets(variant, report.rules().boxes());
    List<String> columns = SubsetColumns.names();
    for (int i = 0; i < columns.size(); i++) {
      String name = variant + " " + columns.get(i);
      csv.add("published_more_than_5_subset", name, "top20", nine.get(i));
    }
    for (int i = 0; i < PublishedResults.TOP_OVERALL.size(); i++) {
      String metric = "top" + PublishedResults.TOP_OVERALL.get(i);
      csv.add("published_more_than_5", variant, metric, nine.get(columns.size() + i));
    }
  }
}
