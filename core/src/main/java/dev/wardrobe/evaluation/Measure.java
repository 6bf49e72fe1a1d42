package dev.wardrobe.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * How one number of a summary comes out of the arrays: the mean of a part of precision or recall.
 *
 * @param label the number's label
 * @param kind of what it is the mean
 * @param iou the IoU threshold; {@link #ALL_IOU} for all of them
 * @param area the area range
 * @param maxDets the limit of detections a photo
 */
record Measure(String label, Kind kind, int iou, AreaRange area, int maxDets) {
  private static final int ALL_IOU = -1;
  private static final int IOU_50 = 0;
  private static final int IOU_75 = 5;

  /** What is averaged. */
  enum Kind {
    PRECISION,
    RECALL
  }

  /** The numbers of the official output, in its order. */
  static List<Measure> of(Task task) {
    List<Measure> measures = new ArrayList<>();
    int most = task.maxDets().getLast();
    addPrecision(measures, most);
    for (AreaRange area : task.areaRanges().subList(1, task.areaRanges().size())) {
      measures.add(new Measure("AP_" + area.label(), Kind.PRECISION, ALL_IOU, area, most));
    }
    if (task == Task.LANDMARKS) {
      measures.add(new Measure("AR", Kind.RECALL, ALL_IOU, AreaRange.ALL, most));
      measures.add(new Measure("AR50", Kind.RECALL, IOU_50, AreaRange.ALL, most));
      measures.add(new Measure("AR75", Kind.RECALL, IOU_75, AreaRange.ALL, most));
    } else {
      for (int maxDet : task.maxDets()) {
        measures.add(new Measure("AR" + maxDet, Kind.RECALL, ALL_IOU, AreaRange.ALL, maxDet));
      }
    }
    for (AreaRange area : task.areaRanges().subList(1, task.areaRanges().size())) {
      measures.add(new Measure("AR_" + area.label(), Kind.RECALL, ALL_IOU, area, most));
    }
    return measures;
  }

  /** The numbers of a subset. */
  static List<Measure> ofSubset(Task task) {
    List<Measure> measures = new ArrayList<>();
    int most = task.maxDets().getLast();
    addPrecision(measures, most);
    measures.add(new Measure("AR", Kind.RECALL, ALL_IOU, AreaRange.ALL, most));
    return measures;
  }

  private static void addPrecision(List<Measure> measures, int most) {
    measures.add(new Measure("AP", Kind.PRECISION, ALL_IOU, AreaRange.ALL, most));
    measures.add(new Measure("AP50", Kind.PRECISION, IOU_50, AreaRange.ALL, most));
    measures.add(new Measure("AP75", Kind.PRECISION, IOU_75, AreaRange.ALL, most));
  }

  /** The numbers over a range of categories, the last one excluded. */
  static List<Stat> stats(List<Measure> measures, Curves curves, int fromCategory, int to) {
    return measures.stream().map(m -> new Stat(m.label, m.mean(curves, fromCategory, to))).toList();
  }

  /** The mean of all that is not -1; -1 if nothing is left. */
  private double mean(Curves curves, int fromCategory, int toCategory) {
    CurveShape shape = curves.shape;
    int areaIndex = curves.areaRanges.indexOf(area);
    int maxDetIndex = curves.maxDets.indexOf(maxDets);
    NumpyMean mean = new NumpyMean();
    int fromIou = iou == ALL_IOU ? 0 : iou;
    int toIou = iou == ALL_IOU ? shape.iouThresholds() : iou + 1;
    int recalls = kind == Kind.PRECISION ? shape.recallThresholds() : 1;
    for (int t = fromIou; t < toIou; t++) {
      for (int r = 0; r < recalls; r++) {
        for (int k = fromCategory; k < toCategory; k++) {
          mean.add(
              kind == Kind.PRECISION
                  ? curves.precision[shape.precisionIndex(t, r, k, areaIndex, maxDetIndex)]
                  : curves.recall[shape.recallIndex(t, k, areaIndex, maxDetIndex)]);
        }
      }
    }
    return mean.value();
  }
}
