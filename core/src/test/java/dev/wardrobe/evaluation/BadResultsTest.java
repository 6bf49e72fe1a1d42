package dev.wardrobe.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.groundtruth.GroundTruthOptions;
import dev.wardrobe.groundtruth.GroundTruthReader;
import dev.wardrobe.results.AreaSource;
import dev.wardrobe.results.BadResults;
import dev.wardrobe.results.ResultProblem;
import dev.wardrobe.results.ResultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link DetectionReader} makes of bad records under each policy. */
class BadResultsTest {
  private static final int BLOCK = 400;
  private static final String LANDMARKS = "[5,6,2" + ",0,0,0".repeat(293) + "]";
  private static final String MASK = "{\"size\":[30,20],\"counts\":\"T1T1``0\"}";

  @TempDir private Path folder;
  private GroundTruth truth = new GroundTruth(new long[0], new long[0], new String[0], List.of());

  @BeforeEach
  void readGroundTruth() throws IOException {
    String annotation =
        "{\"id\": %d, \"image_id\": %d, \"category_id\": %d, \"bbox\": [0, 0, 10, 20], \"area\": 200,"
            + " \"segmentation\": [[0, 0, 10, 0, 10, 20, 0, 20]], \"keypoints\": "
            + LANDMARKS
            + "}";
    Path file =
        Files.writeString(
            folder.resolve("gt.json"),
            "{\"images\": [{\"id\": 1, \"width\": 20, \"height\": 30}, {\"id\": 2, \"width\": 20,"
                + " \"height\": 30}, {\"id\": 3}], \"annotations\": ["
                + String.join(
                    ", ",
                    annotation.formatted(1, 1, 1),
                    annotation.formatted(2, 2, 1),
                    annotation.formatted(3, 2, 2))
                + "]}");
    truth =
        GroundTruthReader.read(file, GroundTruthOptions.boxes().withMasks(true).withLandmarks(true))
            .groundTruth();
  }

  private static String good(Task task, int i) {
    return "{\"image_id\": %d, \"category_id\": %d, \"score\": 0.%d, %s}"
        .formatted(1 + i % 2, 1 + i % 3, i, value(task));
  }

  private static String value(Task task) {
    return switch (task) {
      case DETECTION -> "\"bbox\": [1, 2, 10, 20]";
      case SEGMENTATION -> "\"segmentation\": " + MASK;
      case LANDMARKS -> "\"keypoints\": " + LANDMARKS;
    };
  }

