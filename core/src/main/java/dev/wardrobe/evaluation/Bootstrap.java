package dev.wardrobe.evaluation;

import dev.wardrobe.groundtruth.GroundTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * How far scores would move if other photos of the same kind had been chosen: the percentile
 * bootstrap over photos. A sample has as many photos as take part, drawn with replacement; a photo
 * that is drawn twice counts as two photos with the same items and detections. The interval holds
 * the middle 95 % of the samples' scores. It says nothing of another training of the same model.
 *
 * <p>Matching is done once, as photos do not depend on each other; only the counting is done again.
 */
public final class Bootstrap {
  private static final double TAIL = .025;

  private final Task task;
  private final GroundTruth groundTruth;
  private final Roles roles;
  private final List<JudgedCategory> judged = new ArrayList<>();

  /** How many items of a category must be found on a photo. */
  private final List<int[]> itemsByPhoto = new ArrayList<>();

  private final int[] photos;

  Bootstrap(Task task, GroundTruth groundTruth, Detections detections, ItemSelection selection) {
    this.task = task;
    this.groundTruth = groundTruth;
    roles = new Roles(task, groundTruth, selection);
    DetectionCells cells = new DetectionCells(groundTruth, detections);
    Scorer scorer = new Scorer(groundTruth, detections, roles, cells, curves());
    for (int k = 0; k < groundTruth.categoryCount(); k++) {
      judged.add(scorer.judge(k));
      itemsByPhoto.add(new int[groundTruth.imageCount()]);
    }
    for (int i = 0; i < groundTruth.items().size(); i++) {
      if (roles.hasItem(i) && !roles.ignores(i, AreaRange.ALL)) {
        int category = groundTruth.items().get(i).categoryIndex();
        itemsByPhoto.get(category)[groundTruth.items().get(i).imageIndex()]++;
      }
    }
    photos = IntStream.range(0, groundTruth.imageCount()).filter(roles::hasPhoto).toArray();
  }

  /**
   * The intervals of a task's scores.
   *
   * @param detections made for this ground truth
   * @param samples how many to draw, at least 1; 1,000 is usual
   * @param seed equal seeds give equal intervals
   * @param progress gets the number of samples scored so far
   */
  public static ScoreIntervals of(
      Task task,
      GroundTruth groundTruth,
      Detections detections,
      ItemSelection selection,
      int samples,
      long seed,
      IntConsumer progress) {
    return new Bootstrap(task, groundTruth, detections, selection)
        .intervals(samples, seed, progress);
  }

  private ScoreIntervals intervals(int samples, long seed, IntConsumer progress) {
    if (samples < 1) {
      throw new IllegalArgumentException("Expected at least 1 sample, but got " + samples);
    }
    int categories = groundTruth.categoryCount();
    List<List<List<Stat>>> found = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < samples; i++) {
      Curves curves = sample(drawn(random));
      List<List<Stat>> stats = new ArrayList<>();
      stats.add(stats(curves, 0, categories));
      for (int k = 0; k < categories; k++) {
        if (roles.hasCategory(k)) {
          stats.add(stats(curves, k, k + 1));
        }
      }
      found.add(stats);
      progress.accept(i + 1);
    }
    List<List<Interval>> intervals = new ArrayList<>();
    for (int scope = 0; scope < found.getFirst().size(); scope++) {
      List<List<Stat>> ofScope = new ArrayList<>();
      for (List<List<Stat>> each : found) {
        ofScope.add(each.get(scope));
      }
      intervals.add(middle(ofScope));
    }
    return new ScoreIntervals(intervals.getFirst(), intervals.subList(1, intervals.size()));
  }

  private int[] drawn(SplittableRandom random) {
    int[] times = new int[groundTruth.imageCount()];
    for (int i = 0; i < photos.length; i++) {
      times[photos[random.nextInt(photos.length)]]++;
    }
    return times;
  }

  /** Precision and recall with photos that are there so often, by index. */
  Curves sample(int[] times) {
    Curves curves = curves();
    for (int k = 0; k < judged.size(); k++) {
      int[] items = itemsByPhoto.get(k);
      int count = 0;
      for (int photo : photos) {
        count += times[photo] * items[photo];
      }
      if (roles.hasCategory(k) && count > 0) {
        judged.get(k).count(curves, 0, count, photo -> times[photo]);
      }
    }
    return curves;
  }

  private Curves curves() {
    return new Curves(
        groundTruth.categoryCount(), List.of(AreaRange.ALL), List.of(task.maxDets().getLast()));
  }

  List<Stat> stats(Curves curves, int fromCategory, int toCategory) {
    return Measure.stats(Measure.ofSubset(task), curves, fromCategory, toCategory);
  }

  /** Of each number the interval between the samples' percentiles. */
  private static List<Interval> middle(List<List<Stat>> samples) {
    List<Interval> intervals = new ArrayList<>();
    for (int metric = 0; metric < samples.getFirst().size(); metric++) {
      int column = metric;
      double[] values =
          samples.stream()
              .mapToDouble(stats -> stats.get(column).value())
              .filter(value -> value >= 0)
              .sorted()
              .toArray();
      String label = samples.getFirst().get(metric).label();
      intervals.add(
          values.length * 2 < samples.size()
              ? new Interval(label, -1, -1)
              : new Interval(label, percentile(values, TAIL), percentile(values, 1 - TAIL)));
    }
    return intervals;
  }

  /** Between neighbours by linear interpolation, as numpy's percentile. */
  static double percentile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int low = (int) at;
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }
}
