package dev.wardrobe.evaluation;

import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.groundtruth.GroundTruthItem;
import dev.wardrobe.results.AreaSource;
import dev.wardrobe.results.BoxScanner;
import dev.wardrobe.results.RecordProblems;
import dev.wardrobe.results.ScannedLandmarks;
import dev.wardrobe.results.ScannedMask;
import dev.wardrobe.results.ScannedResult;
import dev.wardrobe.structures.BoxOverlap;
import dev.wardrobe.structures.RunLengths;

/**
 * Turns records into detections with their overlaps, or into problems. Not for several threads at
 * once.
 */
final class DetectionJudge {
  private final Task task;
  private final GroundTruth groundTruth;
  private final DetectionBlock block;
  private final RecordProblems problems;
  private final LandmarkOverlap landmarkOverlap = new LandmarkOverlap();
  private final MaskOverlap maskOverlap = new MaskOverlap();
  private final double[] maskBox = new double[4];
  private int imageIndex;
  private int categoryIndex;

  DetectionJudge(Task task, GroundTruth groundTruth, DetectionBlock block) {
    this.task = task;
    this.groundTruth = groundTruth;
    this.block = block;
    problems = block.problems;
  }

  /** Makes one for each block. */
  interface Factory {
    /** One that fills a block. */
    DetectionJudge create(DetectionBlock block);
  }

  /**
   * Takes the next record.
   *
   * @return whether it was right, so that what follows may be measured by it
   */
  boolean judge(ScannedResult result, AreaSource areaSource) {
    long before = problems.count();
    problems.nextRecord();
    if (!result.instead().isEmpty()) {
      return problems.take(false, "", result.instead(), "an object {...}");
    }
    if (result.has(ScannedResult.CATEGORY_ID)) {
      result.landmarks().place((long) result.number(ScannedResult.CATEGORY_ID));
    }
    if (known(result)
        && complete(result, areaSource)
        && listed(result)
        && finite(result, areaSource)) {
      add(result, areaSource);
    }
    return problems.count() == before;
  }

  private boolean known(ScannedResult result) {
    for (int field : new int[] {ScannedResult.IMAGE_ID, ScannedResult.CATEGORY_ID}) {
      double value = result.number(field);
      if (!result.has(field) || value != Math.rint(value) || Math.abs(value) > 1L << 53) {
        String found = result.has(field) ? "" + value : result.found(field);
        return problems.take(false, ScannedResult.name(field), found, "a whole number");
      }
    }
    long imageId = (long) result.number(ScannedResult.IMAGE_ID);
    imageIndex = groundTruth.imageIndex(imageId);
    if (imageIndex < 0) {
      return problems.takeForeignPhoto(imageId);
    }
    categoryIndex = groundTruth.categoryIndex((long) result.number(ScannedResult.CATEGORY_ID));
    return categoryIndex < 0
        || result.has(ScannedResult.SCORE)
        || problems.take(false, "score", result.found(ScannedResult.SCORE), "a number");
  }

  /** Detections of other categories are dropped by the official scripts once they have areas. */
  private boolean listed(ScannedResult result) {
    if (categoryIndex < 0) {
      String found = "" + (long) result.number(ScannedResult.CATEGORY_ID);
      problems.take(true, "category_id", found, "the id of a category of the ground truth");
    }
    return categoryIndex >= 0;
  }

  /** What a record is needed for: nothing but its area if its category is not listed. */
  private Task purpose(AreaSource areaSource) {
    if (categoryIndex >= 0) {
      return task;
    }
    return switch (areaSource) {
      case MASK -> Task.SEGMENTATION;
      case LANDMARKS -> Task.LANDMARKS;
      default -> Task.DETECTION;
    };
  }

  /** Whether everything is there that the task and the areas need. */
  private boolean complete(ScannedResult result, AreaSource areaSource) {
    Task purpose = purpose(areaSource);
    if (areaSource == AreaSource.UNKNOWN) {
      return problems.take(
          false, "", "neither bbox nor segmentation nor keypoints nor landmarks", "one of them");
    }
    boolean needsBox = areaSource == AreaSource.BOX;
    if (needsBox && !result.boxFound().isEmpty()) {
      return problems.take(
          false, "bbox", result.boxFound(), BoxScanner.EXPECTED + likeFirst(result.boxPresent()));
    }
    if (areaSource == AreaSource.LANDMARKS || purpose == Task.LANDMARKS) {
      ScannedLandmarks landmarks = result.landmarks();
      if (!landmarks.present() || !landmarks.found().isEmpty()) {
        return problems.take(
            false,
            landmarkField(landmarks),
            landmarks.present() ? landmarks.found() : "nothing",
            landmarks.expected()
                + likeFirst(landmarks.present() || areaSource != AreaSource.LANDMARKS));
      }
    }
    if (areaSource == AreaSource.MASK || purpose == Task.SEGMENTATION) {
      return completeMask(result, areaSource) && ownBox(result, areaSource, purpose);
    }
    return true;
  }

  private static String landmarkField(ScannedLandmarks landmarks) {
    return landmarks.compact() ? "landmarks" : "keypoints";
  }

  /** Why something is expected that a record need not have. */
  private static String likeFirst(boolean present) {
    return present ? "" : ", as the first record has";
  }

  /** A box beside the mask that the areas come from is the one that is scored. */
  private boolean ownBox(ScannedResult result, AreaSource areaSource, Task purpose) {
    return purpose != Task.DETECTION
        || areaSource != AreaSource.MASK
        || !result.boxPresent()
        || result.boxFound().isEmpty()
        || problems.take(false, "bbox", result.boxFound(), BoxScanner.EXPECTED + ", or none");
  }

