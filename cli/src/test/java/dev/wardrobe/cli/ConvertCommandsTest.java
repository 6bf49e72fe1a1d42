package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvertCommandsTest {
  @TempDir private Path folder;

  private Path split;
  private Path target;

  @BeforeEach
  void split() {
    split = SampleData.split(folder.resolve("train"));
    target = folder.resolve("made/val.json");
  }

  @Test
  void coco_writes_a_file_and_says_what_is_in_it() throws IOException {
    CommandRun run = CommandRun.of("convert", "coco", split, "-o", target).assertFine();
    assertThat(run.err()).startsWith("Wrote %s: 2 images, 3 annotations in ".formatted(target));
    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(target))
        .startsWith("{\"info\": {}, \"licenses\": [], \"images\": [{\"coco_url\": \"\"")
        .contains("\"width\": 400, \"height\": 300}")
        .doesNotContain("\"viewpoint\"");
  }

  @Test
  void coco_adds_attributes_and_chooses_landmarks() throws IOException {
    String occluded = SampleData.skirt(1, 1).replaceFirst("150, 150, 2", "150, 150, 1");
    SampleData.annotation(split, 1, SampleData.photo("user", occluded));
    CommandRun.of("convert", "coco", split, "-o", target, "--attributes").assertFine();
    assertThat(Files.readString(target))
        .contains("\"source\": \"user\", \"scale\": 1, \"occlusion\": 1, \"zoom_in\": 1")
        .contains("\"num_keypoints\": 8");
    CommandRun.of("convert", "coco", split, "-o", target, "--landmarks", "vis").assertFine();
    assertThat(Files.readString(target)).contains("\"num_keypoints\": 7");
    CommandRun.of(
            "convert", "coco", split, "-o", target, "--landmarks", "VIS", "--keep-num-keypoints")
        .assertFine();
    assertThat(Files.readString(target))
        .contains("\"num_keypoints\": 8")
        .doesNotContain("\"num_keypoints\": 7", "150.0, 150.0, 1.0");
    CommandRun.of("convert", "coco", split, "-o", target, "--landmarks", "vis-and-occ")
        .assertFine();
    assertThat(Files.readString(target)).contains("150.0, 150.0, 1.0");
  }

  @Test
  void coco_reports_what_it_left_out() {
    for (int id = 3; id <= 14; id++) {
      SampleData.annotation(split, id, "{");
      SampleData.image(split, id);
    }
    String noBox = SampleData.skirt(2, 0).replace("[100, 100, 200, 200]", "[1, 2]");
    SampleData.annotation(split, 2, SampleData.photo("shop", SampleData.skirt(1, 1), noBox));
    CommandRun run = CommandRun.of("convert", "coco", split, "-o", target).assertFindings();
    assertThat(run.err().lines().skip(1))
        .startsWith(
            "item left out: train/annos/000002.json item2.bounding_box: found 2 numbers,"
                + " expected 4: [x1, y1, x2, y2]")
        .endsWith(
            "... and 3 more",
            "wardrobe: left out 12 photos and 1 item; all findings: wardrobe validate " + split)
        .hasSize(12);
  }

  @Test
  void coco_counts_photos_of_unknown_size() {
    SampleData.annotation(split, 3, SampleData.photo("shop", SampleData.skirt(1, 1)));
    CommandRun run = CommandRun.of("convert", "coco", split, "-o", target).assertFindings();
    assertThat(run.err())
        .contains("2 images, 3 annotations")
        .contains("wardrobe: left out 1 photo of unknown size");
    Path sizes = SampleData.write(folder.resolve("s.json"), "{\"000003\": [40, 30]}");
    run = CommandRun.of("convert", "coco", split, "-o", target, "--sizes", sizes).assertFine();
    assertThat(run.err()).contains("3 images, 4 annotations");
  }

  @Test
  void coco_needs_one_split_a_file_and_sizes() {
    SampleData.split(folder.resolve("validation"));
    CommandRun.of("convert", "coco", folder, "-o", target)
        .assertMistake(
            "%s has the splits train, validation: a COCO file works on one, such as %s"
                .formatted(folder, split));
    CommandRun.of("convert", "coco", split)
        .assertMistake("Missing required option: '--output=FILE'");
    CommandRun.of("convert", "coco", split, "-o", target, "--sizes", folder.resolve("no"))
        .assertMistake("There is no sizes file ");
    SampleData.annotation(folder.resolve("bare/train"), 1, "{}");
    CommandRun.of("convert", "coco", folder.resolve("bare/train"), "-o", target)
        .assertMistake("The split train has no photos: COCO files need their sizes");
    assertThat(target).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "coco, --landmarks, all, 'vis, vis-and-occ'",
    "deepfashion2, --source, me, 'shop, user'"
  })
  void choices_are_listed_as_they_are_typed(
      String format, String option, String typed, String choices) {
    CommandRun.of("convert", format, split, "-o", target, option, typed)
        .assertMistake(
            "Invalid value for option '%s': '%s' is none of %s".formatted(option, typed, choices));
  }

  @Test
  void folder_or_file_in_the_way_of_the_output_is_named() {
    CommandRun.of("convert", "coco", split, "-o", folder)
        .assertMistake("Cannot write %s: it is a folder".formatted(folder));
    Path below = folder.resolve("train/annos/000001.json/x.json");
    CommandRun.of("convert", "coco", split, "-o", below)
        .assertMistake("Cannot write %s: ".formatted(below));
    CommandRun.of("convert", "retrieval", split, "-o", below)
        .assertMistake("Cannot write %s: ".formatted(below.resolve("query_gt.json")));
    CommandRun.of("convert", "deepfashion2", below, "-o", folder)
        .assertMistake("Cannot read the COCO file %s: ".formatted(below));
  }

  @Test
  void unwritable_folder_is_named() throws IOException {
    assumeFalse(
        System.getProperty("user.name").equals("root"), "Skipped: root may write everywhere");
    Path locked = Files.createDirectory(folder.resolve("locked"));
    assertThat(locked.toFile().setWritable(false)).isTrue();
    CommandRun.of("convert", "coco", split, "-o", locked.resolve("x.json"))
        .assertMistake("Cannot write %s: permission denied".formatted(locked.resolve("x.json")));
    assertThat(locked.toFile().setWritable(true)).isTrue();
  }

  @Test
  void retrieval_writes_two_lists() throws IOException {
    Path lists = folder.resolve("lists");
    CommandRun run = CommandRun.of("convert", "retrieval", split, "-o", lists).assertFine();
    assertThat(run.err().lines())
        .containsExactly(
            "Wrote %s: 1 consumer item, 1 of them with a style above 0"
                .formatted(lists.resolve("query_gt.json")),
            "Wrote %s: 1 shop item".formatted(lists.resolve("gallery_gt.json")));
    assertThat(Files.readString(lists.resolve("gallery_gt.json")))
        .isEqualTo(
            "[{\"gallery_image_id\": 2, \"style\": 1, \"pair_id\": 7,"
                + " \"bbox\": [100, 100, 200, 200]}]");
    SampleData.annotation(split, 2, "{");
    run = CommandRun.of("convert", "retrieval", split, "-o", lists).assertFindings();
    assertThat(run.err()).contains("photo left out: train/annos/000002.json: found at line 1");
  }

  @Test
  void deepfashion2_takes_a_coco_file_back() {
    CommandRun.of("convert", "coco", split, "-o", target, "--attributes").assertFine();
    Path back = folder.resolve("back/train");
    CommandRun run = CommandRun.of("convert", "deepfashion2", target, "-o", back).assertFine();
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "Wrote 2 annotation files to %s and the photos' sizes to %s"
                .formatted(back.resolve("annos"), back.resolve("sizes.json")));
    Path again = folder.resolve("again.json");
    CommandRun.of(
            "convert",
            "coco",
            back,
            "-o",
            again,
            "--attributes",
            "--sizes",
            back.resolve("sizes.json"))
        .assertFine();
    assertThat(again).hasSameBinaryContentAs(target);
    CommandRun.of("convert", "deepfashion2", target, "-o", back)
        .assertMistake(
            "%s has files already: name a folder without annotations"
                .formatted(back.resolve("annos")));
  }

  @Test
  void deepfashion2_asks_for_the_source_where_the_file_does_not_say_it() {
    CommandRun.of("convert", "coco", split, "-o", target).assertFine();
    Path back = folder.resolve("back/train");
    CommandRun run = CommandRun.of("convert", "deepfashion2", target, "-o", back).assertFindings();
    assertThat(run.err().lines())
        .contains("photo left out: 000001.jpg source: found none, expected \"shop\" or \"user\"")
        .endsWith(
            "wardrobe: left out 2 photos and 0 items",
            "wardrobe: the file does not say who took the photos: give --source shop or --source"
                + " user");
    CommandRun.of("convert", "deepfashion2", target, "-o", back, "--source", "user").assertFine();
    assertThat(back.resolve("annos/000002.json")).exists();
  }

  @Test
  void deepfashion2_refuses_what_is_no_coco_file() {
    Path results = SampleData.write(folder.resolve("results.json"), "[{\"image_id\": 1}]");
    CommandRun.of("convert", "deepfashion2", results, "-o", folder.resolve("back"))
        .assertMistake("%s is no COCO ground truth".formatted(results));
    assertThat(folder.resolve("back")).doesNotExist();
  }
}
