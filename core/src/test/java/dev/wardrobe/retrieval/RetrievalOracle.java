package dev.wardrobe.retrieval;

import dev.wardrobe.structures.Box;
import java.util.ArrayList;
import java.util.List;

/** The benchmark in plain loops over lists, query by query, as its rules read. */
final class RetrievalOracle {
  private final RetrievalGroundTruth truth;
  private final List<Row> rows;

  /** A row of the results. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares rows
  record Row(long imageId, int category, double score, double[] box, List<Result> results) {}

  /** A result. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares results
  record Result(long imageId, double[] box) {}

  RetrievalOracle(RetrievalGroundTruth truth, List<Row> rows) {
    this.truth = truth;
    this.rows = rows;
  }

  List<QueryOutcome> outcomes() {
    List<QueryOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < truth.queries().size(); i++) {
      QueryItem query = truth.queries().get(i);
      if (query.style() > 0) {
        int row = rowFor(i);
        outcomes.add(
            new QueryOutcome(
                i,
                query,
                (int) truth.gallery().stream().filter(item -> match(query, item)).count(),
                rows.stream().anyMatch(each -> each.imageId() == query.imageId()),
                row,
                row < 0 ? 0 : Math.min(20, rows.get(row).results().size()),
                row < 0 ? 0 : rank(query, rows.get(row).results())));
      }
    }
    return outcomes;
  }

  private static boolean match(QueryItem query, GalleryItem item) {
    return query.pairId() == item.pairId() && query.style() == item.style() && query.style() > 0;
  }

  private int rowFor(int query) {
    List<Integer> candidates = new ArrayList<>();
    List<Double> scores = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).imageId() == truth.queries().get(query).imageId()
          && itemFor(rows.get(row)) == query
          && rows.get(row).category() == truth.queries().get(query).category()) {
        candidates.add(row);
        scores.add(rows.get(row).score());
      }
    }
    return candidates.isEmpty() ? -1 : candidates.get(argmax(scores));
  }

  private int itemFor(Row row) {
    List<Integer> items = new ArrayList<>();
    List<Double> overlaps = new ArrayList<>();
    for (int i = 0; i < truth.queries().size(); i++) {
      QueryItem item = truth.queries().get(i);
      if (item.imageId() == row.imageId()) {
        items.add(i);
        overlaps.add(iou(row.box(), item.box()));
      }
    }
    return items.get(argmax(overlaps));
  }

  private int rank(QueryItem query, List<Result> results) {
    for (int t = 0; t < Math.min(20, results.size()); t++) {
      for (GalleryItem item : truth.gallery()) {
        if (match(query, item)
            && item.imageId() == results.get(t).imageId()
            && iou(results.get(t).box(), item.box()) >= .5) {
          return t + 1;
        }
      }
    }
    return 0;
  }

  /** The first value that is no number, or else the first of the largest. */
  private static int argmax(List<Double> values) {
    int first = values.indexOf(Double.NaN);
    if (first >= 0) {
      return first;
    }
    return values.indexOf(values.stream().mapToDouble(value -> value).max().orElseThrow());
  }

  private static double iou(double[] dt, Box gt) {
    double[] d = {dt[0], dt[1], dt[2] - dt[0], dt[3] - dt[1]};
    double[] g = {gt.x1(), gt.y1(), gt.x2() - gt.x1(), gt.y2() - gt.y1()};
    double w = min(d[2] + d[0], g[2] + g[0]) - max(d[0], g[0]);
    double h = min(d[3] + d[1], g[3] + g[1]) - max(d[1], g[1]);
    return w <= 0 || h <= 0 ? 0 : w * h / (d[2] * d[3] + g[2] * g[3] - w * h);
  }

  private static double min(double a, double b) {
    return Double.isNaN(a) ? b : Math.min(a, b);
  }

  private static double max(double a, double b) {
    return Double.isNaN(a) ? b : Math.max(a, b);
  }
}
