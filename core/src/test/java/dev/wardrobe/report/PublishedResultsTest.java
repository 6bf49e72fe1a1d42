package dev.wardrobe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wardrobe.JsonTree;
import dev.wardrobe.SharedData;
import dev.wardrobe.coco.CocoOptions.LandmarkChoice;
import dev.wardrobe.evaluation.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedResultsTest {
  private static final LandmarkChoice VIS = LandmarkChoice.VISIBLE;
  private static final LandmarkChoice ALL = LandmarkChoice.VISIBLE_AND_OCCLUDED;

  private static List<Double> numbers(JsonTree list) {
    List<Double> numbers = new ArrayList<>();
    list.forEach(number -> numbers.add((Double) number.value()));
    return numbers;
  }

  @Test
  void precisions_are_the_published_ones() throws IOException {
    JsonTree tables = JsonTree.read(SharedData.require("reference/benchmark-tables.json"));
    for (String metric : PublishedResults.METRICS) {
      assertThat(PublishedResults.overall(Task.DETECTION, ALL, metric))
          .isEqualTo(tables.get("table2_detection").get(metric).value());
      assertThat(PublishedResults.overall(Task.SEGMENTATION, ALL, metric))
          .isEqualTo(tables.get("table6_segmentation").get(metric).value());
      JsonTree four = tables.get("table4_landmarks");
      assertThat(PublishedResults.overall(Task.LANDMARKS, VIS, metric))
          .isEqualTo(four.get("vis").get(metric).value());
      assertThat(PublishedResults.overall(Task.LANDMARKS, ALL, metric))
          .isEqualTo(four.get("vis_and_hide").get(metric).value());
      assertThat(PublishedResults.subsets(Task.DETECTION, ALL, metric))
          .isEqualTo(numbers(tables.get("table3_detection_subsets").get(metric)));
      assertThat(PublishedResults.subsets(Task.SEGMENTATION, ALL, metric))
          .isEqualTo(numbers(tables.get("table7_segmentation_subsets").get(metric)));
      JsonTree five = tables.get("table5_landmarks_subsets");
      assertThat(PublishedResults.subsets(Task.LANDMARKS, VIS, metric))
          .isEqualTo(numbers(five.get("vis").get(metric)));
      assertThat(PublishedResults.subsets(Task.LANDMARKS, ALL, metric))
          .isEqualTo(numbers(five.get("vis_and_hide").get(metric)));
    }
  }

  @Test
  void retrieval_accuracies_are_the_published_ones() throws IOException {
    JsonTree tables = JsonTree.read(SharedData.require("reference/benchmark-tables.json"));
    JsonTree eight = tables.get("table8_retrieval_detected_boxes");
    JsonTree nine = tables.get("table9_retrieval_subsets");
    assertThat(PublishedResults.variants())
        .containsExactly("class", "pose", "mask", "pose+class", "mask+class");
    List<String> namesInEight =
        List.of("class", "keypoints", "segmentation", "class+keypoints", "class+segmentation");
    for (int i = 0; i < namesInEight.size(); i++) {
      String variant = PublishedResults.variants().get(i);
      assertThat(PublishedResults.retrieval(variant))
          .isEqualTo(numbers(eight.get(namesInEight.get(i))));
      assertThat(PublishedResults.retrievalSubsets(variant, Boxes.GROUND_TRUTH))
          .isEqualTo(numbers(nine.get(variant).get(0)));
      assertThat(PublishedResults.retrievalSubsets(variant, Boxes.DETECTED))
          .isEqualTo(numbers(nine.get(variant).get(1)));
    }
  }

  @Test
  void every_row_has_a_figure_for_every_column() {
    for (String metric : PublishedResults.METRICS) {
      for (Task task : Task.values()) {
        assertThat(PublishedResults.subsets(task, VIS, metric)).hasSize(13);
      }
    }
    for (String variant : PublishedResults.variants()) {
      assertThat(PublishedResults.retrieval(variant)).hasSameSizeAs(PublishedResults.TOP);
      for (Boxes boxes : Boxes.values()) {
        assertThat(PublishedResults.retrievalSubsets(variant, boxes)).hasSize(15);
      }
    }
  }

  @Test
  void unknown_metric_is_named() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PublishedResults.overall(Task.DETECTION, VIS, "AP60"))
        .withMessageContaining("AP60");
  }
}
