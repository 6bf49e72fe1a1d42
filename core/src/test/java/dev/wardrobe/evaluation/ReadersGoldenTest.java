package dev.wardrobe.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.JsonTree;
import dev.wardrobe.SharedData;
import dev.wardrobe.TarFiles;
import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.groundtruth.GroundTruthItem;
import dev.wardrobe.groundtruth.GroundTruthOptions;
import dev.wardrobe.groundtruth.GroundTruthReader;
import dev.wardrobe.groundtruth.ReadGroundTruth;
import dev.wardrobe.structures.RleMask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the files of 200 photos, through both readers, to the official numbers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadersGoldenTest {
  @TempDir private static Path folder;

  @BeforeAll
  void unpack() throws IOException {
    TarFiles.unpack(
        SharedData.require("golden/val200.tgz"),
        folder,
        name -> name.endsWith(".json") && !name.contains("annos"));
  }

  private static Path file(String name) {
    return folder.resolve("val200").resolve(name + ".json");
  }

  private static JsonTree tree(String name) throws IOException {
    return JsonTree.read(file(name));
  }

  private static GroundTruth groundTruth(Task task, String name, boolean visibleOnly) {
    ReadGroundTruth read =
        GroundTruthReader.read(
            file(name),
            GroundTruthOptions.boxes()
                .withMasks(task == Task.SEGMENTATION)
                .withLandmarks(task == Task.LANDMARKS)
                .withVisibleOnly(visibleOnly));
    assertThat(read.leftOut()).isZero();
    return read.groundTruth();
  }

  private static ReadDetections detections(Task task, GroundTruth truth, String name) {
    ReadDetections read =
        DetectionReader.read(task, truth, file(name), DetectionOptions.defaults());
    assertThat(read.leftOut()).isZero();
    assertThat(read.taken()).isZero();
    assertThat(read.records()).isEqualTo(read.detections().size());
    return read;
  }

  @ParameterizedTest
  @CsvSource({
    "bbox, DETECTION, gt_coco, false, results_bbox",
    "segm, SEGMENTATION, gt_coco, false, results_segm",
    "keypoints_vis, LANDMARKS, keypoints_val_vis, false, results_keypoints",
    "keypoints_vis, LANDMARKS, gt_coco, true, results_keypoints",
    "keypoints_vis, LANDMARKS, keypoints_val_vis_keepnum, true, results_keypoints",
    "keypoints_vis_and_occ, LANDMARKS, gt_coco, false, results_keypoints",
    "keypoints_vis_keepnum, LANDMARKS, keypoints_val_vis_keepnum, false, results_keypoints",
    "keypoints_zeros_vis, LANDMARKS, keypoints_val_vis, false, results_keypoints_zeros",
    "keypoints_zeros_vis, LANDMARKS, gt_coco, true, results_keypoints_zeros",
    "keypoints_zeros_vis_and_occ, LANDMARKS, gt_coco, false, results_keypoints_zeros"
  })
  void summary_and_arrays_are_the_official_ones(
      String golden, Task task, String groundTruth, boolean visibleOnly, String results)
      throws IOException {
    GroundTruth truth = groundTruth(task, groundTruth, visibleOnly);
    Detections detections = detections(task, truth, results).detections();
    GoldenChecks.check(
        Evaluation.of(task, truth, detections), tree("golden").get("tasks").get(golden));
  }

  @ParameterizedTest
  @CsvSource({
    "units_iou_bbox, DETECTION, gt_coco, results_bbox",
    "units_iou_segm, SEGMENTATION, gt_coco, results_segm",
    "units_iou_keypoints_vis, LANDMARKS, keypoints_val_vis, results_keypoints",
    "units_iou_keypoints_vis_and_occ, LANDMARKS, gt_coco, results_keypoints"
  })
  void overlaps_are_the_official_ones(String golden, Task task, String groundTruth, String results)
      throws IOException {
    GroundTruth truth = groundTruth(task, groundTruth, false);
    Detections detections = detections(task, truth, results).detections();
    Map<Integer, Integer> indices = new HashMap<>();
    for (int i = 0; i < detections.size(); i++) {
      indices.put(detections.id(i), i);
    }
    int compared = 0;
    for (JsonTree cell : tree(golden)) {
      int image = truth.imageIndex((long) cell.get("image_id").number());
      int category = truth.categoryIndex((long) cell.get("category_id").number());
      assertThat(truth.cellSize(image, category)).isEqualTo(cell.get("gt").size());
      for (int row = 0; row < cell.get("dt").size(); row++) {
        int detection = indices.getOrDefault(cell.get("dt").get(row).integer(), -1);
        for (int position = 0; position < cell.get("gt").size(); position++) {
          assertThat(truth.items().get(truth.cellItem(image, category, position)).id())
              .isEqualTo(cell.get("gt").get(position).integer());
          assertThat(detections.overlap(detection, position))
              .isCloseTo(cell.get("iou").get(row).get(position).number(), GoldenChecks.BAR);
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(500);
  }

  @ParameterizedTest
  @CsvSource({
    "units_dt_area, SEGMENTATION, results_segm",
    "units_dt_kpt_area, LANDMARKS, results_keypoints"
  })
  void areas_and_boxes_of_results_are_the_official_ones(String golden, Task task, String results)
      throws IOException {
    GroundTruth truth = groundTruth(task, "gt_coco", false);
    Detections detections = detections(task, truth, results).detections();
    JsonTree expected = tree(golden);
    assertThat(detections.size()).isEqualTo(expected.size());
    for (int i = 0; i < detections.size(); i++) {
      assertThat(detections.id(i)).isEqualTo(expected.get(i).get("id").integer());
      assertThat(detections.area(i)).isEqualTo(expected.get(i).get("area").number());
      for (int part = 0; part < 4; part++) {
        assertThat(detections.box(i, part))
            .isEqualTo(expected.get(i).get("bbox").get(part).number());
      }
    }
  }

  @Test
  void masks_of_items_are_the_official_ones() throws IOException {
    GroundTruth truth = groundTruth(Task.SEGMENTATION, "gt_coco", false);
    JsonTree expected = tree("units_gt_rle");
    assertThat(truth.items()).hasSize(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      GroundTruthItem item = truth.items().get(i);
      JsonTree golden = expected.get(i);
      RleMask mask = item.mask().get();
      assertThat(item.id()).isEqualTo(golden.get("id").integer());
      assertThat(mask.size().height()).isEqualTo(golden.get("size").get(0).integer());
      assertThat(mask.size().width()).isEqualTo(golden.get("size").get(1).integer());
      assertThat(mask.toCompressed()).isEqualTo(golden.get("counts").text());
    }
  }

  @Test
  void tiny_blocks_give_the_same_overlaps() {
    GroundTruth truth = groundTruth(Task.DETECTION, "gt_coco", false);
    Detections whole = detections(Task.DETECTION, truth, "results_bbox").detections();
    Detections pieces =
        DetectionReader.read(
                Task.DETECTION,
                truth,
                file("results_bbox"),
                DetectionOptions.defaults().withThreads(3),
                500)
            .detections();
    assertThat(pieces.size()).isEqualTo(whole.size());
    for (int i = 0; i < whole.size(); i++) {
      assertThat(pieces.id(i)).isEqualTo(whole.id(i));
      assertThat(pieces.score(i)).isEqualTo(whole.score(i));
      assertThat(Readings.overlaps(pieces, i, truth)).isEqualTo(Readings.overlaps(whole, i, truth));
    }
  }
}
