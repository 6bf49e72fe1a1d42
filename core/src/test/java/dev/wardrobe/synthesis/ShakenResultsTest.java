package dev.wardrobe.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Split;
import dev.wardrobe.evaluation.DetectionOptions;
import dev.wardrobe.evaluation.DetectionReader;
import dev.wardrobe.evaluation.Evaluation;
import dev.wardrobe.evaluation.ReadDetections;
import dev.wardrobe.evaluation.Task;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetOptions;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.ImageSizes;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.groundtruth.FolderGroundTruth;
import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.groundtruth.GroundTruthOptions;
import dev.wardrobe.predictions.ResultKind;
import dev.wardrobe.results.BadResults;
import dev.wardrobe.retrieval.RetrievalEvaluation;
import dev.wardrobe.retrieval.RetrievalGroundTruth;
import dev.wardrobe.retrieval.RetrievalResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShakenResultsTest {
  private static final SyntheticSplit SPLIT =
      new PhotoGenerator(SynthesisOptions.of(Split.VALIDATION, 60, 5));

  @TempDir Path folder;

  private static String file(Task task) {
    return switch (task) {
      case DETECTION -> ResultKind.BOXES.fileName();
      case SEGMENTATION -> ResultKind.MASKS.fileName();
      case LANDMARKS -> ResultKind.LANDMARKS.fileName();
    };
  }

  private Dataset open() {
    Path validation = folder.resolve("validation");
    SplitFolderWriter.write(SPLIT, validation, false, 2, done -> {});
    ImageSizes sizes = ImageSizes.read(validation.resolve("sizes.json"));
    return Dataset.open(validation, new DatasetOptions(() -> new char[0], sizes));
  }

  @ParameterizedTest
  @EnumSource(Task.class)
  void findings_are_good_but_not_perfect(Task task) {
    ShakenResults.write(SPLIT, 3, folder);
    try (Dataset dataset = open()) {
      GroundTruth groundTruth =
          FolderGroundTruth.read(
                  dataset.splits().getFirst(),
                  GroundTruthOptions.boxes().withMasks(true).withLandmarks(true),
                  finding -> {})
              .groundTruth();
      ReadDetections found =
          DetectionReader.read(
              task, groundTruth, folder.resolve(file(task)), DetectionOptions.defaults());
      assertThat(found.leftOut()).isZero();
      assertThat(found.detections().size()).isGreaterThan(60);
      double precision = Evaluation.of(task, groundTruth, found.detections()).summary().get("AP50");
      assertThat(precision).isBetween(.4, .95);
    }
  }

  @Test
  void retrieval_rows_find_some_garments() {
    ShakenResults.write(SPLIT, 3, folder);
    RetrievalResults rows =
        RetrievalResults.read(folder.resolve(ResultKind.RETRIEVAL.fileName()), BadResults.REFUSE);
    try (Dataset dataset = open()) {
      DatasetSplit split = dataset.splits().getFirst();
      RetrievalEvaluation evaluation =
          RetrievalEvaluation.of(
              RetrievalGroundTruth.of(split, ReadOptions.defaults(), finding -> {}), rows);
      assertThat(evaluation.overall().top(20)).isBetween(.3, .99);
      assertThat(evaluation.overall().top(1)).isLessThan(evaluation.overall().top(20));
      assertThat(evaluation.counts().shortRows()).isZero();
    }
  }

  @Test
  void equal_seeds_give_equal_files_and_others_do_not() throws IOException {
    ShakenResults.write(SPLIT, 3, folder.resolve("a"));
    ShakenResults.write(SPLIT, 3, folder.resolve("b"));
    ShakenResults.write(SPLIT, 4, folder.resolve("c"));
    for (String name :
        List.of(
            ResultKind.BOXES.fileName(),
            ResultKind.MASKS.fileName(),
            ResultKind.LANDMARKS.fileName(),
            ResultKind.RETRIEVAL.fileName())) {
      String first = Files.readString(folder.resolve("a").resolve(name));
      assertThat(Files.readString(folder.resolve("b").resolve(name))).isEqualTo(first);
      assertThat(Files.readString(folder.resolve("c").resolve(name))).isNotEqualTo(first);
    }
  }

  @Test
  void small_gallery_gives_short_rows_and_none_empty_lists() {
    SyntheticSplit two = new PhotoGenerator(SynthesisOptions.of(Split.VALIDATION, 2, 5));
    ShakenResults.write(two, 3, folder);
    RetrievalResults rows =
        RetrievalResults.read(folder.resolve(ResultKind.RETRIEVAL.fileName()), BadResults.REFUSE);
    assertThat(rows.shortRows()).isEqualTo(rows.size());
  }
}
