package dev.wardrobe.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.EdgeCases;
import dev.wardrobe.EdgeCases.EdgeCase;
import dev.wardrobe.JsonTree;
import dev.wardrobe.groundtruth.GroundTruth;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link Evaluation} on the cases at the edges, against the official numbers. */
class EvaluationEdgeCasesTest {
  static Stream<EdgeCase> scored() {
    return EdgeCases.ofKind("coco").stream().filter(edge -> !edge.fails());
  }

  private static Task task(EdgeCase edge) {
    String name = edge.description().get("iouType").text();
    return Arrays.stream(Task.values())
        .filter(task -> task.cocoName().equals(name))
        .findAny()
        .orElseThrow();
  }

  private static PlainFiles read(EdgeCase edge) {
    return PlainFiles.read(task(edge), edge.json("gt.json"), edge.json("dt.json"));
  }

  @ParameterizedTest
  @MethodSource("scored")
  void summary_and_arrays_are_the_official_ones(EdgeCase edge) {
    PlainFiles files = read(edge);
    GoldenChecks.check(
        Evaluation.of(task(edge), files.groundTruth(), files.detections()), edge.golden());
  }

  @ParameterizedTest
  @MethodSource("scored")
  void matches_are_the_official_ones(EdgeCase edge) {
    PlainFiles files = read(edge);
    GroundTruth groundTruth = files.groundTruth();
    Evaluation evaluation = Evaluation.of(task(edge), groundTruth, files.detections());
    for (JsonTree cell : edge.golden().get("matches")) {
      CellMatches found =
          evaluation.matches(
              groundTruth.imageIndex((long) cell.get("image_id").number()),
              groundTruth.categoryIndex((long) cell.get("category_id").number()),
              AreaRange.ALL);
      assertThat(found.detectionCount()).isEqualTo(cell.get("dtIds").size());
      assertThat(found.itemCount()).isEqualTo(cell.get("gtIds").size());
      for (int i = 0; i < found.itemCount(); i++) {
        assertThat((double) found.itemId(i)).isEqualTo(cell.get("gtIds").get(i).number());
        assertThat(found.itemIgnored(i)).isEqualTo(isOne(cell.get("gtIgnore").get(i)));
      }
      for (int rank = 0; rank < found.detectionCount(); rank++) {
        assertThat(found.detectionId(rank)).isEqualTo(cell.get("dtIds").get(rank).integer());
        for (int t = 0; t < 10; t++) {
          assertThat((double) found.matchedId(t, rank))
              .isEqualTo(cell.get("dtMatches").get(t).get(rank).number());
          assertThat(found.detectionIgnored(t, rank))
              .isEqualTo(isOne(cell.get("dtIgnore").get(t).get(rank)));
        }
      }
    }
  }

  private static boolean isOne(JsonTree flag) {
    return flag.number() == 1;
  }

  /** Checks the plain reader, on which the other two hang. */
  @ParameterizedTest
  @MethodSource("scored")
  void overlaps_and_areas_are_the_official_ones(EdgeCase edge) {
    PlainFiles files = read(edge);
    Detections detections = files.detections();
    for (int i = 0; i < detections.size(); i++) {
      JsonTree area = edge.golden().get("dt_area").get(detections.id(i) - 1);
      assertThat(Double.valueOf(detections.area(i))).isEqualTo(Double.valueOf(area.number()));
    }
    Evaluation evaluation = Evaluation.of(task(edge), files.groundTruth(), detections);
    for (JsonTree cell : edge.golden().get("ious")) {
      int image = files.groundTruth().imageIndex((long) cell.get("image_id").number());
      int category = files.groundTruth().categoryIndex((long) cell.get("category_id").number());
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
}
