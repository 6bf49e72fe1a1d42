package dev.wardrobe.evaluation;

import dev.wardrobe.JsonTree;
import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.dataset.ZoomIn;
import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.groundtruth.GroundTruthItem;
import dev.wardrobe.groundtruth.LabelledLandmarks;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.RleMask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A COCO file and a file of results, read as the official tools read them, slow and obvious: whole
 * trees, every overlap by itself.
 */
final class PlainFiles {
  private final Task task;
  private final TreeMap<Long, JsonTree> images = new TreeMap<>();
  private final TreeMap<Long, JsonTree> categories = new TreeMap<>();
  private final List<JsonTree> annotations = new ArrayList<>();
  private final GroundTruth groundTruth;
  private final Detections detections;

  private PlainFiles(Task task, JsonTree gt, JsonTree dt, List<Attributes> attributes) {
    this.task = task;
    gt.get("images").forEach(image -> images.put(id(image, "id"), image));
    gt.get("categories").forEach(category -> categories.put(id(category, "id"), category));
    groundTruth = readItems(gt.get("annotations"), attributes);
    detections = readResults(dt);
  }

  /** Without attributes. */
  static PlainFiles read(Task task, JsonTree gt, JsonTree dt) {
    return new PlainFiles(task, gt, dt, List.of());
  }

  /**
   * With the attributes of each annotation, in the order of the file.
   *
   * @param attributes codes of scale, occlusion, zoom-in and viewpoint
   */
  static PlainFiles read(Task task, JsonTree gt, JsonTree dt, JsonTree attributes) {
    List<Attributes> all = new ArrayList<>();
    for (JsonTree codes : attributes) {
      all.add(
          new Attributes(
              Scale.ofCode(codes.get(0).integer()),
              Occlusion.ofCode(codes.get(1).integer()),
              ZoomIn.ofCode(codes.get(2).integer()),
              Viewpoint.ofCode(codes.get(3).integer())));
    }
    return new PlainFiles(task, gt, dt, all);
  }

  GroundTruth groundTruth() {
    return groundTruth;
  }

  Detections detections() {
    return detections;
  }

  private static long id(JsonTree record, String key) {
    return (long) record.get(key).number();
  }

  /** Of annotations with one id the last one stands for all. */
  private GroundTruth readItems(JsonTree all, List<Attributes> attributes) {
    Map<Long, JsonTree> byId = new HashMap<>();
    all.forEach(annotation -> byId.put(id(annotation, "id"), annotation));
    List<GroundTruthItem> items = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      JsonTree listed = all.get(i);
      JsonTree annotation = byId.getOrDefault(id(listed, "id"), listed);
      if (images.containsKey(id(listed, "image_id"))
          && categories.containsKey(id(listed, "category_id"))) {
        annotations.add(annotation);
        items.add(item(annotation, attributes.isEmpty() ? Attributes.UNKNOWN : attributes.get(i)));
      }
    }
    return new GroundTruth(
        images.keySet().stream().mapToLong(id -> id).toArray(),
        categories.keySet().stream().mapToLong(id -> id).toArray(),
        categories.values().stream().map(c -> c.get("name").text()).toArray(String[]::new),
        items);
  }

  private GroundTruthItem item(JsonTree annotation, Attributes attributes) {
    double[] box = annotation.get("bbox").numbers();
    return new GroundTruthItem(
        id(annotation, "id"),
        images.headMap(id(annotation, "image_id")).size(),
        categories.headMap(id(annotation, "category_id")).size(),
        box[0],
        box[1],
        box[2],
        box[3],
        annotation.get("area").number(),
        annotation.has("iscrowd") && annotation.get("iscrowd").number() != 0,
        annotation.has("num_keypoints") ? annotation.get("num_keypoints").integer() : 0,
        LabelledLandmarks.NONE,
        () -> RleMask.empty(new ImageSize(1, 1)),
        attributes,
        Optional.empty());
  }

  private Detections readResults(JsonTree results) {
    Detections.Builder builder = new Detections.Builder();
    for (int i = 0; i < results.size(); i++) {
      JsonTree result = results.get(i);
      if (categories.containsKey(id(result, "category_id"))) {
        int image = groundTruth.imageIndex(id(result, "image_id"));
        int category = groundTruth.categoryIndex(id(result, "category_id"));
        double score = result.get("score").number();
        builder.add(i + 1, image, category, score, area(results.get(0), result), 0, 0, 0, 0);
        for (int at = 0; at < groundTruth.cellSize(image, category); at++) {
          JsonTree item = annotations.get(groundTruth.cellItem(image, category, at));
          builder.overlap(overlap(result, item));
        }
      }
    }
    return builder.build();
  }

  /** The keys of the first result decide for all. */
  private static double area(JsonTree first, JsonTree result) {
    if (first.has("bbox") && first.get("bbox").size() > 0) {
      double[] box = result.get("bbox").numbers();
      return box[2] * box[3];
    }
    if (first.has("segmentation")) {
      return PlainOverlaps.mask(result.get("segmentation"), new ImageSize(1, 1)).area();
    }
    double[] numbers = result.get("keypoints").numbers();
    return extent(numbers, 0) * extent(numbers, 1);
  }

  private static double extent(double[] numbers, int from) {
    double min = numbers[from];
    double max = numbers[from];
    for (int i = from; i < numbers.length; i += 3) {
      min = Math.min(min, numbers[i]);
      max = Math.max(max, numbers[i]);
    }
    return max - min;
  }

  private double overlap(JsonTree result, JsonTree item) {
    boolean crowd = item.has("iscrowd") && item.get("iscrowd").number() != 0;
    double[] box = item.get("bbox").numbers();
    return switch (task) {
      case DETECTION -> PlainOverlaps.ofBoxes(result.get("bbox").numbers(), box, crowd);
      case SEGMENTATION -> PlainOverlaps.ofMasks(mask(result), mask(item), crowd);
      case LANDMARKS ->
          PlainOverlaps.ofLandmarks(
              result.get("keypoints").numbers(),
              item.get("keypoints").numbers(),
              box,
              item.get("area").number());
    };
  }

  private RleMask mask(JsonTree record) {
    JsonTree image = images.getOrDefault(id(record, "image_id"), record);
    return PlainOverlaps.mask(
        record.get("segmentation"),
        new ImageSize(image.get("width").integer(), image.get("height").integer()));
  }
}
