package dev.wardrobe.torch.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.dataset.Split;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.DatasetOptions;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.model.data.InputImage;
import dev.wardrobe.model.prediction.ImageDetection;
import dev.wardrobe.model.prediction.NarrowModel;
import dev.wardrobe.model.prediction.PendingPhoto;
import dev.wardrobe.model.prediction.PendingPhoto.KnownItem;
import dev.wardrobe.model.prediction.PendingPhotos;
import dev.wardrobe.model.prediction.PhotoOutcome;
import dev.wardrobe.model.prediction.PredictionOptions;
import dev.wardrobe.model.prediction.Predictor;
import dev.wardrobe.predictions.PredictedItem;
import dev.wardrobe.predictions.PredictedPhoto;
import dev.wardrobe.synthesis.PhotoGenerator;
import dev.wardrobe.synthesis.SplitFolderWriter;
import dev.wardrobe.synthesis.SynthesisOptions;
import dev.wardrobe.torch.rcnn.MatchRcnn;
import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.tensor.TensorDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchEngineTest {
  private static final int PHOTOS = 11;

  @TempDir static Path temp;

  private static Path model;
  private static Path split;

  @BeforeAll
  static void makeAll() throws IOException {
    NativeLibrary.start(1);
    model = NarrowNetwork.write(temp.resolve("model.safetensors"), NarrowModel.CONFIG);
    split = temp.resolve("validation");
    PhotoGenerator photos =
        new PhotoGenerator(SynthesisOptions.of(Split.VALIDATION, PHOTOS, 5).withSides(128, 160));
    SplitFolderWriter.write(photos, split, true, 1, done -> {});
    Files.writeString(split.resolve("image/000004.jpg"), "no photo");
    Files.delete(split.resolve("image/000007.jpg"));
    byte[] whole = Files.readAllBytes(split.resolve("image/000008.jpg"));
    Files.write(split.resolve("image/000008.jpg"), Arrays.copyOf(whole, whole.length / 2));
  }

  private static List<PhotoOutcome> predict(int batch, int threads) {
    List<PhotoOutcome> outcomes = new ArrayList<>();
    try (Dataset dataset = Dataset.open(split, DatasetOptions.DEFAULTS);
        Predictor predictor = TorchEngine.predictor(model, TensorDevice.CPU, .05)) {
      predictor.predict(
          PendingPhotos.of(dataset.splits().getFirst(), ReadOptions.defaults()),
          new PredictionOptions(batch, threads),
          outcomes::add);
    }
    return outcomes;
  }

  private static List<PredictedPhoto> found(List<PhotoOutcome> outcomes) {
    return outcomes.stream()
        .filter(PhotoOutcome.Found.class::isInstance)
        .map(outcome -> ((PhotoOutcome.Found) outcome).found())
        .toList();
  }

  @Test
  void outcomes_come_in_the_order_of_photos_and_broken_ones_are_named() {
    List<PhotoOutcome> outcomes = predict(2, 2);
    assertThat(outcomes).extracting(outcome -> outcome.photo().imageId()).isSorted();
    assertThat(outcomes).hasSize(PHOTOS);
    assertThat(outcomes)
        .filteredOn(PhotoOutcome.Skipped.class::isInstance)
        .extracting(PhotoOutcome::toString)
        .satisfiesExactly(
            text -> assertThat(text).contains("000004.jpg"),
            text -> assertThat(text).contains("000007.jpg").contains("there is no such photo"),
            text -> assertThat(text).contains("000008.jpg").contains("end"));
    for (PredictedPhoto photo : found(outcomes)) {
      assertThat(photo.items()).isNotEmpty();
      assertThat(photo.items())
          .isSortedAccordingTo(Comparator.comparingDouble(PredictedItem::score).reversed());
      for (PredictedItem item : photo.items()) {
        assertThat(item.box().x2()).isLessThanOrEqualTo(photo.size().width());
        assertThat(item.box().y2()).isLessThanOrEqualTo(photo.size().height());
        assertThat(item.mask().orElseThrow().size()).isEqualTo(photo.size());
        assertThat(item.landmarks()).isPresent();
        assertThat(item.embedding().length()).isEqualTo(6);
      }
    }
    assertThat(found(outcomes)).extracting(PredictedPhoto::source).doesNotContain(Optional.empty());
    assertThat(found(outcomes)).extracting(p -> p.source().orElseThrow()).contains(Source.USER);
  }

  @Test
  void results_are_the_same_with_any_number_of_threads() {
    assertThat(found(predict(3, 1))).isEqualTo(found(predict(3, 4)));
  }

  @Test
  void company_in_a_batch_changes_last_digits_only() {
    List<PredictedPhoto> alone = found(predict(1, 1));
    List<PredictedPhoto> together = found(predict(6, 1));
    assertThat(together).hasSameSizeAs(alone);
    for (int i = 0; i < alone.size(); i++) {
      double[] scores = scores(alone.get(i));
      assertThat(scores(together.get(i))).containsExactly(scores, within(1e-5));
    }
  }

  private static double[] scores(PredictedPhoto photo) {
    return photo.items().stream().mapToDouble(PredictedItem::score).toArray();
  }

  @Test
  void photo_alone_is_what_the_network_finds_on_it() throws IOException {
    PredictedPhoto photo = found(predict(1, 1)).getFirst();
    byte[] file = Files.readAllBytes(split.resolve("image/000001.jpg"));
    InputImage input = InputImage.of(file, NarrowModel.CONFIG.input());
    try (MatchRcnn network = new MatchRcnn(NarrowModel.CONFIG, 3)) {
      List<ImageDetection> direct =
          network.detect(InputImage.batch(List.of(input), NarrowModel.CONFIG.input())).getFirst();
      assertThat(photo.items()).hasSameSizeAs(direct);
      for (int i = 0; i < direct.size(); i++) {
        assertThat((float) photo.items().get(i).score()).isEqualTo(direct.get(i).score());
        assertThat(photo.items().get(i).box()).isEqualTo(input.toPhoto(direct.get(i).box()));
      }
    }
  }

  @Test
  void annotated_items_have_the_features_of_their_boxes() throws IOException {
    byte[] file = Files.readAllBytes(split.resolve("image/000001.jpg"));
    InputImage input = InputImage.of(file, NarrowModel.CONFIG.input());
    try (MatchRcnn network = new MatchRcnn(NarrowModel.CONFIG, 3);
        Predictor predictor = TorchEngine.predictor(model, TensorDevice.CPU, .05)) {
      ImageDetection found =
          network
              .detect(InputImage.batch(List.of(input), NarrowModel.CONFIG.input()))
              .getFirst()
              .getFirst();
      KnownItem known = new KnownItem(Category.VEST, input.toPhoto(found.box()));
      List<PhotoOutcome> outcomes = new ArrayList<>();
      for (Source source : Source.values()) {
        predictor.predict(
            List.of(
                new PendingPhoto(1, "a", Optional.of(source), List.of(known, known), () -> file)),
            new PredictionOptions(1, 1, Set.of(Source.SHOP)),
            outcomes::add);
      }
      PredictedPhoto annotated = ((PhotoOutcome.Described) outcomes.getFirst()).annotated();
      assertThat(outcomes.getLast()).isInstanceOf(PhotoOutcome.Found.class);
      assertThat(annotated.items()).hasSize(2);
      for (PredictedItem item : annotated.items()) {
        assertThat(item.box()).isEqualTo(known.box());
        assertThat(item.score()).isEqualTo(1);
        assertThat(item.category()).contains(Category.VEST);
        assertThat(item.embedding().toArray()).containsExactly(found.embedding(), within(1e-4f));
      }
    }
  }

  @Test
  void score_threshold_is_that_asked_for() {
    try (Predictor predictor = TorchEngine.predictor(model, TensorDevice.CPU, 1)) {
      assertThat(predictor.scoreThreshold()).isEqualTo(1);
      assertThat(predictor.provenance()).containsEntry("seed", 3L);
      assertThat(predictor.path()).isEqualTo(model);
      List<PhotoOutcome> outcomes = new ArrayList<>();
      predictor.predict(
          PendingPhotos.of(List.of(split.resolve("image/000001.jpg")), temp),
          new PredictionOptions(1, 1),
          outcomes::add);
      assertThat(found(outcomes).getFirst().items()).isEmpty();
    }
  }

  @Test
  void no_photos_give_no_outcomes() {
    try (Predictor predictor = TorchEngine.predictor(model, TensorDevice.CPU, .05)) {
      predictor.predict(
          List.of(),
          new PredictionOptions(1, 1),
          outcome -> {
            throw new AssertionError(outcome);
          });
    }
  }

  @Test
  void failure_of_the_one_who_listens_ends_the_run() {
    try (Predictor predictor = TorchEngine.predictor(model, TensorDevice.CPU, .05)) {
      List<PendingPhoto> one = PendingPhotos.of(List.of(split.resolve("image/000001.jpg")), temp);
      assertThatThrownBy(() ->
              predictor.predict(
                  Collections.nCopies(30, one.getFirst()),
                  new PredictionOptions(1, 2),
                  outcome -> {
                    throw new DatasetException("disk full");
                  }))
          .isInstanceOf(DatasetException.class)
          .hasMessage("disk full");
    }
  }

  @Test
  void a_photo_that_stops_its_reader_ends_nothing() {
    PendingPhoto stops =
        new PendingPhoto(
            1,
            "a.jpg",
            Optional.empty(),
            List.of(),
            () -> {
              throw new IllegalStateException("no entry\nat native code");
            });
    PendingPhoto whole =
        PendingPhotos.of(List.of(split.resolve("image/000001.jpg")), temp).getFirst();
    List<PhotoOutcome> outcomes = new ArrayList<>();
    try (Predictor predictor = TorchEngine.predictor(model, TensorDevice.CPU, .05)) {
      predictor.predict(List.of(stops, whole), new PredictionOptions(2, 1), outcomes::add);
    }
    assertThat(outcomes.getFirst())
        .isEqualTo(new PhotoOutcome.Skipped(stops, "data that stops the reader: no entry"));
    assertThat(found(outcomes)).hasSize(1);
  }

  @Test
  void native_memory_does_not_grow_with_the_number_of_photos() {
    try (Predictor predictor = TorchEngine.predictor(model, TensorDevice.CPU, .05)) {
      List<PendingPhoto> one = PendingPhotos.of(List.of(split.resolve("image/000001.jpg")), temp);
      PredictionOptions options = new PredictionOptions(2, 1);
      predictor.predict(Collections.nCopies(60, one.getFirst()), options, outcome -> {});
      System.gc();
      long before = Pointer.physicalBytes();
      long heap = Runtime.getRuntime().totalMemory();
      predictor.predict(Collections.nCopies(240, one.getFirst()), options, outcome -> {});
      System.gc();
      long grown = Pointer.physicalBytes() - before - (Runtime.getRuntime().totalMemory() - heap);
      // The inputs alone are 240 x 110 kB of native memory, what is computed from them is 20 times
      // that.
      assertThat(grown).isLessThan(60L << 20);
    }
  }
}
