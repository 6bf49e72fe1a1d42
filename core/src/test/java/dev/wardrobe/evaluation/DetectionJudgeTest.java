package dev.wardrobe.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.groundtruth.GroundTruthOptions;
import dev.wardrobe.groundtruth.GroundTruthReader;
import dev.wardrobe.results.BadResults;
import dev.wardrobe.results.ResultProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Masks of results that have boxes too, and what is said where something is missing. */
class DetectionJudgeTest {
  private static final String SQUARE = "[[2, 2, 8, 2, 8, 8, 2, 8]]";

  @TempDir private Path folder;

  private GroundTruth groundTruth(String size, String mask) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("gt.json"),
            """
            {"images": [{"id": 1, %s}],
             "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [2, 2, 6, 6],
               "area": 36, "iscrowd": 0, "segmentation": %s}],
             "categories": [{"id": 1, "name": "c"}]}
            """
                .formatted(size, mask));
    return GroundTruthReader.read(file, GroundTruthOptions.boxes().withMasks(true)).groundTruth();
  }

  private ReadDetections read(Task task, GroundTruth groundTruth, String... records)
      throws IOException {
    String start = "{\"image_id\": 1, \"category_id\": 1, \"score\": 0.5, ";
    Path file =
        Files.writeString(
            folder.resolve("dt.json"),
            "[" + start + String.join("}, " + start, List.of(records)) + "}]");
    return DetectionReader.read(
        task, groundTruth, file, DetectionOptions.defaults().withBad(BadResults.SKIP));
  }

  private static List<String> said(ReadDetections read) {
    return read.problems().stream().map(ResultProblem::toString).toList();
  }

  @Test
  void beside_boxes_masks_of_every_kind_are_scored_and_records_without_one_by_their_box()
      throws IOException {
    GroundTruth square = groundTruth("\"width\": 10, \"height\": 10", SQUARE);
    ReadDetections read =
        read(
            Task.SEGMENTATION,
            square,
            "\"bbox\": [0, 0, 1, 2], \"segmentation\": " + SQUARE,
            "\"bbox\": [0, 0, 1, 1], \"segmentation\": [[0, 0, 1, 0, 1, 1, 0, 1]]",
            "\"bbox\": [2, 2, 6, 6]",
            "\"bbox\": [0, 0, 1, 1], \"segmentation\": {\"size\": [10, 10], \"counts\": [22, 6, 4,"
                + " 6, 4, 6, 4, 6, 4, 6, 4, 6, 22]}");
    assertThat(said(read)).isEmpty();
    Detections detections = read.detections();
    assertThat(detections.size()).isEqualTo(4);
    assertThat(detections.area(0)).isEqualTo(2);
    assertThat(detections.overlap(0, 0)).isEqualTo(1);
    assertThat(detections.overlap(1, 0)).isZero();
    assertThat(detections.area(2)).isEqualTo(36);
    assertThat(detections.overlap(2, 0)).isEqualTo(1);
    assertThat(detections.overlap(3, 0)).isEqualTo(1);
    assertThat(read.masksFromBoxes()).isTrue();
    assertThat(read(Task.DETECTION, square, "\"bbox\": [2, 2, 6, 6]").masksFromBoxes()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"width\": 10", "\"height\": 10", "\"width\": 0, \"height\": 10"})
  void polygons_of_photos_without_size_cannot_be_drawn(String size) throws IOException {
    GroundTruth unsized = groundTruth(size, "{\"size\": [10, 10], \"counts\": [22, 6, 72]}");
    ReadDetections read =
        read(
            Task.SEGMENTATION,
            unsized,
            "\"bbox\": [0, 0, 1, 2], \"segmentation\": " + SQUARE,
            "\"bbox\": [0, 0, 1, 2]");
    assertThat(read.detections().size()).isZero();
    assertThat(said(read))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("width and height"));
  }

  @Test
  void what_the_first_record_has_is_expected_of_the_others() throws IOException {
    GroundTruth square = groundTruth("\"width\": 10, \"height\": 10", SQUARE);
    String mask = "\"segmentation\": {\"size\": [10, 10], \"counts\": \"d0\"}";
    String full = mask.replace("d0", "T3");
    assertThat(said(read(Task.DETECTION, square, "\"bbox\": [1, 1, 1, 1]", full)))
        .singleElement()
        .asString()
        .endsWith("expected [x, y, width, height], as the first record has");
    assertThat(said(read(Task.DETECTION, square, "\"bbox\": [1, 1, 1, 1]", "\"bbox\": 5")))
        .singleElement()
        .asString()
        .endsWith("expected [x, y, width, height]");
    assertThat(said(read(Task.SEGMENTATION, square, full, "\"bbox\": [1, 1, 1, 1]")))
        .singleElement()
        .asString()
        .endsWith(", as the first record has");
    assertThat(said(read(Task.SEGMENTATION, square, full, "\"segmentation\": 7")))
        .singleElement()
        .asString()
        .doesNotContain("as the first record has");
  }
}
