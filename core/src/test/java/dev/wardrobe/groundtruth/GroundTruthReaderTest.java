package dev.wardrobe.groundtruth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wardrobe.dataset.Source;
import dev.wardrobe.evaluation.Readings;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.results.BadResults;
import dev.wardrobe.results.ResultProblem;
import dev.wardrobe.results.ResultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GroundTruthReaderTest {
  private static final int BLOCK = 300;
  private static final String POINTS = "[5,6,2,7,8,1" + ",0,0,0".repeat(292) + "]";
  private static final GroundTruthOptions ALL =
      GroundTruthOptions.boxes().withMasks(true).withLandmarks(true).withThreads(3);

  @TempDir private Path folder;

  private static String image(int id) {
    return "{\"id\": %d, \"width\": 20, \"height\": 30}".formatted(id);
  }

  private static String annotation(int id, int image, int category) {
    return "{\"id\": %d, \"image_id\": %d, \"category_id\": %d, \"bbox\": [1, 2, 3, 4], \"area\": 12,"
            .formatted(id, image, category)
        + " \"segmentation\": [[0, 0, 9, 0, 9, 9]], \"keypoints\": "
        + POINTS
        + "}";
  }

  private static List<String> images() {
    return new ArrayList<>(List.of(image(1), image(2), image(3)));
  }

  private static List<String> annotations() {
    List<String> annotations = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      annotations.add(annotation(100 + i, 1 + i % 3, 1 + i));
    }
    return annotations;
  }

  private static String text(List<String> images, List<String> annotations) {
    return "{\"images\": [%s], \"annotations\": [%s]}"
        .formatted(String.join(", ", images), String.join(", ", annotations));
  }

  private ReadGroundTruth read(String text, BadResults policy) {
    try {
      Path file = Files.write(folder.resolve("gt.json"), text.getBytes(UTF_8));
      return GroundTruthReader.read(file, ALL.withBad(policy), BLOCK);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> items(ReadGroundTruth read) {
    return read.groundTruth().items().stream().map(Readings::line).toList();
  }

  private static Arguments bad(
      String from, String to, String field, String found, boolean official) {
    return Arguments.of(from, to, field, found, official);
  }

  static Stream<Arguments> badAnnotations() {
    return Stream.of(
        bad("\"id\": 107", "\"x\": 107", "id", "nothing", false),
        bad("\"id\": 107", "\"id\": \"107\"", "id", "the text \"107\"", false),
        bad("\"id\": 107", "\"id\": 1.5", "id", "1.5", false),
        bad("\"id\": 107", "\"id\": 103", "id", "103 a second time", true),
        bad("\"image_id\": 2", "\"image_id\": 9", "image_id", "9", true),
        bad("\"image_id\": 2", "\"image_id\": null", "image_id", "null", false),
        bad("\"category_id\": 8", "\"category_id\": 14", "category_id", "14", true),
        bad("\"category_id\": 8", "\"category_id\": NaN", "category_id", "NaN", false),
        bad("[1, 2, 3, 4]", "[1, 2, 3]", "bbox", "3 numbers", false),
        bad("[1, 2, 3, 4]", "null", "bbox", "null", false),
        bad("\"bbox\"", "\"box\"", "bbox", "nothing", false),
        bad("[1, 2, 3, 4]", "[1, 2, 3, NaN]", "bbox", "NaN", true),
        bad("[1, 2, 3, 4]", "[Infinity, 2, 3, 4]", "bbox", "Infinity", true),
        bad("\"area\": 12", "\"a\": 12", "area", "nothing", false),
        bad("\"area\": 12", "\"area\": \"12\"", "area", "the text \"12\"", false),
        bad("\"area\": 12", "\"area\": NaN", "area", "NaN", true),
        bad("\"area\": 12", "\"area\": -Infinity", "area", "-Infinity", true),
        bad("\"area\": 12", "\"area\": 1, \"iscrowd\": null", "iscrowd", "null", false),
        bad("\"area\": 12", "\"area\": 1, \"iscrowd\": 0.5", "iscrowd", "0.5", false),
        bad("\"area\": 12", "\"area\": 1, \"iscrowd\": -1", "iscrowd", "-1", false),
        bad("\"area\": 12", "\"area\": 1, \"iscrowd\": 256", "iscrowd", "256", false),
        bad("\"area\": 12", "\"area\": 1, \"iscrowd\": NaN", "iscrowd", "NaN", false),
        bad("[[0, 0, 9, 0, 9, 9]]", "null", "segmentation", "null", false),
        bad("[[0, 0, 9, 0, 9, 9]]", "[[0, 0, 9, 5]]", "segmentation", "4 numbers", false),
        bad("[[0, 0, 9, 0, 9, 9]]", "[[0, 0]]", "segmentation", "2 numbers", false),
        bad("[[0, 0, 9, 0, 9, 9]]", "[[0, 0, 9, 0, 9, NaN]]", "segmentation", "NaN", false),
        bad(
            "[[0, 0, 9, 0, 9, 9]]",
            "{\"size\": [100000, 100000], \"counts\": \"0\"}",
            "segmentation",
            "a size of [100000, 100000]",
            false),
        bad("\"segmentation\"", "\"mask\"", "segmentation", "nothing", false),
        bad("[5,6,2,", "[5,6,", "keypoints", "881 numbers", false),
        bad("[5,6,2,", "[5,6,null,", "keypoints", "null", false),
        bad("[5,6,2,", "[NaN,6,2,", "keypoints", "NaN or infinity", true),
        bad("[5,6,2,", "[5,-Infinity,2,", "keypoints", "NaN or infinity", true),
        bad("\"keypoints\"", "\"points\"", "keypoints", "nothing", false));
  }

  @ParameterizedTest
  @MethodSource("badAnnotations")
  void bad_annotation_is_refused_by_name_or_left_out_or_used_as_officially(
      String from, String to, String field, String found, boolean official) {
    List<String> annotations = annotations();
    assertThat(annotations.get(7)).contains(from);
    annotations.set(7, annotations.get(7).replace(from, to));
    String text = text(images(), annotations);
    ResultsException refused =
        catchThrowableOfType(ResultsException.class, () -> read(text, BadResults.REFUSE));
    assertThat(refused)
        .hasMessageStartingWith("Refused the annotations of ")
        .hasMessageContaining("gt.json: 1 bad record among 12; mend the file");
    ResultProblem problem = refused.problems().getFirst();
    assertThat(refused.problems()).hasSize(1);
    assertThat(problem.toString())
        .startsWith("gt.json, record 8, %s: found ".formatted(field))
        .contains(found)
        .doesNotContain("\n");

    ReadGroundTruth skipped = read(text, BadResults.SKIP);
    annotations.remove(7);
    ReadGroundTruth rest = read(text(images(), annotations), BadResults.REFUSE);
    assertThat(skipped.leftOut()).isEqualTo(1);
    assertThat(skipped.problems()).containsExactly(problem);
    assertThat(items(skipped)).isEqualTo(items(rest));

    if (official) {
      ReadGroundTruth taken = read(text, BadResults.OFFICIAL);
      assertThat(taken.leftOut()).isZero();
      assertThat(taken.taken()).isEqualTo(1);
      assertThat(taken.problems()).isEmpty();
      boolean dropped = found.equals("9") || found.equals("14");
      assertThat(taken.groundTruth().items()).hasSize(dropped ? 11 : 12);
    } else {
      assertThatExceptionOfType(ResultsException.class)
          .isThrownBy(() -> read(text, BadResults.OFFICIAL))
          .satisfies(e -> assertThat(e.problems()).containsExactly(problem));
    }
  }

  @Test
  void only_what_the_task_needs_must_be_there() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("gt.json"),
            "{\"images\": [{\"id\": 1}], \"annotations\": [{\"id\": 1, \"image_id\": 1,"
                + " \"category_id\": 2, \"bbox\": [1, 2, 3, 4], \"area\": 5, \"segmentation\":"
                + " null, \"keypoints\": \"none\"}]}");
    GroundTruth truth = GroundTruthReader.read(file, GroundTruthOptions.boxes()).groundTruth();
    GroundTruthItem item = truth.items().getFirst();
    assertThat(item.area()).isEqualTo(5);
    assertThat(item.crowd()).isFalse();
    assertThat(item.keypointCount()).isZero();
    assertThat(item.source()).isEmpty();
    assertThat(truth.width(0)).isZero();
    assertThat(truth.categoryCount()).isEqualTo(13);
    assertThat(truth.categoryName(item.categoryIndex())).isEqualTo("long_sleeved_shirt");
  }

  @Test
  void masks_need_no_box() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("gt.json"),
            text(
                images(),
                List.of(
                    annotation(1, 1, 1),
                    annotation(2, 1, 1).replace("\"bbox\": [1, 2, 3, 4],", ""))));
    GroundTruthItem item =
        GroundTruthReader.read(file, GroundTruthOptions.boxes().withMasks(true))
            .groundTruth()
            .items()
            .getLast();
    assertThat(item.mask().get().area()).isPositive();
    assertThat(item.width()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0.5, false", "-0.5, false", "1e-300, false", "true, false", "0.0, true", "-0, true"})
  void only_a_count_of_zero_says_that_nothing_is_labelled(String count, boolean zero) {
    String row =
        annotation(1, 1, 1).replace("\"area\"", "\"num_keypoints\": " + count + ", \"area\"");
    GroundTruthItem item =
        read(text(images(), List.of(row)), BadResults.REFUSE).groundTruth().items().getFirst();
    assertThat(item.keypointCount() == 0).isEqualTo(zero);
  }

  @Test
  void what_may_stand_in_a_row_is_read() {
    String row =
        "{\"id\": 0, \"image_id\": 2, \"category_id\": 1.0, \"bbox\": [1, 2, 3, 4], \"area\": 12.5,"
            + " \"iscrowd\": true, \"num_keypoints\": 7, \"source\": \"user\", \"scale\": 2,"
            + " \"occlusion\": 9, \"zoom_in\": \"x\", \"segmentation\": {\"size\": [30, 20],"
            + " \"counts\": [0, 600]}, \"keypoints\": ["
            + "[5,6,2],[7,8,1]"
            + ",[0,0,0]".repeat(292)
            + "]}";
    GroundTruthItem item =
        read(text(images(), List.of(row)), BadResults.REFUSE).groundTruth().items().getFirst();
    assertThat(item.id()).isZero();
    assertThat(item.imageIndex()).isEqualTo(1);
    assertThat(item.crowd()).isTrue();
    assertThat(item.keypointCount()).isEqualTo(7);
    assertThat(item.source()).contains(Source.USER);
    assertThat(item.attributes().scale()).isPresent();
    assertThat(item.attributes().occlusion()).isEmpty();
    assertThat(item.attributes().zoomIn()).isEmpty();
    assertThat(item.attributes().viewpoint()).isEmpty();
    assertThat(item.mask().get().area()).isEqualTo(600);
    assertThat(item.landmarks().indices()).containsExactly(0, 1);
    assertThat(item.landmarks().x()).containsExactly(5, 7);
  }

  @Test
  void visible_landmarks_are_counted_anew() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("gt.json"),
            text(
                images(),
                List.of(
                    annotation(1, 1, 1).replace("\"area\"", "\"num_keypoints\": 2, \"area\""))));
    GroundTruthItem item =
        GroundTruthReader.read(file, ALL.withVisibleOnly(true)).groundTruth().items().getFirst();
    assertThat(item.keypointCount()).isEqualTo(1);
    assertThat(item.landmarks().indices()).containsExactly(0);
  }

  @ParameterizedTest
  @CsvSource({"true, ' a second time'", "false, ' a second time, with another size'"})
  void image_listed_twice_is_a_problem_of_its_later_record(boolean same, String found) {
    List<String> images = images();
    images.add(2, same ? image(1) : image(1).replace("20", "21"));
    String text = text(images, annotations());
    assertThatExceptionOfType(ResultsException.class)
        .isThrownBy(() -> read(text, BadResults.REFUSE))
        .withMessageStartingWith("Refused the images of ")
        .satisfies(e ->
            assertThat(e.problems().getFirst())
                .hasToString(
                    "gt.json, images, record 3, id: found 1%s, expected each image once"
                        .formatted(found)));
    ReadGroundTruth skipped = read(text, BadResults.SKIP);
    assertThat(skipped.leftOut()).isEqualTo(1);
    assertThat(skipped.groundTruth().imageCount()).isEqualTo(3);
    assertThat(skipped.groundTruth().width(0)).isEqualTo(20);
    if (same) {
      assertThat(read(text, BadResults.OFFICIAL).groundTruth().imageCount()).isEqualTo(3);
    } else {
      assertThatThrownBy(() -> read(text, BadResults.OFFICIAL))
          .isInstanceOf(ResultsException.class);
    }
  }

  @Test
  void size_of_an_image_listed_twice_matters_for_masks_only() throws IOException {
    List<String> images = images();
    images.add(image(1).replace("20", "21"));
    Path file = Files.writeString(folder.resolve("gt.json"), text(images, annotations()));
    GroundTruthOptions official = GroundTruthOptions.boxes().withBad(BadResults.OFFICIAL);
    ReadGroundTruth read = GroundTruthReader.read(file, official);
    assertThat(read.groundTruth().imageCount()).isEqualTo(3);
    assertThat(read.leftOut()).isZero();
    assertThat(read.taken()).isEqualTo(1);
  }

  @Test
  void bad_image_takes_its_annotations_with_it() {
    List<String> images = images();
    images.set(1, image(2).replace("2,", "\"2\","));
    ReadGroundTruth skipped = read(text(images, annotations()), BadResults.SKIP);
    assertThat(skipped.groundTruth().imageCount()).isEqualTo(2);
    assertThat(skipped.groundTruth().items()).hasSize(8);
    assertThat(skipped.leftOut()).isEqualTo(5);
    assertThat(skipped.problems().getFirst())
        .hasToString("gt.json, images, record 2, id: found no number, expected a whole number");
  }

  @Test
  void bad_and_repeated_categories_are_problems() {
    String text =
        text(images(), List.of(annotation(1, 1, 1), annotation(2, 1, 2)))
            .replace(
                "\"annotations\"",
                "\"categories\": [{\"id\": 1, \"name\": \"a\"}, {\"id\": null}, {\"id\": 1,"
                    + " \"name\": \"b\"}, {\"id\": 2}], \"annotations\"");
    assertThatExceptionOfType(ResultsException.class)
        .isThrownBy(() -> read(text, BadResults.REFUSE))
        .withMessageStartingWith("Refused the categories of ")
        .satisfies(e ->
            assertThat(e.problems().stream().map(ResultProblem::toString))
                .containsExactly(
                    "gt.json, categories, record 2, id: found no number, expected a whole number",
                    "gt.json, categories, record 3, id: found 1 a second time, expected each"
                        + " category once"));
    GroundTruth truth = read(text, BadResults.SKIP).groundTruth();
    assertThat(truth.categoryCount()).isEqualTo(2);
    assertThat(truth.categoryName(0)).isEqualTo("a");
    assertThat(truth.categoryName(1)).isEmpty();
  }

  @Test
  void of_annotations_with_one_id_the_official_tools_use_the_last_for_all() {
    List<String> rows = List.of(annotation(1, 1, 1), annotation(2, 1, 1), annotation(1, 2, 2));
    List<GroundTruthItem> items =
        read(text(images(), rows), BadResults.OFFICIAL).groundTruth().items();
    assertThat(items.stream().map(GroundTruthItem::imageIndex)).containsExactly(1, 0, 1);
    assertThat(items.stream().map(GroundTruthItem::id)).containsExactly(1L, 2L, 1L);
    // Even a last one that is itself of no listed category.
    List<String> unknown = List.of(annotation(1, 1, 1), annotation(2, 1, 1), annotation(1, 2, 99));
    assertThat(read(text(images(), unknown), BadResults.OFFICIAL).groundTruth().items())
        .extracting(GroundTruthItem::id)
        .containsExactly(2L);
  }

  @Test
  void of_annotations_with_one_id_the_cell_is_filled_photo_by_photo() {
    // Of equal overlaps the later item wins, so that their order decides matches.
    List<String> rows =
        List.of(annotation(1, 3, 1), annotation(5, 2, 1), annotation(1, 1, 1), annotation(1, 2, 1));
    GroundTruth truth = read(text(images(), rows), BadResults.OFFICIAL).groundTruth();
    assertThat(truth.cellSize(1, 0)).isEqualTo(4);
    assertThat(
            IntStream.range(0, 4).mapToLong(i -> truth.items().get(truth.cellItem(1, 0, i)).id()))
        .containsExactly(1L, 5L, 1L, 1L);
  }

  @Test
  void polygons_wait_for_the_size_of_their_photo() {
    String imagesLast =
        "{\"annotations\": [%s], \"images\": [%s]}"
            .formatted(String.join(", ", annotations()), String.join(", ", images()));
    assertThat(items(read(imagesLast, BadResults.REFUSE)))
        .isEqualTo(items(read(text(images(), annotations()), BadResults.REFUSE)));
  }

  @ParameterizedTest
  @CsvSource({"null, null", "100000, 100000", "0, 30", "\"20\", 30", "NaN, 20", "1e9, 1"})
  void polygons_on_a_photo_without_usable_size_are_a_problem(String width, String height) {
    List<String> images = images();
    images.set(1, "{\"id\": 2, \"width\": %s, \"height\": %s}".formatted(width, height));
    for (boolean imagesFirst : new boolean[] {true, false}) {
      String text =
          imagesFirst
              ? text(images, annotations())
              : "{\"annotations\": [%s], \"images\": [%s]}"
                  .formatted(String.join(", ", annotations()), String.join(", ", images));
      ReadGroundTruth skipped = read(text, BadResults.SKIP);
      assertThat(skipped.leftOut()).isEqualTo(4);
      assertThat(skipped.groundTruth().items()).hasSize(8);
      assertThat(skipped.problems().stream().map(ResultProblem::record))
          .containsExactly(2L, 5L, 8L, 11L);
      assertThat(skipped.problems().getFirst().field()).isEqualTo("segmentation");
      assertThat(skipped.groundTruth().width(1)).isZero();
      assertThatThrownBy(() -> read(text, BadResults.OFFICIAL))
          .isInstanceOf(ResultsException.class);
    }
  }

  @Test
  void polygons_that_would_take_hours_are_a_problem_wherever_the_size_stands() {
    StringBuilder zigzag = new StringBuilder("[[0, 0");
    for (int i = 0; i < 3000; i++) {
      zigzag.append(i % 2 == 0 ? ",19999,1" : ",0,0");
    }
    String row = annotation(1, 1, 1).replace("[[0, 0, 9, 0, 9, 9]]", zigzag + "]]");
    String wide = image(1).replace("20", "20000");
    for (String text :
        List.of(
            text(List.of(wide), List.of(row)),
            "{\"annotations\": [%s], \"images\": [%s]}".formatted(row, wide))) {
      ReadGroundTruth skipped = read(text, BadResults.SKIP);
      assertThat(skipped.groundTruth().items()).isEmpty();
      assertThat(skipped.problems().getFirst().found()).contains("millions of columns");
    }
  }

  @ParameterizedTest
  @EnumSource(BadResults.class)
  void file_cut_anywhere_is_refused_in_one_line(BadResults policy) {
    String full = text(List.of(image(1)), List.of(annotation(1, 1, 1), annotation(2, 1, 2)));
    for (int length = 0; length < full.length(); length += length < 250 ? 1 : 41) {
      String cut = full.substring(0, length);
      assertThatExceptionOfType(DatasetException.class)
          .as(cut)
          .isThrownBy(() -> read(cut, policy))
          .withMessageContaining("gt.json")
          .withMessageContaining("the file seems cut off")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }
  }

  @Test
  void place_of_a_break_is_named() {
    List<String> annotations = annotations();
    annotations.set(8, annotations.get(8).replace("\"area\":", "\"area\""));
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> read(text(images(), annotations), BadResults.SKIP))
        .withMessageEndingWith("gt.json: in annotations, record 9: found 12, expected ':'");
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> read("{\"images\": null}", BadResults.SKIP))
        .withMessageEndingWith("gt.json: found null, expected a list [...] of images");
  }

  @Test
  void too_many_images_and_categories_to_pair_are_refused() {
    String[] ids = new String[20_000];
    Arrays.setAll(ids, i -> "{\"id\": " + i + "}");
    String list = String.join(",", ids);
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() ->
            read(
                "{\"images\": [%s], \"categories\": [%s]}".formatted(list, list),
                BadResults.REFUSE))
        .withMessageContaining("found 20000 images and 20000 categories");
  }
}
