package dev.wardrobe.evaluation;

import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.groundtruth.GroundTruthItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The official evaluation written down as it is described, slow and obvious: what {@link
 * Evaluation} and {@link SubsetScores} are checked against.
 */
final class PlainEvaluation {
  private static final double[] IOU = {.5, .55, .6, .65, .7, .75, .8, .85, 0.8999999999999999, .95};

  /** What one cell comes to in one area range. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes them
  record Cell(
      List<Integer> detections,
      List<Integer> items,
      List<Boolean> itemIgnored,
      long[][] matchedIds,
      boolean[][] detectionIgnored) {}

  private final Task task;
  private final GroundTruth gt;
  private final Detections dt;
  private final Set<Integer> subset;
  private final SubsetRule rule;
  private final Set<Integer> photos;

  /** Scores against the items whose indices are in the subset, on the photos given. */
  PlainEvaluation(
      Task task,
      GroundTruth gt,
      Detections dt,
      Set<Integer> subset,
      SubsetRule rule,
      Set<Integer> photos) {
    this.task = task;
    this.gt = gt;
    this.dt = dt;
    this.subset = subset;
    this.rule = rule;
    this.photos = new HashSet<>(photos);
    Set<Integer> withSubset = new HashSet<>();
    Set<Integer> withOthers = new HashSet<>();
    for (int i = 0; i < gt.items().size(); i++) {
      (subset.contains(i) ? withSubset : withOthers).add(gt.items().get(i).imageIndex());
    }
    if (rule == SubsetRule.IMAGES_ANY || rule == SubsetRule.IMAGES_ALL) {
      this.photos.retainAll(withSubset);
    }
    if (rule == SubsetRule.IMAGES_ALL) {
      this.photos.removeAll(withOthers);
    }
  }

  int photoCount() {
    return photos.size();
  }

  private static final Comparator<Double> BEST_FIRST =
      (a, b) -> {
        if (a.isNaN() || b.isNaN()) {
          return Boolean.compare(a.isNaN(), b.isNaN());
        }
        return a > b ? -1 : a < b ? 1 : 0; // unlike Double.compare, 0 and -0 are equal
      };

  Cell cell(int image, int category, AreaRange range) {
    List<Integer> items = new ArrayList<>();
    List<Integer> positions = new ArrayList<>();
    List<Boolean> ignored = new ArrayList<>();
    for (boolean wanted : List.of(false, true)) {
      for (int at = 0; at < gt.cellSize(image, category); at++) {
        int item = gt.cellItem(image, category, at);
        boolean dropped = rule == SubsetRule.DROP && !subset.contains(item);
        if (!dropped && ignores(item, range) == wanted) {
          items.add(item);
          positions.add(at);
          ignored.add(wanted);
        }
      }
    }
    List<Integer> dts = new ArrayList<>();
    for (int d = 0; d < dt.size(); d++) {
      if (dt.imageIndex(d) == image && dt.categoryIndex(d) == category) {
        dts.add(d);
      }
    }
    dts.sort(Comparator.comparing(d -> dt.score(d), BEST_FIRST));
    dts = dts.subList(0, Math.min(dts.size(), task.maxDets().getLast()));
    return match(dts, items, positions, ignored, range);
  }

  private boolean ignores(int index, AreaRange range) {
    GroundTruthItem item = gt.items().get(index);
    return !subset.contains(index)
        || item.crowd()
        || (task == Task.LANDMARKS && item.keypointCount() == 0)
        || outside(item.area(), range);
  }

  private static boolean outside(double area, AreaRange range) {
    return switch (range) {
      case ALL -> area < 0 || area > 1e10;
      case SMALL -> area < 0 || area > 32 * 32;
      case MEDIUM -> area < 32 * 32 || area > 96 * 96;
      case LARGE -> area < 96 * 96 || area > 1e10;
    };
  }

