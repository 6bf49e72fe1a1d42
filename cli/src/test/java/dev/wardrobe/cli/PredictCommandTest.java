package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Split;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.Streams;
import dev.wardrobe.synthesis.PhotoGenerator;
import dev.wardrobe.synthesis.SplitFolderWriter;
import dev.wardrobe.synthesis.SynthesisOptions;
import dev.wardrobe.torch.rcnn.MatchRcnn;
import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.weights.TensorFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictCommandTest {
  /** As narrow as can be; with random weights it finds much where nothing is. */
  private static final Config NARROW =
      Config.tiny()
          .with(
              Map.ofEntries(
                  Map.entry("backbone.width", "8"),
                  Map.entry("backbone.pyramidChannels", "8"),
                  Map.entry("roi.boxChannels", "16"),
                  Map.entry("roi.detectionsPerImage", "5"),
                  Map.entry("rpn.preNmsTest", "40"),
                  Map.entry("rpn.postNmsTest", "20"),
                  Map.entry("heads.embedding", "6"),
                  Map.entry("input.shortSide", "64"),
                  Map.entry("input.longSide", "96")));

  private static final Pattern AP =
      Pattern.compile("Average Precision .*IoU=0.50:0.95 .*area= *all .*= ([0-9.]+)");

  @TempDir static Path temp;
  @TempDir Path out;

  private static Path model;
  private static Path split;

  @BeforeAll
  static void makeAll() {
    NativeLibrary.start(1);
    model = write("model", NARROW);
    split = temp.resolve("validation");
    PhotoGenerator photos =
        new PhotoGenerator(SynthesisOptions.of(Split.VALIDATION, 12, 5).withSides(128, 160));
    SplitFolderWriter.write(photos, split, true, 1, done -> {});
  }

  private static Path write(String name, Config config) {
    Path file = temp.resolve(name + "/best.safetensors");
    try (MatchRcnn network = new MatchRcnn(config, 3)) {
      TensorFiles.writeModel(file, config, Map.of("seed", 3), network.state());
    }
    return file;
  }

  private static CommandRun predict(Object... arguments) {
    return CommandRun.of(Stream.concat(Stream.of("predict"), Stream.of(arguments)).toArray());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(out)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void results_of_a_split_can_be_evaluated() throws IOException {
    CommandRun run = predict(temp.resolve("model"), split, "--out", out, "--threads", 1);
    run.assertFine();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("12 photos in ", " detections", "Next:");
    assertThat(files())
        .containsExactly(
            "boxes.json",
            "embeddings.jsonl",
            "embeddings.npy",
            "landmarks.json",
            "masks.json",
            "photos.csv",
            "predictions.json",
            "retrieval.json");
    List<String> next =
        run.out().lines().filter(line -> line.startsWith("  wardrobe evaluate ")).toList();
    assertThat(next).hasSize(4);
    for (String line : next) {
      Object[] words = line.strip().substring("wardrobe ".length()).split(" ", -1);
      CommandRun.of(words).assertFine();
    }
    assertThat(Files.readString(out.resolve("predictions.json")))
        .contains("\"photos\" : 12", "\"seed\" : 3", "\"similarity\"");
  }

  @Test
  void the_model_that_comes_with_wardrobe_finds_garments() throws IOException {
    Path photos = out.resolve("made-up");
    CommandRun.of("synthesize", photos, "--validation", 60, "--size", "320..320", "--seed", 99)
        .assertFine();
    Path found = out.resolve("found");
    predict("pretrained", photos.resolve("validation"), "--out", found).assertFine();
    CommandRun run =
        CommandRun.of(
            "evaluate",
            "detection",
            "--gt",
            photos.resolve("validation"),
            "--results",
            found.resolve("boxes.json"));
    run.assertFine();
    Matcher ap = AP.matcher(run.out());
    assertThat(ap.find()).as(run.out()).isTrue();
    assertThat(Double.parseDouble(ap.group(1))).isBetween(.6, 1.0);
  }

  @Test
  void tasks_and_form_are_those_asked_for() throws IOException {
    predict(model, split, "--out", out, "--tasks", "landmarks", "--landmarks", "compact", "--quiet")
        .assertFine();
    assertThat(files()).contains("landmarks.json").doesNotContain("boxes.json", "retrieval.json");
    assertThat(Files.readString(out.resolve("landmarks.json")))
        .contains("\"landmarks\": [")
        .doesNotContain("keypoints");
  }

  @Test
  void folder_of_any_photos_is_numbered_and_broken_ones_are_skipped() throws IOException {
    Path photos = out.resolve("photos");
    Files.createDirectories(photos.resolve("more"));
    Files.copy(split.resolve("image/000001.jpg"), photos.resolve("b.jpg"));
    Files.copy(split.resolve("image/000002.jpg"), photos.resolve("more/a, b.JPG"));
    Files.writeString(photos.resolve("a.jpg"), "no photo");
    Path results = photos.resolve("results");
    CommandRun run = predict(model, photos, "--out", results, "--draw");
    run.assertFindings();
    assertThat(run.err())
        .contains("skipped a.jpg: ", "wardrobe: skipped 1 photo; all are in " + results);
    assertThat(run.out()).contains("3 photos in ", "1 photo skipped").doesNotContain("evaluate");
    List<String> lines = Files.readAllLines(results.resolve("photos.csv"));
    assertThat(lines).hasSize(4);
    assertThat(lines.get(1)).startsWith("1,a.jpg,,,,");
    assertThat(lines.get(2)).startsWith("2,b.jpg,");
    assertThat(lines.get(3)).startsWith("3,\"more/a, b.JPG\",");
    assertThat(results.resolve("retrieval.json")).doesNotExist();
    assertThat(ImageIO.read(results.resolve("pictures/000002.jpg").toFile()).getWidth())
        .isGreaterThan(400);
    assertThat(Files.readString(results.resolve("index.html")))
        .contains("pictures/000003.jpg", "more/a, b.JPG")
        .doesNotContain("http");
    // What was drawn is not looked at the next time.
    assertThat(predict(model, photos, "--out", results, "--tasks", "boxes").assertFindings().out())
        .contains("3 photos in ");
  }

  @Test
  void pictures_of_a_split_are_as_many_as_asked_for_and_show_what_was_retrieved()
      throws IOException {
    predict(model, split, "--out", out, "--draw", 5).assertFine();
    try (Stream<Path> pictures = Files.list(out.resolve("pictures"))) {
      List<String> names = pictures.map(file -> file.getFileName().toString()).toList();
      assertThat(names.stream().filter(name -> name.startsWith("0"))).hasSize(5);
      assertThat(names.stream().filter(name -> name.startsWith("retrieval-"))).hasSizeBetween(1, 5);
    }
    assertThat(Files.readString(out.resolve("index.html"))).contains("Consumer to shop");
  }

  @Test
  void a_model_without_categories_retrieves_for_annotated_items() throws IOException {
    Path mask = write("mask", NARROW.withStreams(Streams.of("mask")));
    predict(mask, split, "--out", out, "--tasks", "retrieval")
        .assertMistake(
            "--tasks: no retrieval: the model does not tell categories apart, and a query has one:"
                + " take the annotated ones with --annotated queries");
    CommandRun run = predict(mask, split, "--out", out, "--annotated", "queries").assertFine();
    assertThat(files()).contains("retrieval.json").doesNotContain("boxes.json");
    assertThat(Files.readString(out.resolve("retrieval.json"))).contains("\"query_cls\": ");
    assertThat(run.out()).contains("wardrobe evaluate retrieval");
  }

  @Test
  void retrieval_with_annotated_boxes_is_known_as_such() throws IOException {
    predict(model, split, "--out", out, "--annotated", "queries,gallery", "--tasks", "retrieval")
        .assertFine();
    CommandRun scored =
        CommandRun.of(
            "evaluate", "retrieval", "--gt", split, "--results", out.resolve("retrieval.json"));
    scored.assertFine();
    assertThat(scored.out()).containsPattern("miss_num +0\\s").contains("ground-truth");
    assertThat(Files.readString(out.resolve("predictions.json")))
        .contains("\"annotated_boxes_of\" : [ \"shop\", \"user\" ]");
    predict(model, split, "--out", out, "--annotated", "gallery", "--tasks", "boxes")
        .assertMistake("--annotated is about retrieval");
  }

  @Test
  void tasks_that_cannot_be_done_say_why() {
    Path boxes = write("boxes", NARROW.withStreams(new Streams(true, false, false, false)));
    predict(boxes, split, "--out", out, "--tasks", "boxes,masks")
        .assertMistake("--tasks: no masks: the model has no mask head");
    predict(model, split.resolve("image/000001.jpg"), "--out", out, "--tasks", "retrieval")
        .assertMistake("--tasks: no retrieval: only an annotated split says");
    CommandRun run = predict(boxes, split, "--out", out).assertFine();
    assertThat(run.out()).contains("boxes.json").doesNotContain("masks.json", "embeddings");
  }

  @Test
  void mistakes_are_told_before_anything_is_done() throws IOException {
    predict(model, split).assertMistake("Missing required option: '--out=FOLDER'");
    predict(model, "--out", out).assertMistake("Missing required parameter");
    predict(temp.resolve("no"), split, "--out", out).assertMistake("There is no model ");
    predict(model, split, "--out", out, "--score", 2).assertMistake("Expected --score 0 to 1");
    predict(model, split, "--out", out, "--batch", 0).assertMistake("Expected --batch 1 to 256");
    predict(model, split, "--out", out, "--tasks", "box")
        .assertMistake("Invalid value for option '--tasks'");
    predict(model, split, "--out", out, "--device", "tpu").assertMistake("Unknown device tpu");
    predict(model, split, "--out", model).assertMistake("--out: ");
    predict(model, temp.resolve("none"), "--out", out).assertMistake("There is no ");
    predict(split.resolve("image/000001.jpg"), split, "--out", out).assertFailed();
    assertThat(files()).isEmpty();
  }

  @Test
  void data_set_of_several_splits_needs_one_named() throws IOException {
    Path both = out.resolve("both");
    for (String name : List.of("train", "validation")) {
      Files.createDirectories(both.resolve(name + "/image"));
      Files.copy(split.resolve("image/000001.jpg"), both.resolve(name + "/image/000001.jpg"));
    }
    predict(model, both, "--out", out.resolve("r"))
        .assertMistake(both + " has the splits train, validation: name one of them, such as ");
  }

  @Test
  void split_without_annotations_is_looked_at_without_retrieval() throws IOException {
    Path test = out.resolve("test");
    Files.createDirectories(test.resolve("image"));
    Files.copy(split.resolve("image/000001.jpg"), test.resolve("image/000041.jpg"));
    CommandRun run = predict(model, test, "--out", out.resolve("r")).assertFine();
    assertThat(run.out()).contains("1 photo in ").doesNotContain("retrieval", "Next:");
    assertThat(Files.readString(out.resolve("r/boxes.json"))).contains("\"image_id\": 41");
  }
}
