package dev.wardrobe.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.EdgeCases;
import dev.wardrobe.EdgeCases.EdgeCase;
import dev.wardrobe.JsonTree;
import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.groundtruth.GroundTruthOptions;
import dev.wardrobe.groundtruth.GroundTruthReader;
import dev.wardrobe.results.BadResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both readers and the evaluation, from files to the official numbers. */
class DetectionReaderGoldenTest {
  @TempDir private Path folder;

  static Stream<EdgeCase> scored() {
    return EdgeCases.ofKind("coco").stream().filter(edge -> !edge.fails());
  }

  static Stream<EdgeCase> refused() {
    return EdgeCases.ofKind("coco").stream().filter(EdgeCase::fails);
  }

  private static Task task(EdgeCase edge) {
    String name = edge.description().get("iouType").text();
    return Arrays.stream(Task.values())
        .filter(task -> task.cocoName().equals(name))
        .findAny()
        .orElseThrow();
  }

  private Path file(EdgeCase edge, String name) throws IOException {
    byte[] text = edge.files().get(name);
    assertThat(text).isNotNull();
    return Files.write(folder.resolve(name), text);
  }

  private GroundTruth groundTruth(EdgeCase edge) throws IOException {
    GroundTruthOptions options =
        GroundTruthOptions.boxes()
            .withBad(BadResults.OFFICIAL)
            .withMasks(task(edge) == Task.SEGMENTATION)
            .withLandmarks(task(edge) == Task.LANDMARKS);
    return GroundTruthReader.read(file(edge, "gt.json"), options).groundTruth();
  }

  private ReadDetections detections(EdgeCase edge, GroundTruth groundTruth) throws IOException {
    return DetectionReader.read(
        task(edge),
        groundTruth,
        file(edge, "dt.json"),
        DetectionOptions.defaults().withBad(BadResults.OFFICIAL));
  }

  @ParameterizedTest
  @MethodSource("scored")
  void summary_and_arrays_are_the_official_ones(EdgeCase edge) throws IOException {
    GroundTruth groundTruth = groundTruth(edge);
    Detections detections = detections(edge, groundTruth).detections();
    GoldenChecks.check(Evaluation.of(task(edge), groundTruth, detections), edge.golden());
  }

  @ParameterizedTest
  @MethodSource("scored")
  void areas_and_overlaps_are_the_official_ones(EdgeCase edge) throws IOException {
    GroundTruth groundTruth = groundTruth(edge);
    Detections detections = detections(edge, groundTruth).detections();
    for (int i = 0; i < detections.size(); i++) {
      JsonTree area = edge.golden().get("dt_area").get(detections.id(i) - 1);
      assertThat(Double.valueOf(detections.area(i))).isEqualTo(Double.valueOf(area.number()));
    }
    Evaluation evaluation = Evaluation.of(task(edge), groundTruth, detections);
    for (JsonTree cell : edge.golden().get("ious")) {
      int image = groundTruth.imageIndex((long) cell.get("image_id").number());
      int category = groundTruth.categoryIndex((long) cell.get("category_id").number());
      CellMatches byScore = evaluation.matches(image, category, AreaRange.ALL);
      for (int rank = 0; rank < byScore.detectionCount(); rank++) {
        for (int position = 0; position < byScore.itemCount(); position++) {
          double expected = cell.get("iou").get(rank).get(position).number();
          double found = detections.overlap(byScore.detection(rank), position);
          if (Double.isNaN(expected)) {
            assertThat(found).isNaN();
          } else {
            assertThat(found).isCloseTo(expected, within(1e-12));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void what_ends_the_official_tools_is_refused(EdgeCase edge) {
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> detections(edge, groundTruth(edge)))
        .satisfies(problem -> {
          assertThat(problem.getClass().getSimpleName())
              .isIn("ResultsException", "DatasetException");
          assertThat(problem.getMessage()).doesNotContain("\n").contains(".json");
        });
  }
}
