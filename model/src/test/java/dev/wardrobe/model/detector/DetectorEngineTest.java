package dev.wardrobe.model.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.onnx.TinyDetectors;
import dev.wardrobe.model.prediction.PendingPhoto;
import dev.wardrobe.model.prediction.PhotoOutcome;
import dev.wardrobe.model.prediction.PredictionOptions;
import dev.wardrobe.model.prediction.Predictor;
import dev.wardrobe.predictions.PredictedItem;
import dev.wardrobe.structures.Box;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorEngineTest {
  /** Letterboxed to 64 x 64, three classes of which the second is left out. */
  private static final String DESCRIPTION =
      """
      {"name": "tiny yolo", "model": "tiny.onnx",
       "input": {"name": "images", "width": 64, "height": 64, "resize": "LETTERBOX",
                 "colours": "RGB", "divisor": 255, "mean": [0, 0, 0], "deviation": [1, 1, 1],
                 "border": 114},
       "output": {"layout": "YOLO", "names": ["output0"], "firstClass": 0},
       "categories": ["skirt", "", "trousers"],
       "nmsThreshold": 0.5}
      """;

  @TempDir private Path folder;

  private Path describe(String description) {
    try {
      return Files.writeString(folder.resolve("tiny.json"), description);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void network(String layout) {
    TinyDetectors network = new TinyDetectors();
    switch (layout) {
      case "places last" -> network.floats("output0", placesLast(), 1, 7, 4);
      case "places first" -> network.floats("output0", placesFirst(false), 1, 4, 7);
      case "objectness" -> network.floats("output0", placesFirst(true), 1, 4, 8);
      case "rows" ->
          network.floats(
              "output0",
              new float[] {
                8, 16, 24, 48, .9f, 0, 9, 16, 25, 48, .8f, 0, 8, 16, 24, 48, .7f, 2, 0, 0, 9, 9,
                .6f, 1
              },
              1,
              4,
              6);
      case "separate" ->
          network
              .floats(
                  "boxes",
                  new float[] {8, 16, 24, 48, 9, 16, 25, 48, 8, 16, 24, 48, 0, 0, 9, 9},
                  4,
                  4)
              .floats("scores", new float[] {.9f, .8f, .7f, .6f}, 4)
              .integers("labels", 1, 1, 3, 2);
      default -> throw new IllegalArgumentException(layout);
    }
    network.write(folder.resolve("tiny.onnx"));
  }

  /** A skirt, nearly the same again, trousers at the same place, and something left out. */
  private static final float[][] PLACES = {
    {16, 32, 16, 32, .9f, 0, .01f},
    {17, 32, 16, 32, .8f, 0, 0},
    {16, 32, 16, 32, 0, 0, .7f},
    {4.5f, 4.5f, 9, 9, 0, .6f, 0}
  };

  private static float[] placesLast() {
    float[] values = new float[28];
    for (int i = 0; i < 28; i++) {
      values[i] = PLACES[i % 4][i / 4];
    }
    return values;
  }

  private static float[] placesFirst(boolean objectness) {
    int length = objectness ? 8 : 7;
    float[] values = new float[4 * length];
    for (int place = 0; place < 4; place++) {
      System.arraycopy(PLACES[place], 0, values, place * length, 4);
      if (objectness) {
        values[place * length + 4] = .5f;
      }
      for (int i = 0; i < 3; i++) {
        float score = PLACES[place][4 + i];
        values[place * length + length - 3 + i] = objectness ? Math.min(1, 2 * score) : score;
      }
    }
    return values;
  }

  private static PendingPhoto photo(int width, int height, Color colour) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = picture.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PendingPhoto(1, "a.png", Optional.empty(), List.of(), bytes::toByteArray);
  }

  private static List<PredictedItem> found(Path description, PendingPhoto photo, double score) {
    List<PredictedItem> items = new ArrayList<>();
    try (Predictor predictor = DetectorEngine.predictor(description, 1, score)) {
      assertThat(predictor.name()).isEqualTo("tiny yolo");
      assertThat(predictor.streams().mask()).isFalse();
      assertThat(predictor.streams().landmark()).isFalse();
      assertThat(predictor.similarity()).isEmpty();
      predictor.predict(
          List.of(photo),
          new PredictionOptions(1, 1),
          outcome -> items.addAll(((PhotoOutcome.Found) outcome).found().items()));
    }
    return items;
  }

  /** A photo of 128 x 64 is halved and lies at rows 16 to 47 of the input. */
  @ParameterizedTest
  @CsvSource({
    "places last, YOLO, output0, 0, .9, .7",
    "places first, YOLO, output0, 0, .9, .7",
    "objectness, YOLO_OBJECTNESS, output0, 0, .5, .5",
    "rows, ROWS, output0, 0, .9, .7",
    "separate, SEPARATE, boxes scores labels, 1, .9, .7"
  })
  void each_layout_gives_boxes_in_the_photo(
      String network, String layout, String names, int firstClass, double skirt, double trousers) {
    network(network);
    Path description =
        describe(
            DESCRIPTION
                .replace("\"YOLO\"", '"' + layout + '"')
                .replace("\"output0\"", '"' + names.replace(" ", "\", \"") + '"')
                .replace("\"firstClass\": 0", "\"firstClass\": " + firstClass));
    List<PredictedItem> items = found(description, photo(128, 64, Color.RED), .05);
    assertThat(items).hasSize(2);
    assertThat(items)
        .extracting(item -> item.category().orElseThrow())
        .containsExactlyInAnyOrder(Category.SKIRT, Category.TROUSERS);
    for (PredictedItem item : items) {
      assertThat(item.box()).isEqualTo(new Box(16, 0, 48, 64));
      assertThat(item.mask()).isEmpty();
      assertThat(item.landmarks()).isEmpty();
      assertThat(item.embedding().length()).isZero();
      double score = item.category().equals(Optional.of(Category.SKIRT)) ? skirt : trousers;
      assertThat(item.score()).isCloseTo(score, within(1e-6));
    }
  }

  @Test
  void scores_below_the_threshold_are_left_out() {
    network("rows");
    Path description = describe(DESCRIPTION.replace("YOLO", "ROWS"));
    assertThat(found(description, photo(64, 64, Color.RED), .75)).hasSize(1);
    assertThat(found(description, photo(64, 64, Color.RED), 1)).isEmpty();
  }

  @Test
  void a_stretched_photo_has_no_border() {
    network("rows");
    Path description =
        describe(DESCRIPTION.replace("YOLO", "ROWS").replace("LETTERBOX", "STRETCH"));
    List<PredictedItem> items = found(description, photo(128, 64, Color.RED), .85);
    assertThat(items).extracting(PredictedItem::box).containsExactly(new Box(16, 16, 48, 48));
  }

  @ParameterizedTest
  @CsvSource({
    "RGB, 1, '[0, 0, 0]', '[1, 1, 1]', 60, 40, 1",
    "BGR, 1, '[0, 0, 0]', '[1, 1, 1]', 20, 40, 1",
    "RGB, 2, '[10, 0, 5]', '[1, 0.5, 10]', 20, 40, .5"
  })
  void pixels_become_the_numbers_that_are_described(
      String colours, double divisor, String mean, String deviation, double x, double y, double s) {
    new TinyDetectors().means("output0").write(folder.resolve("tiny.onnx"));
    Path description =
        describe(
            DESCRIPTION
                .replace("YOLO", "ROWS")
                .replace("\"RGB\"", '"' + colours + '"')
                .replace("255", String.valueOf(divisor))
                .replace("\"mean\": [0, 0, 0]", "\"mean\": " + mean)
                .replace("[1, 1, 1]", deviation));
    List<PredictedItem> items = found(description, photo(64, 64, new Color(60, 40, 20)), .05);
    assertThat(items).extracting(PredictedItem::box).containsExactly(new Box(0, 0, x, y));
    assertThat(items.getFirst().score()).isCloseTo(s, within(1e-6));
  }

  @Test
  void the_border_is_of_the_colour_that_is_described() {
    new TinyDetectors().means("output0").write(folder.resolve("tiny.onnx"));
    Path description =
        describe(DESCRIPTION.replace("YOLO", "ROWS").replace("255", "1").replace("114", "30"));
    List<PredictedItem> items = found(description, photo(128, 64, new Color(50, 40, 30)), .05);
    // Half of the input is border: means of 40 and 35, of which 16 rows are above the photo.
    assertThat(items.getFirst().box()).isEqualTo(new Box(0, 0, 80, 38));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "skirt" | "kilt" | categories[0]: found "kilt", expected a category (wardrobe categories lists them) or ""
          "tiny.onnx" | "none.onnx" | model: there is no file
          "images" | "input" | input.name: found "input", expected one of images
          "output0" | "boxes" | output.names: found "boxes", expected one of output0
          "YOLO" | "SSD" | output.layout: found "SSD", expected one of YOLO, YOLO_OBJECTNESS, ROWS, SEPARATE
          "YOLO" | "SEPARATE" | output.names: found [output0], expected 3 names
          "width": 64 | "width": 0 | input.width: found 0, expected 1 to 8192
          "height": 64 | "height": 9000 | input.height: found 9000, expected 1 to 8192
          255 | 0 | input.divisor: found 0.0, expected a positive number, such as 255
          [0, 0, 0] | [0, 0] | input.mean: found [0.0, 0.0], expected three numbers
          [1, 1, 1] | [1, 1, 0] | input.deviation: found
          114 | 256 | input.border: found 256, expected 0 to 255
          "firstClass": 0 | "firstClass": 2 | output.firstClass: found 2, expected 0 or 1
          0.5 | 1.5 | nmsThreshold: found 1.5, expected 0 to 1
          ["skirt", "", "trousers"] | [] | categories: found [], expected a name for each class
          "border": 114 | "border": 114, "pad": 1 | input.pad: unknown field
          ,"border": 114 | x | Wrong detector file
          """)
  void wrong_descriptions_are_told(String from, String to, String message) {
    network("places last");
    Path description = describe(DESCRIPTION.replace(from, to));
    if (from.startsWith(",")) {
      description = describe("{");
    }
    Path wrong = description;
    assertThatThrownBy(() -> DetectorEngine.predictor(wrong, 1, .05))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith("Wrong detector file " + wrong)
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  @Test
  void networks_that_are_not_as_described_are_told() throws IOException {
    network("places last");
    Path four = describe(DESCRIPTION.replace("\"trousers\"]", "\"trousers\", \"vest\"]"));
    assertThatThrownBy(() -> found(four, photo(64, 64, Color.RED), .05))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            "The output output0 of tiny.onnx is not as described: found the shape [1, 7, 4], expected 1 x 8 x places or 1 x places x 8 (YOLO with 4 categories)");
    Path rows = describe(DESCRIPTION.replace("YOLO", "ROWS"));
    assertThatThrownBy(() -> found(rows, photo(64, 64, Color.RED), .05))
        .hasMessageContaining("expected 1 x items x 6");
    Path objectness = describe(DESCRIPTION.replace("YOLO", "YOLO_OBJECTNESS"));
    assertThatThrownBy(() -> found(objectness, photo(64, 64, Color.RED), .05))
        .hasMessageContaining("expected 1 x places x 8");
    Files.writeString(folder.resolve("tiny.onnx"), "no network");
    assertThatThrownBy(() -> found(describe(DESCRIPTION), photo(64, 64, Color.RED), .05))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith("Cannot read the network ")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> DetectorEngine.predictor(folder.resolve("none.json"), 1, .05))
        .isInstanceOf(DatasetException.class)
        .hasMessageEndingWith("no such file or folder");
  }

  @Test
  void outputs_that_do_not_fit_each_other_are_told() {
    new TinyDetectors()
        .floats("boxes", new float[8], 2, 4)
        .floats("scores", new float[3], 3)
        .integers("labels", 1, 2, 3)
        .write(folder.resolve("tiny.onnx"));
    Path description =
        describe(
            DESCRIPTION
                .replace("YOLO", "SEPARATE")
                .replace("\"output0\"", "\"boxes\", \"scores\", \"labels\""));
    assertThatThrownBy(() -> found(description, photo(64, 64, Color.RED), .05))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("boxes of shape [2, 4], scores of [3] and labels of [3]");
  }
}
