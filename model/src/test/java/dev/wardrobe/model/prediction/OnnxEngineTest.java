package dev.wardrobe.model.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.Streams;
import dev.wardrobe.model.onnx.MadeUpWeights;
import dev.wardrobe.model.onnx.OnnxModel;
import dev.wardrobe.model.weights.ModelFile;
import dev.wardrobe.predictions.PredictedItem;
import dev.wardrobe.predictions.PredictedPhoto;
import dev.wardrobe.structures.Box;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxEngineTest {
  @TempDir private Path folder;

  private Path model(Config config) {
    return MadeUpWeights.write(folder.resolve("m.safetensors"), config);
  }

  /** Photos of coloured rectangles, of several sizes. */
  private static List<PendingPhoto> photos(int count) {
    SplittableRandom random = new SplittableRandom(1);
    List<PendingPhoto> photos = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      byte[] png = png(96 + 32 * random.nextInt(3), 96 + 32 * random.nextInt(2), random);
      PendingPhoto.KnownItem known =
          new PendingPhoto.KnownItem(Category.SKIRT, new Box(10, 10, 60, 80));
      photos.add(
          new PendingPhoto(i, i + ".png", Optional.of(Source.SHOP), List.of(known), () -> png));
    }
    return photos;
  }

  private static byte[] png(int width, int height, SplittableRandom random) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = picture.createGraphics();
    for (int i = 0; i < 12; i++) {
      graphics.setColor(new java.awt.Color(random.nextInt(1 << 24)));
      graphics.fillRect(
          random.nextInt(width), random.nextInt(height), random.nextInt(70), random.nextInt(70));
    }
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static List<PredictedPhoto> found(Path model, int threads, double score, int count) {
    List<PredictedPhoto> found = new ArrayList<>();
    try (Predictor predictor = OnnxEngine.predictor(model, threads, score)) {
      predictor.predict(
          photos(count),
          new PredictionOptions(4, 2),
          outcome -> found.add(((PhotoOutcome.Found) outcome).found()));
    }
    return found;
  }

  @Test
  void items_are_inside_the_photo_by_descending_score_with_all_that_the_heads_say() {
    List<PredictedPhoto> found = found(model(NarrowModel.CONFIG), 1, .05, 6);
    assertThat(found).hasSize(6);
    assertThat(found).anyMatch(photo -> photo.items().size() > 2);
    for (PredictedPhoto photo : found) {
      assertThat(photo.items())
          .isSortedAccordingTo(Comparator.comparingDouble(PredictedItem::score).reversed());
      for (PredictedItem item : photo.items()) {
        assertThat(item.score()).isGreaterThan(.05);
        assertThat(item.box().x2()).isLessThanOrEqualTo(photo.size().width());
        assertThat(item.box().y2()).isLessThanOrEqualTo(photo.size().height());
        assertThat(item.mask().orElseThrow().size()).isEqualTo(photo.size());
        assertThat(item.landmarks().orElseThrow().count())
            .isEqualTo(item.category().orElseThrow().landmarks().count());
        float[] feature = item.embedding().toArray();
        double length = 0;
        for (float value : feature) {
          length += (double) value * value;
        }
        assertThat(length).isCloseTo(1, within(1e-5));
      }
    }
  }

  @Test
  void any_number_of_threads_gives_the_same() {
    Path model = model(NarrowModel.CONFIG);
    assertThat(found(model, 3, .05, 9)).isEqualTo(found(model, 1, .05, 9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"class", "pose", "mask", "pose+class", "mask+class", "detection"})
  void each_variant_gives_what_it_has_heads_for(String variant) {
    Streams streams = Streams.of(variant);
    List<PredictedPhoto> found = found(model(NarrowModel.CONFIG.withStreams(streams)), 1, .05, 3);
    assertThat(found).anyMatch(photo -> !photo.items().isEmpty());
    found.stream()
        .flatMap(photo -> photo.items().stream())
        .forEach(item -> {
          assertThat(item.category().isPresent())
              .isEqualTo(streams.category() || streams.landmark());
          assertThat(item.mask().isPresent()).isEqualTo(streams.mask());
          assertThat(item.landmarks().isPresent()).isEqualTo(streams.landmark());
          assertThat(item.embedding().length())
              .isEqualTo(streams.match() ? NarrowModel.CONFIG.heads().embedding() : 0);
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nothing_above_the_threshold_is_nothing_found(boolean frozen) {
    Path model = model(frozen ? NarrowModel.FROZEN : NarrowModel.CONFIG);
    assertThat(found(model, 1, 1, 2)).allMatch(photo -> photo.items().isEmpty());
  }

  @Test
  void features_of_known_boxes_come_with_the_items() {
    List<PredictedPhoto> known = new ArrayList<>();
    try (Predictor predictor = OnnxEngine.predictor(model(NarrowModel.CONFIG), 1, 1)) {
      predictor.predict(
          photos(3),
          new PredictionOptions(2, 1, Set.of(Source.SHOP)),
          outcome -> known.add(((PhotoOutcome.Described) outcome).annotated()));
    }
    assertThat(known).allMatch(photo -> photo.items().size() == 1);
    assertThat(known)
        .allMatch(photo -> photo.items().getFirst().category().equals(Optional.of(Category.SKIRT)));
    assertThat(known.get(0).items().getFirst().embedding())
        .isNotEqualTo(known.get(1).items().getFirst().embedding());
  }

  @Test
  void without_a_match_head_there_are_no_features_of_known_boxes() {
    Path model = model(NarrowModel.CONFIG.withStreams(Streams.of("detection")));
    PredictionOptions options = new PredictionOptions(2, 1, Set.of(Source.SHOP));
    try (Predictor predictor = OnnxEngine.predictor(model, 1, 1)) {
      assertThat(predictor.similarity()).isEmpty();
      assertThatThrownBy(() -> predictor.predict(photos(1), options, outcome -> {}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Expected a match head, but got none");
    }
  }

  @Test
  void an_exported_file_finds_the_same_as_what_it_is_from() {
    Path model = model(NarrowModel.CONFIG);
    Path file = folder.resolve("m.onnx");
    try (ModelFile opened = ModelFile.open(model)) {
      OnnxModel.write(file, opened, "test");
    }
    assertThat(found(file, 1, .05, 4)).isEqualTo(found(model, 1, .05, 4));
    try (Predictor predictor = OnnxEngine.predictor(file, 1, .25)) {
      assertThat(predictor.name()).isEqualTo("tiny");
      assertThat(predictor.scoreThreshold()).isEqualTo(.25);
      assertThat(predictor.streams()).isEqualTo(Streams.ALL);
      assertThat(predictor.provenance()).containsEntry("seed", 3L);
      assertThat(predictor.path()).isEqualTo(file);
      assertThat(predictor.similarity()).isPresent();
      assertThat(predictor.usualBatch()).isEqualTo(8);
    }
  }

  @Test
  void files_that_are_no_model_are_told_in_one_line() throws IOException {
    Path text = Files.writeString(folder.resolve("x.onnx"), "no model");
    assertThatThrownBy(() -> OnnxEngine.predictor(text, 1, .05))
        .isInstanceOf(DatasetException.class)
        .hasMessage("Cannot read %s: it is no ONNX file", text);
    assertThatThrownBy(() -> OnnxEngine.predictor(folder.resolve("none.onnx"), 1, .05))
        .isInstanceOf(DatasetException.class)
        .hasMessageEndingWith("no such file or folder");
    Path cut = folder.resolve("cut.onnx");
    try (ModelFile opened = ModelFile.open(model(NarrowModel.CONFIG))) {
      OnnxModel.write(cut, opened, "test");
    }
    byte[] bytes = Files.readAllBytes(cut);
    Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> OnnxEngine.predictor(cut, 1, .05))
        .isInstanceOf(DatasetException.class)
        .hasMessageNotContaining("\n");
  }
}
