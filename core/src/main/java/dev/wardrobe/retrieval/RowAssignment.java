package dev.wardrobe.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which row of the results stands for which query. */
final class RowAssignment {
  private final List<QueryItem> queries;
  private final RetrievalResults results;
  private final Map<Long, Photo> photos = new HashMap<>();
  private final int[] rowOf;
  private int rowsOfOtherPhotos;
  private boolean onGroundTruth = true;

  /** A consumer's photo. */
  private static final class Photo {
    final List<Integer> queries = new ArrayList<>(2);
    boolean detected;
  }

  RowAssignment(List<QueryItem> queries, RetrievalResults results) {
    this.queries = queries;
    this.results = results;
    rowOf = new int[queries.size()];
    Arrays.fill(rowOf, -1);
    for (int i = 0; i < queries.size(); i++) {
      photos.computeIfAbsent(queries.get(i).imageId(), _ -> new Photo()).queries.add(i);
    }
    for (int row = 0; row < results.size(); row++) {
      assign(row);
    }
  }

  private void assign(int row) {
    Photo photo = photos.get(results.imageId(row));
    if (photo == null) {
      rowsOfOtherPhotos++;
      return;
    }
    photo.detected = true;
    int query = bestOverlap(row, photo.queries);
    if (queries.get(query).category() == results.category(row)
        && (rowOf[query] < 0 || isAfter(results.score(row), results.score(rowOf[query])))) {
      rowOf[query] = row;
    }
    onGroundTruth = onGroundTruth && hasBox(photo.queries, row);
  }

  /** The first of the highest overlaps, be they all 0. */
  private int bestOverlap(int row, List<Integer> candidates) {
    int best = candidates.getFirst();
    double overlap = results.iou(row, queries.get(best));
    for (int i = 1; i < candidates.size(); i++) {
      int candidate = candidates.get(i);
      double other = results.iou(row, queries.get(candidate));
      if (isAfter(other, overlap)) {
        overlap = other;
        best = candidate;
      }
    }
    return best;
  }

  /** Whether numpy's argmax prefers a later value: it is larger, or the first that is no number. */
  private static boolean isAfter(double later, double best) {
    return later > best || (Double.isNaN(later) && !Double.isNaN(best));
  }

  private boolean hasBox(List<Integer> candidates, int row) {
    for (int candidate : candidates) {
      var box = queries.get(candidate).box();
      if (box.x1() == results.box(row, 0)
          && box.y1() == results.box(row, 1)
          && box.x2() == results.box(row, 2)
          && box.y2() == results.box(row, 3)) {
        return true;
      }
    }
    return false;
  }

  /** The row that stands for a query, or -1. */
  int row(int query) {
    return rowOf[query];
  }

  /** Whether there is any row for a query's photo. */
  boolean detected(int query) {
    Photo photo = photos.get(queries.get(query).imageId());
    return photo != null && photo.detected;
  }

  int rowsOfOtherPhotos() {
    return rowsOfOtherPhotos;
  }

  int photosOfSeveralPairs() {
    int count = 0;
    for (Photo photo : photos.values()) {
      boolean several =
          photo.queries.stream().mapToInt(i -> queries.get(i).pairId()).distinct().count() > 1;
      count += several ? 1 : 0;
    }
    return count;
  }

  /** Whether there are rows, and the box of each is that of an item of its photo. */
  boolean onGroundTruth() {
    return onGroundTruth && results.size() > rowsOfOtherPhotos;
  }
}
