package dev.wardrobe.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.JsonTree;
import dev.wardrobe.SharedData;
import dev.wardrobe.TarFiles;
import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.dataset.ZoomIn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link Evaluation} and {@link SubsetScores} on 200 photos, against the official numbers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvaluationGoldenTest {
  private final Map<String, JsonTree> files = new HashMap<>();

  @BeforeAll
  void unpack() throws IOException {
    try (InputStream in = Files.newInputStream(SharedData.require("golden/val200.tgz"))) {
      TarFiles.read(in, name -> name.endsWith(".json") && !name.contains("annos"))
          .forEach(
              (name, text) -> files.put(name.substring(name.lastIndexOf('/') + 1), parse(text)));
    }
  }

  private static JsonTree parse(byte[] text) {
    return JsonTree.parse(text);
  }

  private JsonTree file(String name) {
    JsonTree file = files.get(name);
    if (file == null) {
      throw new IllegalArgumentException("No file " + name + " in " + files.keySet());
    }
    return file;
  }

  private PlainFiles read(Task task, String groundTruth, String results) {
    return PlainFiles.read(task, file(groundTruth), file(results), file("attrs.json"));
  }

  @ParameterizedTest
  @CsvSource({
    "bbox, DETECTION, gt_coco, results_bbox",
    "segm, SEGMENTATION, gt_coco, results_segm",
    "keypoints_vis, LANDMARKS, keypoints_val_vis, results_keypoints",
    "keypoints_vis_and_occ, LANDMARKS, gt_coco, results_keypoints",
    "keypoints_vis_keepnum, LANDMARKS, keypoints_val_vis_keepnum, results_keypoints",
    "keypoints_zeros_vis, LANDMARKS, keypoints_val_vis, results_keypoints_zeros",
    "keypoints_zeros_vis_and_occ, LANDMARKS, gt_coco, results_keypoints_zeros"
  })
  void summary_and_arrays_are_the_official_ones(
      String golden, Task task, String groundTruth, String results) {
    PlainFiles plain = read(task, groundTruth + ".json", results + ".json");
    Evaluation evaluation = Evaluation.of(task, plain.groundTruth(), plain.detections());
    GoldenChecks.check(evaluation, file("golden.json").get("tasks").get(golden));
  }

  @ParameterizedTest
  @CsvSource({
    "bbox, DETECTION, gt_coco, results_bbox",
    "segm, SEGMENTATION, gt_coco, results_segm",
    "keypoints_vis, LANDMARKS, keypoints_val_vis, results_keypoints",
    "keypoints_vis_and_occ, LANDMARKS, gt_coco, results_keypoints"
  })
  void subsets_are_the_official_ones_under_all_rules(
      String golden, Task task, String groundTruth, String results) {
    PlainFiles plain = read(task, groundTruth + ".json", results + ".json");
    JsonTree tasks = file("golden.json").get("tasks");
    Map<SubsetRule, String> names =
        Map.of(
            SubsetRule.IGNORE, "ignore_others",
            SubsetRule.DROP, "only_gt",
            SubsetRule.IMAGES_ANY, "images_any",
            SubsetRule.IMAGES_ALL, "images_all");
    names.forEach((rule, name) -> {
      List<SubsetScores> columns =
          SubsetScores.of(task, plain.groundTruth(), plain.detections(), rule, Subset.ofPaper());
      assertThat(columns).hasSize(12);
      columns.forEach(
          scores -> checkSubset(scores, tasks.get("subset:%s:%s".formatted(golden, name))));
    });
  }

  private static void checkSubset(SubsetScores scores, JsonTree golden) {
    Subset subset = scores.subset();
    JsonTree expected = golden.get(subset.attribute()).get(Integer.toString(code(subset)));
    assertThat(scores.items()).isEqualTo(expected.get("gts").integer());
    assertThat(scores.images()).isEqualTo(expected.get("images").integer());
    assertThat(scores.summary().stats().stream().map(Stat::label))
        .containsExactly("AP", "AP50", "AP75", "AR");
    for (Stat stat : scores.summary().stats()) {
      assertThat(stat.value())
          .as("%s of %s %s", stat.label(), subset.attribute(), subset.value())
          .isCloseTo(expected.get(stat.label()).number(), GoldenChecks.BAR);
    }
  }

  private static int code(Subset subset) {
    List<String> labels =
        switch (subset.attribute()) {
          case "scale" -> Scale.ALL.stream().map(Scale::label).toList();
          case "occlusion" -> Occlusion.ALL.stream().map(Occlusion::label).toList();
          case "zoom_in" -> ZoomIn.ALL.stream().map(ZoomIn::label).toList();
          default -> Viewpoint.ALL.stream().map(Viewpoint::label).toList();
        };
    return labels.indexOf(subset.value()) + 1;
  }
}
