package dev.wardrobe.evaluation;

import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.results.AreaSource;
import dev.wardrobe.results.BoxScanner;
import dev.wardrobe.results.RecordProblems;
import dev.wardrobe.results.ScannedLandmarks;
import dev.wardrobe.results.ScannedMask;
import dev.wardrobe.results.ScannedResult;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.RunLengths;
import java.util.List;

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

  /** Takes the next record. */
  void judge(ScannedResult result, AreaSource areaSource) {
    problems.nextRecord();
    result.landmarks().place((long) result.number(ScannedResult.CATEGORY_ID));
    if (known(result) && complete(result, areaSource) && finite(result, areaSource)) {
      add(result, areaSource);
    }
  }

  private boolean known(ScannedResult result) {
    for (int field : new int[] {ScannedResult.IMAGE_ID, ScannedResult.CATEGORY_ID}) {
      double value = result.number(field);
      if (!result.has(field) || value != Math.rint(value)) {
        String found = result.has(field) ? "" + value : result.found(field);
        return problems.take(false, ScannedResult.name(field), found, "a whole number");
      }
    }
    if (!result.has(ScannedResult.SCORE)) {
      return problems.take(false, "score", result.found(ScannedResult.SCORE), "a number");
    }
    long imageId = (long) result.number(ScannedResult.IMAGE_ID);
    imageIndex = groundTruth.imageIndex(imageId);
    if (imageIndex < 0) {
      return problems.take(
          false, "image_id", "" + imageId, "the id of one of the photos of the ground truth");
    }
    long categoryId = (long) result.number(ScannedResult.CATEGORY_ID);
    categoryIndex = groundTruth.categoryIndex(categoryId);
    if (categoryIndex < 0) {
      if (problems.take(
          true, "category_id", "" + categoryId, "the id of a category of the ground truth")) {
        block.dropped++;
      }
      return false;
    }
    return true;
  }

  /** Whether everything is there that the task and the areas need. */
  private boolean complete(ScannedResult result, AreaSource areaSource) {
    if (areaSource == AreaSource.UNKNOWN) {
      return problems.take(
          false, "", "no bbox, segmentation, keypoints or landmarks", "one of them");
    }
    boolean needsBox = areaSource == AreaSource.BOX;
    if (needsBox && !result.boxFound().isEmpty()) {
      return problems.take(false, "bbox", result.boxFound(), BoxScanner.EXPECTED);
    }
    if (areaSource == AreaSource.LANDMARKS || task == Task.LANDMARKS) {
      ScannedLandmarks landmarks = result.landmarks();
      if (!landmarks.present() || !landmarks.found().isEmpty()) {
        return problems.take(
            false,
            landmarks.compact() ? "landmarks" : "keypoints",
            landmarks.present() ? landmarks.found() : "nothing",
            landmarks.expected());
      }
    }
    if (areaSource == AreaSource.MASK || task == Task.SEGMENTATION) {
      return completeMask(result, areaSource);
    }
    return true;
  }

  private boolean completeMask(ScannedResult result, AreaSource areaSource) {
    ScannedMask mask = result.mask();
    if (!result.hasMask() && areaSource == AreaSource.BOX) {
      double[] box = result.box();
      return gridKnown()
          && rasterize(mask, List.of(ScannedMask.rectangle(box[0], box[1], box[2], box[3])));
    }
    if (mask.kind() == ScannedMask.Kind.NONE) {
      return problems.take(false, "segmentation", mask.found(), mask.expected());
    }
    if (areaSource == AreaSource.MASK && mask.kind() != ScannedMask.Kind.COMPRESSED) {
      return problems.take(
          false,
          "segmentation",
          mask.kind() == ScannedMask.Kind.POLYGONS ? "polygons" : "counts as a list",
          "counts as COCO's compressed text: the official tools refuse others in results without"
              + " boxes");
    }
    return mask.kind() != ScannedMask.Kind.POLYGONS
        || (gridKnown() && rasterize(mask, mask.polygons()));
  }

  private boolean gridKnown() {
    return (groundTruth.width(imageIndex) > 0 && groundTruth.height(imageIndex) > 0)
        || problems.take(
            false,
            "segmentation",
            "a photo without width and height in the ground truth",
            "its size, to rasterise what is no run lengths");
  }

  private boolean rasterize(ScannedMask mask, List<Coordinates> polygons) {
    mask.rasterize(polygons, groundTruth.width(imageIndex), groundTruth.height(imageIndex));
    return true;
  }

  /** Numbers that are none are scored by the official scripts, whatever comes of it. */
  private boolean finite(ScannedResult result, AreaSource areaSource) {
    double score = result.number(ScannedResult.SCORE);
    if (Double.isNaN(score) && !problems.take(true, "score", "NaN", "a number")) {
      return false;
    }
    if (areaSource == AreaSource.BOX) {
      for (double value : result.box()) {
        if (!Double.isFinite(value)) {
          return problems.take(true, "bbox", "" + value, "finite numbers");
        }
      }
    }
    if (task == Task.LANDMARKS) {
      double[] box = result.landmarks().box();
      if (!Double.isFinite(box[0] + box[1] + box[2] + box[3])) {
        return problems.take(true, "keypoints", "NaN or infinity", "finite numbers");
      }
    }
    return true;
  }

  private void add(ScannedResult result, AreaSource areaSource) {
    double[] box = result.box();
    double area;
    switch (areaSource) {
      case MASK -> {
        ScannedMask mask = result.mask();
        RunLengths.box(mask.runs(), mask.runCount(), mask.height(), maskBox);
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

  private void addOverlaps(ScannedResult result, AreaSource areaSource, double[] box) {
    int items = groundTruth.cellSize(imageIndex, categoryIndex);
    if (items > 0 && task == Task.SEGMENTATION && areaSource != AreaSource.MASK) {
      ScannedMask mask = result.mask();
      RunLengths.box(mask.runs(), mask.runCount(), mask.height(), maskBox);
    }
    for (int i = 0; i < items; i++) {
      var item = groundTruth.items().get(groundTruth.cellItem(imageIndex, categoryIndex, i));
      block.detections.overlap(
          switch (task) {
            case DETECTION -> BoxOverlap.of(box[0], box[1], box[2], box[3], item);
            case SEGMENTATION -> maskOverlap.of(result.mask(), maskBox, item);
            case LANDMARKS -> landmarkOverlap.of(result.landmarks().points(), item);
          });
    }
  }
}
