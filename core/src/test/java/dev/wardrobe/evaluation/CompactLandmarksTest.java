package dev.wardrobe.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.RandomLandmarkFiles;
import dev.wardrobe.RandomLandmarkFiles.Others;
import dev.wardrobe.SharedData;
import dev.wardrobe.TarFiles;
import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.groundtruth.GroundTruthOptions;
import dev.wardrobe.groundtruth.GroundTruthReader;
import dev.wardrobe.groundtruth.UnlabelledItems;
import dev.wardrobe.results.LandmarkConversionOptions;
import dev.wardrobe.results.LandmarkForm;
import dev.wardrobe.results.LandmarkResultsConverter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Official landmark results, the compact ones made of them and those made of these score alike. */
class CompactLandmarksTest {
  @TempDir private Path folder;

  private GroundTruth groundTruth(Path file) {
    return GroundTruthReader.read(file, GroundTruthOptions.boxes().withLandmarks(true))
        .groundTruth();
  }

  private static Detections detections(GroundTruth groundTruth, Path results) {
    return DetectionReader.read(Task.LANDMARKS, groundTruth, results, DetectionOptions.defaults())
        .detections();
  }

  private Path convert(Path source, LandmarkForm form) {
    Path target = folder.resolve(form + ".json.gz");
    LandmarkResultsConverter.convert(
        source, target, LandmarkConversionOptions.defaults().withTarget(form));
    return target;
  }

  private static void assertSameScores(GroundTruth groundTruth, Detections one, Detections other) {
    Evaluation expected = Evaluation.of(Task.LANDMARKS, groundTruth, one);
    Evaluation found = Evaluation.of(Task.LANDMARKS, groundTruth, other);
    assertThat(found.summary()).isEqualTo(expected.summary());
    assertThat(found.summary().stats()).hasSize(10);
    assertThat(found.precision()).isEqualTo(expected.precision());
    assertThat(found.recall()).isEqualTo(expected.recall());
    assertThat(found.scores()).isEqualTo(expected.scores());
    assertThat(other.size()).isEqualTo(one.size()).isPositive();
    for (int i = 0; i < one.size(); i++) {
      assertThat(other.area(i)).isEqualTo(one.area(i));
    }
  }

  /** To items with labelled landmarks always; to others only where all is kept. */
  private static void assertSameOverlaps(
      GroundTruth groundTruth, Detections one, Detections other, boolean all) {
    for (int i = 0; i < one.size(); i++) {
      int image = one.imageIndex(i);
      int category = one.categoryIndex(i);
      for (int at = 0; at < groundTruth.cellSize(image, category); at++) {
        int item = groundTruth.cellItem(image, category, at);
        if (all || groundTruth.items().get(item).landmarks().size() > 0) {
          assertThat(other.overlap(i, at)).isEqualTo(one.overlap(i, at));
        }
      }
    }
  }

  /** To the last bit, items without labelled landmarks included. */
  private void assertNothingIsLost(GroundTruth groundTruth, Path official) {
    Path compact = folder.resolve("whole.json");
    LandmarkResultsConverter.convert(
        official,
        compact,
        LandmarkConversionOptions.defaults().withWhole(new UnlabelledItems(groundTruth)));
    Detections expected = detections(groundTruth, official);
    Detections found = detections(groundTruth, compact);
    assertSameScores(groundTruth, expected, found);
    assertSameOverlaps(groundTruth, expected, found, true);
    Detections back = detections(groundTruth, convert(compact, LandmarkForm.OFFICIAL));
    assertSameScores(groundTruth, expected, back);
    assertSameOverlaps(groundTruth, expected, back, true);
  }

  private void assertAllFormsScoreAlike(
      GroundTruth groundTruth, Path official, boolean scores, boolean overlaps) {
    Path compact = convert(official, LandmarkForm.COMPACT);
    Path back = convert(compact, LandmarkForm.OFFICIAL);
    Detections expected = detections(groundTruth, official);
    Detections ofCompact = detections(groundTruth, compact);
    Detections ofBack = detections(groundTruth, back);
    assertSameScores(groundTruth, ofCompact, ofBack);
    assertSameOverlaps(groundTruth, ofCompact, ofBack, true);
    if (scores) {
      assertSameScores(groundTruth, expected, ofCompact);
    }
    assertSameOverlaps(groundTruth, expected, ofCompact, overlaps);
    assertThat(Evaluation.of(Task.LANDMARKS, groundTruth, expected).summary().get("AP"))
        .isBetween(.05, .95);
  }

  @ParameterizedTest
  @CsvSource({
    "keypoints_val_vis, results_keypoints, false",
    "gt_coco, results_keypoints, false",
    "keypoints_val_vis, results_keypoints_zeros, true",
    "gt_coco, results_keypoints_zeros, true"
  })
  void results_of_200_photos_score_alike(String groundTruth, String results, boolean overlaps)
      throws IOException {
    TarFiles.unpack(
        SharedData.require("golden/val200.tgz"),
        folder,
        name -> name.endsWith(groundTruth + ".json") || name.endsWith(results + ".json"));
    GroundTruth items = groundTruth(folder.resolve("val200/%s.json".formatted(groundTruth)));
    Path official = folder.resolve("val200/%s.json".formatted(results));
    assertAllFormsScoreAlike(items, official, true, overlaps);
    assertNothingIsLost(items, official);
    assertThat(5 * Files.size(folder.resolve("whole.json"))).isLessThan(Files.size(official));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @ParameterizedTest
  @CsvSource({
    "1, ZEROS, false", "2, TOGETHER, false", "3, ANYWHERE, false",
    "4, ZEROS, true", "5, TOGETHER, true", "6, ANYWHERE, true"
  })
  void random_results_score_alike_however_they_are_written(
      long seed, Others others, boolean oddlyWritten) throws IOException {
    RandomLandmarkFiles files = RandomLandmarkFiles.of(seed, others, false, oddlyWritten);
    GroundTruth groundTruth = groundTruth(write("gt.json", files.groundTruth()));
    Path official = write("results.json", files.results());
    assertAllFormsScoreAlike(groundTruth, official, true, true);
  }

  @ParameterizedTest
  @EnumSource
  void items_without_labelled_landmarks_see_no_difference_where_the_others_are_at_one_point(
      Others others) throws IOException {
    RandomLandmarkFiles files = RandomLandmarkFiles.of(20, others, true, false);
    GroundTruth groundTruth = groundTruth(write("gt.json", files.groundTruth()));
    Path official = write("results.json", files.results());
    boolean all = others != Others.ANYWHERE;
    assertAllFormsScoreAlike(groundTruth, official, all, all);
    assertNothingIsLost(groundTruth, official);
  }

  @Test
  void own_landmarks_stand_in_for_the_others() throws IOException {
    RandomLandmarkFiles files = RandomLandmarkFiles.of(21, Others.ANYWHERE, true, false);
    GroundTruth groundTruth = groundTruth(write("gt.json", files.groundTruth()));
    Path official = write("results.json", files.results());
    Detections expected = detections(groundTruth, official);
    Detections found = detections(groundTruth, convert(official, LandmarkForm.COMPACT));
    for (int i = 0; i < expected.size(); i++) {
      for (int at = 0;
          at < groundTruth.cellSize(expected.imageIndex(i), expected.categoryIndex(i));
          at++) {
        assertThat(found.overlap(i, at)).isCloseTo(expected.overlap(i, at), within(.02));
      }
    }
  }
}