  private static List<String> good(Task task) {
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      records.add(good(task, i));
    }
    return records;
  }

  private ReadDetections read(Task task, List<String> records, BadResults policy) {
    return readText(task, "[" + String.join(", ", records) + "]", policy);
  }

  private ReadDetections readText(Task task, String text, BadResults policy) {
    try {
      Path file = Files.writeString(folder.resolve("dt.json"), text);
      return DetectionReader.read(
          task, truth, file, DetectionOptions.defaults().withBad(policy).withThreads(3), BLOCK);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All detections but for their ids, which are places in the file. */
  private List<String> detections(ReadDetections read) {
    List<String> lines = new ArrayList<>();
    Detections all = read.detections();
    for (int i = 0; i < all.size(); i++) {
      StringBuilder line = new StringBuilder();
      line.append(all.imageIndex(i)).append(' ').append(all.categoryIndex(i)).append(' ');
      line.append(all.score(i)).append(' ').append(all.area(i));
      for (int part = 0; part < 4; part++) {
        line.append(' ').append(all.box(i, part));
      }
      for (double overlap : Readings.overlaps(all, i, truth)) {
        line.append(' ').append(overlap);
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static Arguments bad(
      Task task, String from, String to, String field, String found, boolean official) {
    return Arguments.of(task, from, to, field, found, official);
  }

  static Stream<Arguments> badRecords() {
    List<Arguments> all = new ArrayList<>();
    for (Task task : Task.values()) {
      String image = "\"image_id\": 2";
      all.add(bad(task, image, "\"image_id\": 9", "image_id", "9", false));
      all.add(bad(task, image, "\"image_id\": -1", "image_id", "-1", false));
      all.add(bad(task, image, "\"image_id\": 1.5", "image_id", "1.5", false));
      all.add(bad(task, image, "\"image_id\": NaN", "image_id", "NaN", false));
      all.add(bad(task, image, "\"image_id\": 1e19", "image_id", "1.0E19", false));
      all.add(bad(task, image, "\"image_id\": \"2\"", "image_id", "the text \"2\"", false));
      all.add(bad(task, image, "\"image_id\": null", "image_id", "null", false));
      all.add(bad(task, image, "\"image\": 2", "image_id", "nothing", false));
      String category = "\"category_id\": 3";
      all.add(bad(task, category, "\"category_id\": 14", "category_id", "14", true));
      all.add(bad(task, category, "\"category_id\": 0", "category_id", "0", true));
      all.add(bad(task, category, "\"category_id\": true", "category_id", "true", false));
      all.add(bad(task, category, "\"category\": 3", "category_id", "nothing", false));
      String score = "\"score\": 0.23";
      all.add(bad(task, score, "\"scores\": 0.23", "score", "nothing", false));
      all.add(bad(task, score, "\"score\": \"0.23\"", "score", "the text \"0.23\"", false));
      all.add(bad(task, score, "\"score\": null", "score", "null", false));
      all.add(bad(task, score, "\"score\": [0.23]", "score", "a list [...]", false));
      all.add(bad(task, score, "\"score\": NaN", "score", "NaN", true));
      all.add(bad(task, score, "\"score\": -Infinity", "score", "-Infinity", true));
    }
    Task boxes = Task.DETECTION;
    String box = "[1, 2, 10, 20]";
    all.add(bad(boxes, box, "[1, 2, 10]", "bbox", "3 numbers", false));
    all.add(bad(boxes, box, "[1, 2, 10, 20, 5]", "bbox", "5 numbers", false));
    all.add(bad(boxes, box, "[]", "bbox", "0 numbers", false));
    all.add(bad(boxes, box, "[1, 2, 10, NaN]", "bbox", "NaN", true));
    all.add(bad(boxes, box, "[-Infinity, 2, 10, 20]", "bbox", "-Infinity", true));
    all.add(bad(boxes, box, "[1, 2, 10, 1e999]", "bbox", "Infinity", true));
    all.add(bad(boxes, box, "null", "bbox", "null", false));
    all.add(bad(boxes, box, "[1, \"2\", 10, 20]", "bbox", "the text \"2\"", false));
    all.add(bad(boxes, "bbox", "box", "bbox", "nothing", false));
    all.add(bad(boxes, value(boxes), value(Task.SEGMENTATION), "bbox", "nothing", false));
    all.add(bad(boxes, value(boxes), value(Task.LANDMARKS), "bbox", "nothing", false));
    Task masks = Task.SEGMENTATION;
    String segmentation = "segmentation";
    all.add(bad(masks, MASK, "null", segmentation, "null", false));
    all.add(bad(masks, MASK, "[[0, 0, 9, 0, 9, 9]]", segmentation, "polygons", false));
    all.add(bad(masks, "\"T1T1``0\"", "[0, 600]", segmentation, "counts as a list", false));
    all.add(bad(masks, "T1T1``0", "T1\\n", segmentation, "a character not", false));
    all.add(bad(masks, "T1T1``0", "é", segmentation, "a character not", false));
    all.add(bad(masks, "T1T1``0", "T1T1``", segmentation, "that end inside a number", false));
    all.add(bad(masks, "T1T1``0", "0T1", segmentation, "runs of 36 pixels", false));
    all.add(bad(masks, "[30,20]", "[100000, 100000]", segmentation, "a size of", false));
    all.add(bad(masks, "[30,20]", "[20,30]", segmentation, "a size of [20, 30]", true));
    all.add(bad(masks, "\"size\":[30,20],", "", segmentation, "no usable size", false));
    all.add(bad(masks, value(masks), value(boxes), segmentation, "nothing", false));
    all.add(bad(masks, value(masks), value(Task.LANDMARKS), segmentation, "nothing", false));
    Task points = Task.LANDMARKS;
    all.add(bad(points, "[5,6,2,", "[5,6,", "keypoints", "881 numbers", false));
    all.add(bad(points, "[5,6,2,", "[5,6,2,1,", "keypoints", "883 numbers", false));
    all.add(bad(points, LANDMARKS, "[]", "keypoints", "0 numbers", false));
    all.add(bad(points, LANDMARKS, "null", "keypoints", "null", false));
    all.add(bad(points, "[5,6,2", "[5,null,2", "keypoints", "a list of other", false));
    all.add(bad(points, "[5,6,2", "[5,NaN,2", "keypoints", "NaN or infinity", true));
    all.add(bad(points, "[5,6,2", "[Infinity,6,2", "keypoints", "NaN or infinity", true));
    all.add(bad(points, value(points), value(boxes), "keypoints", "nothing", false));
    all.add(bad(points, value(points), "\"landmarks\": [1,2,3]", "landmarks", "3 numbers", false));
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("badRecords")
  void bad_record_is_refused_by_name_or_left_out_or_scored_as_officially(
      Task task, String from, String to, String field, String found, boolean official) {
    List<String> records = good(task);
    String record = records.get(23);
    assertThat(record).contains(from);
    records.set(23, record.replace(from, to));
    ResultsException refused =
        catchThrowableOfType(ResultsException.class, () -> read(task, records, BadResults.REFUSE));
    assertThat(refused).hasMessageContaining("dt.json: 1 bad record among 30;");
    ResultProblem problem = refused.problems().getFirst();
    assertThat(refused.count()).isEqualTo(1);
    assertThat(problem.record()).isEqualTo(24);
    assertThat(problem.field()).isEqualTo(field);
    assertThat(problem.found()).contains(found);
    assertThat(problem.toString())
        .startsWith("dt.json, record 24, " + field + ": found ")
        .doesNotContain("\n");

    List<String> others = new ArrayList<>(records);
    others.remove(23);
    ReadDetections rest = read(task, others, BadResults.REFUSE);
    ReadDetections skipped = read(task, records, BadResults.SKIP);
    assertThat(skipped.leftOut()).isEqualTo(1);
    assertThat(skipped.records()).isEqualTo(30);
    assertThat(skipped.problems()).containsExactly(problem);
    assertThat(skipped.areaSource()).isEqualTo(rest.areaSource());
    assertThat(detections(skipped)).isEqualTo(detections(rest));
    assertThat(Evaluation.of(task, truth, skipped.detections()).summary())
        .isEqualTo(Evaluation.of(task, truth, rest.detections()).summary());

    if (official) {
      ReadDetections taken = read(task, records, BadResults.OFFICIAL);
      assertThat(taken.taken()).isEqualTo(1);
      assertThat(taken.leftOut()).isZero();
      assertThat(taken.detections().size()).isEqualTo(field.equals("category_id") ? 29 : 30);
    } else {
      assertThatExceptionOfType(ResultsException.class)
          .isThrownBy(() -> read(task, records, BadResults.OFFICIAL))
          .satisfies(e -> assertThat(e.problems()).containsExactly(problem));
    }
  }

  @ParameterizedTest
  @MethodSource("badRecords")
  void bad_first_record_decides_nothing(
      Task task, String from, String to, String field, String found, boolean official) {
    List<String> records = good(task);
    Collections.swap(records, 0, 23);
    records.set(0, records.getFirst().replace(from, to));
    ReadDetections rest = read(task, records.subList(1, 30), BadResults.REFUSE);
    ReadDetections skipped = read(task, records, BadResults.SKIP);
    // One of another kind may be right, and then the others are not.
    if (skipped.leftOut() == 1) {
      assertThat(skipped.problems().getFirst().record()).isEqualTo(1);
      assertThat(detections(skipped)).isEqualTo(detections(rest));
      assertThat(skipped.areaSource()).isEqualTo(rest.areaSource());
    } else {
      assertThat(from).isEqualTo(value(task));
      assertThat(skipped.leftOut()).isEqualTo(29);
    }
  }

  @ParameterizedTest
  @EnumSource(Task.class)
  void first_hundred_are_listed_and_all_counted(Task task) {
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      records.add(
          i % 3 == 1 ? good(task, i).replace("image_id\": ", "image_id\": 9") : good(task, i));
    }
    assertThatExceptionOfType(ResultsException.class)
        .isThrownBy(() -> read(task, records, BadResults.REFUSE))
        .withMessageContaining("133 bad records among 400")
        .satisfies(e -> {
          assertThat(e.count()).isEqualTo(133);
          assertThat(e.problems()).hasSize(100);
          for (int i = 0; i < 100; i++) {
            assertThat(e.problems().get(i).record()).isEqualTo(3L * i + 2);
          }
        });
    ReadDetections skipped = read(task, records, BadResults.SKIP);
    assertThat(skipped.leftOut()).isEqualTo(133);
    assertThat(skipped.problems()).hasSize(100);
    // Ids are places in the file, those left out included.
    assertThat(skipped.detections().id(100)).isEqualTo(151);
  }

  @ParameterizedTest
  @EnumSource(Task.class)
  void id_used_twice_is_a_problem_of_the_later_record(Task task) {
    List<String> records = good(task);
    records.replaceAll(record -> record.replace("{\"image", "{\"id\": 70%s, \"image"));
    for (int i = 0; i < 30; i++) {
      int id = i == 20 || i == 25 ? 3 : i;
      records.set(i, records.get(i).replace("%s", "" + id));
    }
    assertThatExceptionOfType(ResultsException.class)
        .isThrownBy(() -> read(task, records, BadResults.REFUSE))
        .satisfies(e ->
            assertThat(e.problems().stream().map(ResultProblem::toString))
                .containsExactly(
                    "dt.json, record 21, id: found 703 a second time, expected each id once, or"
                        + " no ids",
                    "dt.json, record 26, id: found 703 a second time, expected each id once, or"
                        + " no ids"));
    List<String> others = new ArrayList<>(records);
    others.remove(25);
    others.remove(20);
    ReadDetections skipped = read(task, records, BadResults.SKIP);
    assertThat(skipped.leftOut()).isEqualTo(2);
    assertThat(detections(skipped)).isEqualTo(detections(read(task, others, BadResults.REFUSE)));
    assertThat(skipped.detections().id(20)).isEqualTo(22);
    ReadDetections official = read(task, records, BadResults.OFFICIAL);
    assertThat(official.taken()).isZero();
    assertThat(official.detections().size()).isEqualTo(30);
  }

  @Test
  void id_of_a_record_that_is_left_out_is_free() {
    List<String> records =
        List.of(
            good(Task.DETECTION, 0).replace("{", "{\"id\": 1, ").replace("0.0", "null"),
            good(Task.DETECTION, 1).replace("{", "{\"id\": 1, "));
    ReadDetections skipped = read(Task.DETECTION, records, BadResults.SKIP);
    assertThat(skipped.leftOut()).isEqualTo(1);
    assertThat(skipped.detections().id(0)).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(Task.class)
  void file_cut_anywhere_is_refused_in_one_line_or_read_up_to_the_cut(Task task) {
    String full = "[%s, %s]".formatted(good(task, 1), good(task, 2));
    int step = task == Task.LANDMARKS ? 37 : 1;
    for (int length = 0; length < full.length(); length += step) {
      String cut = full.substring(0, length);
      for (BadResults policy : List.of(BadResults.REFUSE, BadResults.OFFICIAL)) {
        assertThatExceptionOfType(RuntimeException.class)
            .isThrownBy(() -> readText(task, cut, policy))
            .satisfies(e ->
                assertThat(e.getClass().getSimpleName())
                    .isIn("DatasetException", "ResultsException"))
            .satisfies(e -> assertThat(e.getMessage()).contains("dt.json").doesNotContain("\n"));
      }
      if (!cut.isBlank()) {
        ReadDetections read = readText(task, cut, BadResults.SKIP);
        assertThat(read.leftOut()).as(cut).isEqualTo(1);
        boolean first = length > good(task, 1).length() + 1; // and its comma
        assertThat(read.records()).as(cut).isEqualTo(first ? 2 : 1);
        assertThat(read.detections().size()).as(cut).isEqualTo(first ? 1 : 0);
        assertThat(read.problems().getLast().expected()).contains("the file seems cut off");
      }
    }
  }

  @Test
  void first_record_decides_what_areas_come_from() {
    List<String> records = good(Task.DETECTION);
    assertThat(read(Task.DETECTION, records, BadResults.REFUSE).areaSource())
        .isEqualTo(AreaSource.BOX);
    ReadDetections ofMasks = read(Task.DETECTION, good(Task.SEGMENTATION), BadResults.REFUSE);
    assertThat(ofMasks.areaSource()).isEqualTo(AreaSource.MASK);
    assertThat(ofMasks.detections().area(0)).isEqualTo(36);
    ReadDetections ofLandmarks = read(Task.DETECTION, good(Task.LANDMARKS), BadResults.REFUSE);
    assertThat(ofLandmarks.areaSource()).isEqualTo(AreaSource.LANDMARKS);
    assertThat(ofLandmarks.detections().area(0)).isEqualTo(30);
    ReadDetections boxesAsMasks = read(Task.SEGMENTATION, records, BadResults.REFUSE);
    assertThat(boxesAsMasks.masksFromBoxes()).isTrue();
    assertThat(boxesAsMasks.detections().area(0)).isEqualTo(200);
  }

  @Test
  void landmarks_that_give_the_boxes_must_be_finite_too() {
    List<String> records = good(Task.LANDMARKS);
    records.set(4, records.get(4).replace("[5,6,2", "[5,NaN,2"));
    assertThatExceptionOfType(ResultsException.class)
        .isThrownBy(() -> read(Task.DETECTION, records, BadResults.REFUSE))
        .satisfies(e -> assertThat(e.problems().getFirst().field()).isEqualTo("keypoints"));
  }

  @Test
  void box_beside_the_masks_is_scored_and_must_be_one() {
    List<String> records = good(Task.SEGMENTATION);
    records.set(4, records.get(4).replace("{\"image", "{\"bbox\": [1, 2, 3, 4], \"image"));
    records.set(5, records.get(5).replace("{\"image", "{\"bbox\": [1, 2, 3], \"image"));
    records.set(6, records.get(6).replace("{\"image", "{\"bbox\": [1, 2, 3, NaN], \"image"));
    ReadDetections skipped = read(Task.DETECTION, records, BadResults.SKIP);
    assertThat(skipped.detections().box(4, 2)).isEqualTo(3);
    assertThat(skipped.problems().stream().map(ResultProblem::record)).containsExactly(6L, 7L);
    assertThat(read(Task.SEGMENTATION, records, BadResults.REFUSE).leftOut()).isZero();
  }

  @Test
  void of_another_category_the_official_tools_ask_for_the_area_only() {
    String start = "{\"image_id\": 1, \"category_id\": 99, ";
    List<String> boxes = good(Task.DETECTION);
    boxes.set(3, start + "\"bbox\": [1, 2, NaN, 4]}"); // no score, and a number that is none
    assertThat(read(Task.DETECTION, boxes, BadResults.OFFICIAL).taken()).isEqualTo(1);
    assertThat(read(Task.DETECTION, boxes, BadResults.SKIP).leftOut()).isEqualTo(1);
    List<String> withBox =
        List.of(start + "\"bbox\": [1, 2, 3, 4], \"segmentation\": 5, \"keypoints\": 6}");
    assertThat(read(Task.SEGMENTATION, withBox, BadResults.OFFICIAL).taken()).isEqualTo(1);
    assertThat(read(Task.LANDMARKS, withBox, BadResults.OFFICIAL).taken()).isEqualTo(1);
    for (Task task : Task.values()) {
      List<String> records = good(task);
      records.set(3, start + "\"score\": 0.5}");
      assertThatExceptionOfType(ResultsException.class)
          .as(task.label())
          .isThrownBy(() -> read(task, records, BadResults.OFFICIAL));
    }
    List<String> masks = good(Task.SEGMENTATION);
    masks.set(3, start + "\"score\": 0.5, \"segmentation\": [[1, 2, 3, 4, 5, 6]]}");
    assertThatExceptionOfType(ResultsException.class)
        .isThrownBy(() -> read(Task.SEGMENTATION, masks, BadResults.OFFICIAL))
        .withMessageContaining("1 bad record among 30");
  }

  @Test
  void boxes_as_masks_need_the_size_of_the_photo_and_a_sane_box() {
    List<String> records = good(Task.DETECTION);
    records.set(3, records.get(3).replace("\"image_id\": 2", "\"image_id\": 3"));
    records.set(4, records.get(4).replace("10, 20]", "1e9, 20]"));
    records.set(5, records.get(5).replace("10, 20]", "NaN, 20]"));
    ReadDetections skipped = read(Task.SEGMENTATION, records, BadResults.SKIP);
    assertThat(skipped.problems().stream().map(ResultProblem::toString))
        .containsExactly(
            "dt.json, record 4, segmentation: found no run lengths, for a photo whose width and"
                + " height the ground truth does not have, expected run lengths, or width and"
                + " height there",
            "dt.json, record 5, segmentation: found no mask, and a box with 1.0E9, expected finite"
                + " coordinates within 10^8 pixels",
            "dt.json, record 6, segmentation: found no mask, and a box with NaN, expected finite"
                + " coordinates within 10^8 pixels");
  }

  @Test
  void empty_list_is_refused_unless_told_to_be_lenient() {
    for (BadResults policy : List.of(BadResults.REFUSE, BadResults.OFFICIAL)) {
      assertThatExceptionOfType(ResultsException.class)
          .isThrownBy(() -> readText(Task.DETECTION, " [ ] ", policy))
          .withMessageContaining("found an empty list")
          .withMessageContaining("--lenient");
    }
    ReadDetections none = readText(Task.DETECTION, "[]", BadResults.SKIP);
    assertThat(none.detections().size()).isZero();
    assertThat(none.areaSource()).isEqualTo(AreaSource.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "-1.5e3", "null", "true", "\"text, {\"", "[]", "[{\"a\": 1}, {}]"})
  void value_that_is_no_record_costs_only_itself(String value) {
    for (int place : new int[] {0, 7, 30}) {
      List<String> records = good(Task.DETECTION);
      List<String> expected = detections(read(Task.DETECTION, records, BadResults.REFUSE));
      records.add(place, value);
      ReadDetections skipped = read(Task.DETECTION, records, BadResults.SKIP);
      assertThat(detections(skipped)).isEqualTo(expected);
      assertThat(skipped.leftOut()).isEqualTo(1);
      assertThat(skipped.cutShort()).isFalse();
      assertThat(skipped.problems().getFirst().record()).isEqualTo(place + 1);
      assertThat(skipped.problems().getFirst().expected()).isEqualTo("an object {...}");
      for (BadResults policy : List.of(BadResults.REFUSE, BadResults.OFFICIAL)) {
        assertThatExceptionOfType(ResultsException.class)
            .isThrownBy(() -> read(Task.DETECTION, records, policy))
            .withMessageContaining("1 bad record among 31");
      }
    }
  }

  @Test
  void file_that_cannot_be_read_on_is_cut_short() {
    List<String> records = good(Task.DETECTION);
    records.set(9, "{\"image_id\" 1}");
    ReadDetections skipped = read(Task.DETECTION, records, BadResults.SKIP);
    assertThat(skipped.cutShort()).isTrue();
    assertThat(skipped.records()).isEqualTo(10);
    assertThat(skipped.detections().size()).isEqualTo(9);
    assertThat(skipped.problems().getFirst())
        .hasToString("dt.json, record 10: found 1, expected ':'; nothing after it can be read");
  }
}