  private boolean completeMask(ScannedResult result, AreaSource areaSource) {
    ScannedMask mask = result.mask();
    if (!result.hasMask() && areaSource == AreaSource.BOX) {
      double[] box = result.box();
      return gridKnown() && drawn(mask, mask.rasterizeBox(box, width(), height()));
    }
    if (mask.kind() == ScannedMask.Kind.NONE) {
      boolean required = result.hasMask() || areaSource != AreaSource.MASK;
      return problems.take(
          false, "segmentation", mask.found(), mask.expected() + likeFirst(required));
    }
    if (areaSource == AreaSource.MASK && mask.kind() != ScannedMask.Kind.COMPRESSED) {
      return problems.take(
          false,
          "segmentation",
          mask.kind() == ScannedMask.Kind.POLYGONS ? "polygons" : "counts as a list",
          "counts as COCO's compressed text: the official tools refuse others in results without"
              + " boxes");
    }
    return mask.kind() == ScannedMask.Kind.POLYGONS
        ? gridKnown() && drawn(mask, mask.rasterize(width(), height()))
        : sameGrid(mask);
  }

  /** The official scripts give masks of another size than the photo's an overlap of -1. */
  private boolean sameGrid(ScannedMask mask) {
    return task != Task.SEGMENTATION
        || width() == 0
        || height() == 0
        || (mask.width() == width() && mask.height() == height())
        || problems.take(
            true,
            "segmentation",
            "a size of [%d, %d]".formatted(mask.height(), mask.width()),
            "[%d, %d], the photo's height and width".formatted(height(), width()));
  }

  private boolean gridKnown() {
    return (width() > 0 && height() > 0)
        || problems.take(
            false,
            "segmentation",
            "no run lengths, for a photo whose width and height the ground truth does not have",
            "run lengths, or width and height there");
  }

  private boolean drawn(ScannedMask mask, boolean done) {
    return done || problems.take(false, "segmentation", mask.found(), mask.expected());
  }

  private int width() {
    return groundTruth.width(imageIndex);
  }

  private int height() {
    return groundTruth.height(imageIndex);
  }

  /** Numbers that are none are scored by the official scripts, whatever comes of it. */
  private boolean finite(ScannedResult result, AreaSource areaSource) {
    double score = result.number(ScannedResult.SCORE);
    if (!Double.isFinite(score) && !problems.take(true, "score", "" + score, "a finite number")) {
      return false;
    }
    boolean ownBox = areaSource == AreaSource.MASK && result.hasBox() && task == Task.DETECTION;
    if (areaSource == AreaSource.BOX || ownBox) {
      for (double value : result.box()) {
        if (!Double.isFinite(value)) {
          return problems.take(true, "bbox", "" + value, "finite numbers");
        }
      }
    }
    ScannedLandmarks landmarks = result.landmarks();
    boolean usesLandmarks = task == Task.LANDMARKS || areaSource == AreaSource.LANDMARKS;
    return !usesLandmarks
        || landmarks.finite()
        || problems.take(true, landmarkField(landmarks), "NaN or infinity", "finite numbers");
  }

  private void add(ScannedResult result, AreaSource areaSource) {
    double[] box = result.box();
    double area;
    switch (areaSource) {
      case MASK -> {
        ScannedMask mask = result.mask();
        boxAround(mask);
        area = RunLengths.area(mask.runs(), mask.runCount());
        box = result.hasBox() && result.boxFound().isEmpty() ? box : maskBox;
      }
      case LANDMARKS -> {
        box = result.landmarks().box();
        area = box[2] * box[3];
      }
      default -> area = box[2] * box[3];
    }
    block.masksFromBoxes |= task == Task.SEGMENTATION && !result.hasMask();
    if (result.hasId()) {
      block.ids.add((int) problems.records(), result.id());
    }
    block.compact |= result.landmarks().compact();
    block.detections.add(
        (int) problems.records(),
        imageIndex,
        categoryIndex,
        result.number(ScannedResult.SCORE),
        area,
        box[0],
        box[1],
        box[2],
        box[3]);
    addOverlaps(result, areaSource, box);
  }

  private void boxAround(ScannedMask mask) {
    RunLengths.box(mask.runs(), mask.runCount(), mask.width(), mask.height(), maskBox);
  }

  private void addOverlaps(ScannedResult result, AreaSource areaSource, double[] box) {
    int items = groundTruth.cellSize(imageIndex, categoryIndex);
    if (items > 0 && task == Task.SEGMENTATION && areaSource != AreaSource.MASK) {
      ScannedMask mask = result.mask();
      boxAround(mask);
    }
    for (int i = 0; i < items; i++) {
      GroundTruthItem item =
          groundTruth.items().get(groundTruth.cellItem(imageIndex, categoryIndex, i));
      block.detections.overlap(
          switch (task) {
            case DETECTION -> boxOverlap(box, item);
            case SEGMENTATION -> maskOverlap.of(result.mask(), maskBox, item);
            case LANDMARKS -> landmarkOverlap.of(result.landmarks().points(), item);
          });
    }
  }

  private static double boxOverlap(double[] box, GroundTruthItem item) {
    return BoxOverlap.of(
        box[0],
        box[1],
        box[2],
        box[3],
        item.x(),
        item.y(),
        item.width(),
        item.height(),
        item.crowd());
  }
}
