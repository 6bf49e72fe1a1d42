package dev.wardrobe.predictions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Split;
import dev.wardrobe.evaluation.DetectionOptions;
import dev.wardrobe.evaluation.DetectionReader;
import dev.wardrobe.evaluation.Evaluation;
import dev.wardrobe.evaluation.ReadDetections;
import dev.wardrobe.evaluation.Task;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.DatasetOptions;
import dev.wardrobe.files.ImageSizes;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.groundtruth.FolderGroundTruth;
import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.groundtruth.GroundTruthOptions;
import dev.wardrobe.predictions.RetrievalRow.Retrieved;
import dev.wardrobe.results.BadResults;
import dev.wardrobe.results.LandmarkForm;
import dev.wardrobe.retrieval.GalleryItem;
import dev.wardrobe.retrieval.QueryItem;
import dev.wardrobe.retrieval.RetrievalEvaluation;
import dev.wardrobe.retrieval.RetrievalGroundTruth;
import dev.wardrobe.retrieval.RetrievalResults;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.RleMask;
import dev.wardrobe.synthesis.PhotoGenerator;
import dev.wardrobe.synthesis.SplitFolderWriter;
import dev.wardrobe.synthesis.SynthesisOptions;
import dev.wardrobe.synthesis.SyntheticSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResultFilesTest {
  private static final ImageSize SIZE = new ImageSize(6, 4);
  private static final Set<ResultKind> ALL = EnumSet.allOf(ResultKind.class);

  @TempDir Path folder;

  private static PredictedItem skirt(double score) {
    double[] landmarks = new double[24];
    landmarks[0] = 1.005;
    landmarks[1] = 2.5;
    landmarks[2] = .25;
    return new PredictedItem(
        Optional.of(Category.SKIRT),
        score,
        new Box(1.234, 1, 3.5, 3),
        Optional.of(RleMask.ofCounts(SIZE, 5, 2, 2, 2, 13)),
        Optional.of(PredictedLandmarks.of(landmarks)),
        Embedding.NONE);
  }

  private static PredictedPhoto photo(int id, PredictedItem... items) {
    return new PredictedPhoto(id, id + ".jpg", SIZE, Optional.empty(), List.of(items));
  }

  private String read(ResultKind kind) throws IOException {
    return Files.readString(folder.resolve(kind.fileName()));
  }

  @Test
  void records_are_as_python_writes_them() throws IOException {
    ResultFiles.write(
        folder,
        ALL,
        LandmarkForm.COMPACT,
        files -> {
          files.add(photo(3, skirt(.98765433), skirt(.5)));
          files.add(photo(4));
        });
    assertThat(read(ResultKind.BOXES))
        .isEqualTo(
            "[{\"image_id\": 3, \"category_id\": 9, \"bbox\": [1.23, 1.0, 2.27, 2.0], \"score\": 0.98765433}, "
                + "{\"image_id\": 3, \"category_id\": 9, \"bbox\": [1.23, 1.0, 2.27, 2.0], \"score\": 0.5}]");
    assertThat(read(ResultKind.MASKS))
        .startsWith(
            "[{\"image_id\": 3, \"category_id\": 9, \"segmentation\": {\"size\": [4, 6], \"counts\": \"%s\"}, \"score\": 0.98765433}, "
                .formatted(skirt(1).mask().orElseThrow().toCompressed()));
    assertThat(read(ResultKind.LANDMARKS))
        .startsWith(
            "[{\"image_id\": 3, \"category_id\": 9, \"landmarks\": [1.0, 2.5, 2.0, 0.0, 0.0, 0.0, ")
        // Its own score times the mean of those of eight landmarks.
        .endsWith(", 0.0, 0.0, 0.0], \"score\": 0.015625}]");
    assertThat(folder.resolve(ResultKind.RETRIEVAL.fileName())).doesNotExist();
  }

  @Test
  void official_landmarks_stand_among_all_294() throws IOException {
    ResultFiles.write(
        folder,
        Set.of(ResultKind.LANDMARKS),
        LandmarkForm.OFFICIAL,
        files -> files.add(photo(3, skirt(1))));
    String text = read(ResultKind.LANDMARKS);
    String[] numbers = text.substring(text.indexOf("[", 1) + 1, text.indexOf("]")).split(", ", -1);
    assertThat(numbers).hasSize(3 * LandmarkSchema.TOTAL);
    int first = 3 * Category.SKIRT.landmarks().offset();
    assertThat(List.of(numbers).subList(first, first + 4))
        .containsExactly("1.0", "2.5", "2.0", "0.0");
    assertThat(Collections.frequency(List.of(numbers), "0.0")).isEqualTo(numbers.length - 3);
    assertThat(folder.resolve(ResultKind.BOXES.fileName())).doesNotExist();
  }

  @Test
  void no_photo_gives_empty_lists_and_items_without_a_part_are_left_out_of_its_file()
      throws IOException {
    PredictedItem bare =
        new PredictedItem(
            Optional.of(Category.VEST),
            .5,
            new Box(0, 0, 1, 1),
            Optional.empty(),
            Optional.empty(),
            Embedding.NONE);
    PredictedItem unknown =
        new PredictedItem(
            Optional.empty(), .5, bare.box(), bare.mask(), bare.landmarks(), Embedding.NONE);
    ResultFiles.write(
        folder, ALL, LandmarkForm.OFFICIAL, files -> files.add(photo(1, bare, unknown)));
    assertThat(read(ResultKind.BOXES)).containsOnlyOnce("image_id");
    assertThat(read(ResultKind.MASKS)).isEqualTo("[]");
    ResultFiles.write(folder, ALL, LandmarkForm.OFFICIAL, files -> {});
    ResultFiles.writeRetrieval(folder, Stream.empty());
    for (ResultKind kind : ResultKind.values()) {
      assertThat(read(kind)).isEqualTo("[]");
    }
  }

  @Test
  void failure_leaves_old_files_and_nothing_half_written() throws IOException {
    Files.writeString(folder.resolve(ResultKind.BOXES.fileName()), "old");
    assertThatThrownBy(() ->
            ResultFiles.write(
                folder,
                ALL,
                LandmarkForm.OFFICIAL,
                files -> {
                  files.add(photo(1, skirt(1)));
                  throw new DatasetException("no more");
                }))
        .isInstanceOf(DatasetException.class)
        .hasMessage("no more");
    assertThat(read(ResultKind.BOXES)).isEqualTo("old");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).hasSize(1);
    }
  }

  /** A made-up split as a model would find it that makes no mistake. */
  private static PredictedPhoto perfect(Photo photo) {
    ImageSize size = photo.size().orElseThrow();
    List<PredictedItem> items = new ArrayList<>();
    for (Item item : photo.items()) {
      double[] landmarks = new double[3 * item.landmarks().count()];
      for (int i = 0; i < item.landmarks().count(); i++) {
        landmarks[3 * i] = item.landmarks().x(i);
        landmarks[3 * i + 1] = item.landmarks().y(i);
        landmarks[3 * i + 2] = item.landmarks().visibility(i) == Landmarks.NOT_LABELLED ? .1 : .9;
      }
      items.add(
          new PredictedItem(
              Optional.of(item.category()),
              .9,
              item.box(),
              Optional.of(item.mask().toRle(size)),
              Optional.of(PredictedLandmarks.of(landmarks)),
              Embedding.NONE));
    }
    return new PredictedPhoto(photo.imageId(), photo.fileName(), size, photo.source(), items);
  }

  private Dataset made(SyntheticSplit split) {
    Path validation = folder.resolve("validation");
    SplitFolderWriter.write(split, validation, false, 2, done -> {});
    ImageSizes sizes = ImageSizes.read(validation.resolve("sizes.json"));
    return Dataset.open(validation, new DatasetOptions(() -> new char[0], sizes));
  }

  @ParameterizedTest
  @EnumSource(LandmarkForm.class)
  void ground_truth_written_as_predictions_scores_one(LandmarkForm form) {
    SyntheticSplit split = new PhotoGenerator(SynthesisOptions.of(Split.VALIDATION, 40, 5));
    ResultFiles.write(
        folder,
        ALL,
        form,
        files -> {
          for (int id = 1; id <= split.photoCount(); id++) {
            files.add(perfect(split.photo(id)));
          }
        });
    try (Dataset dataset = made(split)) {
      GroundTruth groundTruth =
          FolderGroundTruth.read(
                  dataset.splits().getFirst(),
                  GroundTruthOptions.boxes().withMasks(true).withLandmarks(true),
                  finding -> {})
              .groundTruth();
      for (Task task : Task.values()) {
        ResultKind kind =
            switch (task) {
              case DETECTION -> ResultKind.BOXES;
              case SEGMENTATION -> ResultKind.MASKS;
              case LANDMARKS -> ResultKind.LANDMARKS;
            };
        ReadDetections found =
            DetectionReader.read(
                task, groundTruth, folder.resolve(kind.fileName()), DetectionOptions.defaults());
        assertThat(found.leftOut()).isZero();
        assertThat(Evaluation.of(task, groundTruth, found.detections()).summary().get("AP"))
            .as(task.toString())
            .isEqualTo(1, within(1e-12));
      }
    }
  }

  @Test
  void true_matches_written_as_retrieved_score_one() {
    SyntheticSplit split = new PhotoGenerator(SynthesisOptions.of(Split.VALIDATION, 60, 5));
    try (Dataset dataset = made(split)) {
      RetrievalGroundTruth truth =
          RetrievalGroundTruth.of(
              dataset.splits().getFirst(), ReadOptions.defaults(), finding -> {});
      List<QueryItem> queries =
          truth.queries().stream().filter(query -> !matches(truth, query).isEmpty()).toList();
      ResultFiles.writeRetrieval(
          folder,
          queries.stream()
              .map(query ->
                  new RetrievalRow(
                      (int) query.imageId(),
                      query.box(),
                      Category.ofId(query.category()).orElseThrow(),
                      .5,
                      matches(truth, query))));
      RetrievalResults rows =
          RetrievalResults.read(folder.resolve(ResultKind.RETRIEVAL.fileName()), BadResults.REFUSE);
      assertThat(rows.size()).isEqualTo(queries.size()).isGreaterThan(10);
      assertThat(
              RetrievalEvaluation.of(new RetrievalGroundTruth(queries, truth.gallery()), rows)
                  .overall()
                  .top(1))
          .isEqualTo(1);
    }
  }

  private static List<Retrieved> matches(RetrievalGroundTruth truth, QueryItem query) {
    return truth.gallery().stream()
        .filter(item -> query.style() > 0)
        .filter(item -> item.pairId() == query.pairId() && item.style() == query.style())
        .map((GalleryItem item) -> new Retrieved((int) item.imageId(), item.box()))
        .toList();
  }
}
