package dev.wardrobe.torch.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.dataset.Split;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.Streams;
import dev.wardrobe.model.onnx.MadeUpWeights;
import dev.wardrobe.model.prediction.NarrowModel;
import dev.wardrobe.model.prediction.OnnxEngine;
import dev.wardrobe.model.prediction.PendingPhoto;
import dev.wardrobe.model.prediction.PendingPhoto.KnownItem;
import dev.wardrobe.model.prediction.PhotoOutcome;
import dev.wardrobe.model.prediction.PredictionOptions;
import dev.wardrobe.model.prediction.Predictor;
import dev.wardrobe.model.weights.ModelFile;
import dev.wardrobe.predictions.PredictedItem;
import dev.wardrobe.predictions.PredictedPhoto;
import dev.wardrobe.structures.Box;
import dev.wardrobe.synthesis.PhotoGenerator;
import dev.wardrobe.synthesis.SplitFolderWriter;
import dev.wardrobe.synthesis.SynthesisOptions;
import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.tensor.TensorDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ONNX Runtime and PyTorch compute the same network. */
class EnginesTest {
  private static final int PHOTOS = 12;

  /** Of a photo's side, or of 1. */
  private static final double TOLERANCE = 1e-4;

  @TempDir static Path temp;

  private static List<PendingPhoto> photos;

  @BeforeAll
  static void makePhotos() throws IOException {
    NativeLibrary.start(1);
    photos = photos(temp.resolve("validation"), PHOTOS, 128, 160);
  }

  private static List<PendingPhoto> photos(Path split, int count, int shortest, int longest)
      throws IOException {
    PhotoGenerator generator =
        new PhotoGenerator(
            SynthesisOptions.of(Split.VALIDATION, count, 4).withSides(shortest, longest));
    SplitFolderWriter.write(generator, split, true, 1, done -> {});
    KnownItem known = new KnownItem(Category.SKIRT, new Box(10, 20, 70, 80));
    List<PendingPhoto> made = new ArrayList<>();
    try (Stream<Path> files = Files.list(split.resolve("image"))) {
      files
          .sorted()
          .forEach(file ->
              made.add(
                  new PendingPhoto(
                      made.size() + 1,
                      file.toString(),
                      Optional.of(Source.SHOP),
                      List.of(known),
                      () -> Files.readAllBytes(file))));
    }
    return made;
  }

  private static void assertSame(Config config) {
    Path model = MadeUpWeights.write(temp.resolve("model.safetensors"), config);
    assertSame(model, photos, config.streams().match());
  }

  private static void assertSame(Path model, List<PendingPhoto> photos, boolean match) {
    List<PredictedPhoto> torch =
        seen(TorchEngine.predictor(model, TensorDevice.CPU, .05), photos, match);
    List<PredictedPhoto> onnx = seen(OnnxEngine.predictor(model, 2, .05), photos, match);
    assertThat(onnx).hasSameSizeAs(torch);
    int items = 0;
    int alike = 0;
    for (int i = 0; i < torch.size(); i++) {
      double side = Math.max(torch.get(i).size().width(), torch.get(i).size().height());
      for (PredictedItem expected : torch.get(i).items()) {
        items++;
        if (onnx.get(i).items().stream().anyMatch(found -> same(found, expected, side))) {
          alike++;
        }
      }
    }
    assertThat(items).isGreaterThan(photos.size());
    // Where two scores are next to equal, the last digit decides which box suppresses which.
    assertThat(alike).isGreaterThanOrEqualTo(items - items / 30);
  }

  private static List<PredictedPhoto> seen(
      Predictor opened, List<PendingPhoto> photos, boolean match) {
    List<PredictedPhoto> seen = new ArrayList<>();
    Set<Source> annotated = match ? Set.of(Source.SHOP) : Set.of();
    try (Predictor predictor = opened) {
      predictor.predict(
          photos,
          new PredictionOptions(4, 1, annotated),
          outcome -> {
            switch (outcome) {
              case PhotoOutcome.Found found -> seen.add(found.found());
              case PhotoOutcome.Described described -> {
                seen.add(described.found());
                seen.add(described.annotated());
              }
              case PhotoOutcome.Skipped skipped -> throw new AssertionError(skipped.problem());
            }
          });
    }
    return seen;
  }

  private static boolean same(PredictedItem found, PredictedItem expected, double side) {
    boolean same =
        found.category().equals(expected.category())
            && Math.abs(found.score() - expected.score()) <= TOLERANCE
            && Math.abs(found.box().x1() - expected.box().x1()) <= TOLERANCE * side
            && Math.abs(found.box().y1() - expected.box().y1()) <= TOLERANCE * side
            && Math.abs(found.box().x2() - expected.box().x2()) <= TOLERANCE * side
            && Math.abs(found.box().y2() - expected.box().y2()) <= TOLERANCE * side
            && found.landmarks().isPresent() == expected.landmarks().isPresent()
            && found.mask().isPresent() == expected.mask().isPresent();
    if (!same) {
      return false;
    }
    for (int i = 0; i < expected.embedding().length(); i++) {
      same &=
          Math.abs(found.embedding().toArray()[i] - expected.embedding().toArray()[i]) <= TOLERANCE;
    }
    if (expected.landmarks().isPresent()) {
      var one = found.landmarks().orElseThrow();
      var other = expected.landmarks().orElseThrow();
      for (int i = 0; i < other.count(); i++) {
        same &=
            Math.abs(one.score(i) - other.score(i)) <= TOLERANCE
                && Math.abs(one.x(i) - other.x(i)) <= TOLERANCE * side
                && Math.abs(one.y(i) - other.y(i)) <= TOLERANCE * side;
      }
    }
    return same;
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "class", "pose", "mask", "pose+class", "mask+class", "detection"})
  void each_variant_gives_the_same(String variant) {
    assertSame(NarrowModel.CONFIG.withStreams(Streams.of(variant)));
  }

  @Test
  void heads_that_see_more_than_the_box_give_the_same() {
    assertSame(NarrowModel.CONFIG.with("heads.margin", ".2"));
  }

  @Test
  void the_published_networks_parts_give_the_same() {
    assertSame(NarrowModel.FROZEN);
  }

  @Test
  @Tag("slow")
  void the_model_that_comes_with_wardrobe_finds_the_same_on_200_photos() throws IOException {
    List<PendingPhoto> many = photos(temp.resolve("many"), 200, 256, 640);
    assertSame(ModelFile.PRETRAINED, many, true);
  }
}