  private Cell match(
      List<Integer> dts,
      List<Integer> items,
      List<Integer> positions,
      List<Boolean> ignored,
      AreaRange range) {
    long[][] matchedIds = new long[IOU.length][dts.size()];
    boolean[][] dtIgnored = new boolean[IOU.length][dts.size()];
    for (int t = 0; t < IOU.length; t++) {
      Set<Integer> taken = new HashSet<>();
      for (int d = 0; d < dts.size(); d++) {
        double iou = Math.min(IOU[t], 1 - 1e-10);
        int m = -1;
        for (int g = 0; g < items.size(); g++) {
          if (taken.contains(g) && !gt.items().get(items.get(g)).crowd()) {
            continue;
          }
          if (m > -1 && !ignored.get(m) && ignored.get(g)) {
            break;
          }
          double overlap = dt.overlap(dts.get(d), positions.get(g));
          if (overlap < iou) {
            continue;
          }
          iou = overlap;
          m = g;
        }
        if (m > -1) {
          taken.add(m);
          dtIgnored[t][d] = ignored.get(m);
          matchedIds[t][d] = gt.items().get(items.get(m)).id();
        }
        if (matchedIds[t][d] == 0 && outside(dt.area(dts.get(d)), range)) {
          dtIgnored[t][d] = true;
        }
      }
    }
    return new Cell(dts, items, ignored, matchedIds, dtIgnored);
  }

  /** One row of the concatenated cells: a detection and what became of it. */
  private record Row(double score, boolean matched, boolean ignored) {}

  /** By the names "precision", "scores" and "recall" the three arrays, last axis fastest. */
  Map<String, double[]> arrays(List<AreaRange> areas, List<Integer> maxDets) {
    CurveShape shape =
        new CurveShape(IOU.length, 101, gt.categoryCount(), areas.size(), maxDets.size());
    double[] precision = new double[shape.precisionSize()];
    double[] scores = new double[shape.precisionSize()];
    double[] recall = new double[shape.recallSize()];
    for (int k = 0; k < gt.categoryCount(); k++) {
      for (int a = 0; a < areas.size(); a++) {
        Map<Integer, Cell> cells = new HashMap<>();
        for (int image : photos) {
          cells.put(image, cell(image, k, areas.get(a)));
        }
        for (int m = 0; m < maxDets.size(); m++) {
          for (int t = 0; t < IOU.length; t++) {
            List<double[]> curve = new ArrayList<>();
            recall[shape.recallIndex(t, k, a, m)] = curve(cells, maxDets.get(m), t, curve);
            for (int r = 0; r < 101; r++) {
              precision[shape.precisionIndex(t, r, k, a, m)] = curve.get(r)[0];
              scores[shape.precisionIndex(t, r, k, a, m)] = curve.get(r)[1];
            }
          }
        }
      }
    }
    Map<String, double[]> arrays = new LinkedHashMap<>();
    arrays.put("precision", precision);
    arrays.put("recall", recall);
    arrays.put("scores", scores);
    return arrays;
  }

  /** Fills precision and score at 101 recalls; returns the last recall. */
  private double curve(Map<Integer, Cell> cells, int maxDet, int t, List<double[]> curve) {
    List<Row> rows = new ArrayList<>();
    int items = 0;
    for (int image = 0; image < gt.imageCount(); image++) {
      Cell cell = cells.get(image);
      if (cell != null) {
        for (int d = 0; d < Math.min(maxDet, cell.detections().size()); d++) {
          rows.add(
              new Row(
                  dt.score(cell.detections().get(d)),
                  cell.matchedIds()[t][d] != 0,
                  cell.detectionIgnored()[t][d]));
        }
        items += (int) cell.itemIgnored().stream().filter(ignored -> !ignored).count();
      }
    }
    if (items == 0) {
      for (int r = 0; r < 101; r++) {
        curve.add(new double[] {-1, -1});
      }
      return -1;
    }
    rows.sort(Comparator.comparing(Row::score, BEST_FIRST));
    return sample(rows, items, curve);
  }

  private static double sample(List<Row> rows, int items, List<double[]> curve) {
    double[] precision = new double[rows.size()];
    double[] recall = new double[rows.size()];
    double tp = 0;
    double fp = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).ignored()) {
        tp += rows.get(i).matched() ? 1 : 0;
        fp += rows.get(i).matched() ? 0 : 1;
      }
      recall[i] = tp / items;
      precision[i] = tp / (fp + tp + 2.220446049250313e-16);
    }
    for (int i = rows.size() - 1; i > 0; i--) {
      precision[i - 1] = Math.max(precision[i - 1], precision[i]);
    }
    for (int r = 0; r < 101; r++) {
      int at = 0;
      while (at < rows.size() && recall[at] < (r == 100 ? 1 : r * .01)) {
        at++;
      }
      curve.add(
          at < rows.size()
              ? new double[] {precision[at], rows.get(at).score()}
              : new double[] {0, 0});
    }
    return rows.isEmpty() ? 0 : recall[rows.size() - 1];
  }
}
