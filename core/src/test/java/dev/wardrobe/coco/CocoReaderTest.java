package dev.wardrobe.coco;

import static dev.wardrobe.coco.CocoText.IMAGE;
import static dev.wardrobe.coco.CocoText.SKIRT;
import static dev.wardrobe.coco.CocoText.skirtWith;
import static dev.wardrobe.coco.CocoText.skirtWithout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.Rule;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.PolygonMask;
import dev.wardrobe.structures.RleMask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CocoReaderTest {
  private static final Landmarks SKIRT_LANDMARKS =
      Landmarks.of(10, 20, 2, 50.5, 20, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  private static final Coordinates SKIRT_BOX =
      Coordinates.builder().addInteger(10).addInteger(20).addReal(90.5).addInteger(80).build();

  @TempDir private Path folder;

  private final List<Finding> findings = new ArrayList<>();

  private List<Photo> read(String json) throws IOException {
    Path file = Files.writeString(folder.resolve("val.json"), json);
    return CocoReader.read(file, findings::add).photos();
  }

  private Item readItem(String annotation) throws IOException {
    List<Photo> photos = read(CocoText.file(annotation));
    assertThat(findings).isEmpty();
    assertThat(photos).hasSize(1);
    assertThat(photos.getFirst().items()).hasSize(1);
    return photos.getFirst().items().getFirst();
  }

  private void assertLeftOut(String annotation, Rule rule, String place, String found)
      throws IOException {
    List<Photo> photos = read(CocoText.file(annotation, SKIRT));
    assertThat(photos).singleElement().extracting(photo -> photo.items().size()).isEqualTo(1);
    assertThat(findings)
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.rule()).isEqualTo(rule);
          assertThat(finding.place()).isEqualTo("val.json annotation 7" + place);
          assertThat(finding.found()).isEqualTo(found);
          assertThat(finding.expected()).isNotEmpty();
        });
  }

  private void assertRefused(String json, String message) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("val.json")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void official_annotation_is_read_without_attributes() throws IOException {
    assertThat(readItem(SKIRT))
        .isEqualTo(
            new Item(
                1,
                Category.SKIRT,
                2,
                SKIRT_BOX,
                SKIRT_LANDMARKS,
                new PolygonMask(List.of(Coordinates.ofIntegers(10, 20, 90, 20, 90, 80))),
                Attributes.UNKNOWN));
    Photo photo = read(CocoText.file(SKIRT)).getFirst();
    assertThat(photo.size()).contains(new ImageSize(400, 300));
    assertThat(photo.source()).isEmpty();
    assertThat(photo.pairId()).isEqualTo(5);
  }

  @Test
  void nested_keypoints_are_flattened() throws IOException {
    String flat = SKIRT.substring(SKIRT.indexOf("\"keypoints\": [") + 14, SKIRT.length() - 1);
    StringBuilder nested = new StringBuilder();
    String[] numbers = flat.split(", ", -1);
    for (int i = 0; i < numbers.length; i += 3) {
      nested.append(i == 0 ? "" : ", ");
      nested.append("[%s, %s, %s]".formatted(numbers[i], numbers[i + 1], numbers[i + 2]));
    }
    assertThat(numbers).hasSize(882);
    assertThat(readItem(skirtWith(flat, nested.toString())).landmarks()).isEqualTo(SKIRT_LANDMARKS);
  }

  @Test
  void keypoints_of_the_category_alone_are_its_landmarks() throws IOException {
    String flat = SKIRT.substring(SKIRT.indexOf("\"keypoints\": [") + 14, SKIRT.length() - 1);
    String own = "10, 20, 2, 50.5, 20, 1" + ", 0, 0, 0".repeat(6);
    assertThat(readItem(skirtWith(flat, own)).landmarks()).isEqualTo(SKIRT_LANDMARKS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "[[]]"})
  void no_keypoints_are_no_labelled_landmarks(String none) throws IOException {
    String all = SKIRT.substring(SKIRT.indexOf("\"keypoints\": ") + 13);
    assertThat(readItem(skirtWith(all, none)).landmarks().labelledCount()).isZero();
  }

  @Test
  void missing_style_pair_keypoints_and_mask_are_none() throws IOException {
    String bare = "\"id\": 7, \"image_id\": 1, \"category_id\": 9, \"bbox\": [10, 20, 80.5, 60]";
    Item item = readItem(bare);
    assertThat(item.style()).isZero();
    assertThat(item.landmarks().labelledCount()).isZero();
    assertThat(item.mask()).isEqualTo(new PolygonMask(List.of()));
    assertThat(readItem(bare + ", \"segmentation\": null")).isEqualTo(item);
    assertThat(read(CocoText.file(bare)).getFirst().pairId()).isZero();
  }

  @Test
  void categories_count_by_name_whatever_their_ids_and_order() throws IOException {
    String json =
        """
        {"images": [%s], "categories": [{"id": 4, "name": "Sling Dress"},
        {"id": 0, "name": "short_sleeved_shirt"}, {"id": 9, "name": "hat"},
        {"id": 31, "name": "skirt"}], "annotations": [{%s}, {%s}, {%s}]}
        """
            .formatted(
                IMAGE,
                skirtWith("\"category_id\": 9", "\"category_id\": 31"),
                skirtWithout("keypoints").replace("\"category_id\": 9", "\"category_id\": 4"),
                SKIRT);
    assertThat(read(json).getFirst().items())
        .extracting(Item::category)
        .containsExactly(Category.SKIRT, Category.SLING_DRESS);
    assertThat(findings)
        .extracting(Finding::toString)
        .containsExactly(
            "val.json annotation 7.category_id: found 9 \"hat\","
                + " expected one of DeepFashion2's 13 categories");
  }

  @Test
  void annotations_may_come_before_images_and_categories_last_or_never() throws IOException {
    List<Photo> expected = read(CocoText.file(SKIRT));
    String backwards =
        "{\"annotations\": [{%s}], \"images\": [%s], \"categories\": %s}"
            .formatted(SKIRT, IMAGE, CocoWriter.categories());
    assertThat(read(backwards)).isEqualTo(expected);
    assertThat(read("{\"annotations\": [{%s}], \"images\": [%s]}".formatted(SKIRT, IMAGE)))
        .isEqualTo(expected);
    assertThat(findings).isEmpty();
  }

  @Test
  void photos_come_by_id_with_base_names_and_without_impossible_sizes() throws IOException {
    List<Photo> photos =
        read(
            """
            {"images": [{"id": 9, "file_name": "a/b\\\\000009.jpg", "width": 0, "height": 7},
            {"id": 0, "width": 3, "height": 2}, {"id": 4, "file_name": ["x"], "width": 1.5}]}
            """);
    assertThat(photos).extracting(Photo::imageId).containsExactly(0, 4, 9);
    assertThat(photos)
        .extracting(Photo::fileName)
        .containsExactly("000000.jpg", "000004.jpg", "000009.jpg");
    assertThat(photos)
        .extracting(Photo::size)
        .containsExactly(Optional.of(new ImageSize(3, 2)), Optional.empty(), Optional.empty());
    assertThat(findings).isEmpty();
  }

  @Test
  void image_id_given_twice_is_a_finding_and_the_first_counts() throws IOException {
    List<Photo> photos =
        read(
            """
            {"images": [{"id": 1, "file_name": "000001.jpg"}, {"id": 1, "file_name": "000002.jpg"}]}
            """);
    assertThat(photos).extracting(Photo::fileName).containsExactly("000001.jpg");
    assertThat(findings)
        .extracting(Finding::toString)
        .containsExactly(
            "val.json images[1].id: found 1 a second time, expected each id once; the first counts");
  }

  @Test
  void annotations_that_disagree_about_their_photo_are_left_out() throws IOException {
    String images = "{\"images\": [{\"id\": 1}], \"annotations\": [";
    String one = "{\"id\": %d, \"image_id\": 1, \"category_id\": 9, \"bbox\": [1, 1, 5, 5]%s}";
    List<Photo> photos =
        read(
            images
                + one.formatted(1, ", \"pair_id\": 7, \"source\": \"shop\"")
                + ", "
                + one.formatted(2, ", \"pair_id\": 8")
                + ", "
                + one.formatted(3, ", \"source\": \"user\"")
                + ", "
                + one.formatted(4, "")
                + "]}");
    assertThat(photos.getFirst().pairId()).isEqualTo(7);
    assertThat(photos.getFirst().items()).hasSize(2);
    assertThat(findings)
        .extracting(Finding::toString)
        .containsExactly(
            "val.json annotation 2.pair_id: found 8, expected 7 as in the image's first annotation",
            "val.json annotation 3.source: found user, expected shop as in the image's first"
                + " annotation");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "style | \"2\" | the text \"2\"",
        "style | -1 | -1",
        "style | 2.0 | 2.0",
        "pair_id | 5.0 | 5.0",
        "pair_id | [5] | a list [...]",
      })
  void identity_of_the_wrong_kind_is_not_taken_for_none(String key, String value, String found)
      throws IOException {
    String rest = skirtWithout(key);
    assertLeftOut(rest + ", \"%s\": %s".formatted(key, value), Rule.ITEM_VALUE, "." + key, found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1000.0, 20, 1e-14, 60] | BOX_EMPTY | [1000.0, 20, 1.0E-14, 60]",
        "[999999, 20, 2, 60] | ITEM_VALUE | [999999, 20, 2, 60]",
      })
  void box_whose_annotation_could_not_be_read_back_is_left_out(String box, Rule rule, String found)
      throws IOException {
    assertLeftOut(skirtWith("[10, 20, 80.5, 60]", box), rule, ".bbox", found);
  }

  @Test
  void run_lengths_are_read_as_text_and_as_counts() throws IOException {
    RleMask mask = RleMask.ofCounts(new ImageSize(400, 300), 1000, 50, 118_950);
    String polygons = "[[10, 20, 90, 20, 90, 80]]";
    String text = "{\"size\": [300, 400], \"counts\": \"%s\"}".formatted(mask.toCompressed());
    String counts = "{\"counts\": [1000, 50, 118950], \"size\": [300, 400], \"x\": {\"y\": []}}";
    assertThat(readItem(skirtWith(polygons, text)).mask()).isEqualTo(mask);
    assertThat(readItem(skirtWith(polygons, counts)).mask()).isEqualTo(mask);
  }

  @Test
  void run_lengths_may_exceed_a_million_pixels() throws IOException {
    String counts = "{\"size\": [2000, 3000], \"counts\": [2500000, 1500001, 1999999]}";
    String json =
        CocoText.file(skirtWith("[[10, 20, 90, 20, 90, 80]]", counts))
            .replace("\"width\": 400, \"height\": 300", "\"width\": 3000, \"height\": 2000");
    assertThat(read(json).getFirst().items())
        .singleElement()
        .satisfies(item ->
            assertThat(item.mask())
                .isEqualTo(
                    RleMask.ofCounts(new ImageSize(3000, 2000), 2_500_000, 1_500_001, 1_999_999)));
    assertThat(findings).isEmpty();
  }

  @Test
  void run_lengths_on_another_grid_than_the_photo_are_left_out() throws IOException {
    String counts = "{\"size\": [400, 300], \"counts\": [120000]}";
    assertLeftOut(
        skirtWith("[[10, 20, 90, 20, 90, 80]]", counts),
        Rule.ITEM_VALUE,
        ".segmentation",
        "a grid of 300x400");
    assertThat(findings.getFirst().expected()).isEqualTo("the photo's 400x300");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"size\": [300, 400], \"counts\": [1, 2]} | ''"
            + " | Expected runs of 120000 pixels for 400x300, but got 3",
        "{\"size\": [300, 400], \"counts\": \"P\"} | '' | The run lengths end inside a number",
        "{\"size\": [300], \"counts\": \"0\"} | ''"
            + " | Expected a size of [height, width], but got [300]",
        "{\"size\": [300, 400], \"counts\": [1.5]} | .counts[0] | 1.5",
        "{\"size\": \"big\", \"counts\": [1]} | .size | the text \"big\"",
        "{} | '' | Expected a size of [height, width], but got []",
        "[[1, 2, NaN, 4, 5, 6]] | [0][2] | NaN",
        "[[1, 2, 3, 4, 5, 6], 7] | [1] | 7",
        "\"polygon\" | '' | the text \"polygon\"",
        "true | '' | true"
      })
  void impossible_mask_is_left_out_with_a_finding(String mask, String place, String found)
      throws IOException {
    assertLeftOut(
        skirtWith("[[10, 20, 90, 20, 90, 80]]", mask),
        Rule.ITEM_VALUE,
        ".segmentation" + place,
        found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[10, 20, 80.5, NaN] | ITEM_VALUE | [3] | NaN",
        "[10, 20, 80.5, Infinity] | ITEM_VALUE | [3] | Infinity",
        "[10, 20, 80.5] | ITEM_VALUE | '' | 3 numbers",
        "[10, 20, 80.5, 0] | BOX_EMPTY | '' | [10, 20, 80.5, 0]",
        "[10, 20, -1, 60] | BOX_EMPTY | '' | [10, 20, -1, 60]",
        "[10, [20], 80.5, 60] | ITEM_VALUE | [1] | a list [...]",
        "{\"x\": 10} | ITEM_VALUE | '' | an object {...}",
        "null | ITEM_VALUE | '' | null"
      })
  void impossible_box_is_left_out_with_a_finding(String box, Rule rule, String place, String found)
      throws IOException {
    assertLeftOut(skirtWith("[10, 20, 80.5, 60]", box), rule, ".bbox" + place, found);
  }

  @Test
  void other_impossible_annotations_are_left_out_with_a_finding() throws IOException {
    assertLeftOut(skirtWithout("bbox"), Rule.ITEM_KEY_MISSING, ".bbox", "no such key");
    findings.clear();
    assertLeftOut(
        skirtWith("\"iscrowd\": 0", "\"iscrowd\": 1"),
        Rule.ITEM_VALUE,
        ".iscrowd",
        "a crowd region");
    findings.clear();
    assertLeftOut(
        skirtWith("\"iscrowd\": 0", "\"iscrowd\": true"),
        Rule.ITEM_VALUE,
        ".iscrowd",
        "a crowd region");
    findings.clear();
    assertLeftOut(
        skirtWith("\"image_id\": 1", "\"image_id\": 2"), Rule.ITEM_VALUE, ".image_id", "2");
    findings.clear();
    assertLeftOut(
        skirtWith("\"image_id\": 1", "\"image_id\": \"1\""),
        Rule.ITEM_VALUE,
        ".image_id",
        "none or no integer");
    findings.clear();
    assertLeftOut(
        skirtWith("\"category_id\": 9", "\"category_id\": 14"),
        Rule.CATEGORY_UNKNOWN,
        ".category_id",
        "14 \"\"");
    findings.clear();
    assertLeftOut(
        skirtWith("10.0, 20.0, 2.0, ", ""), Rule.LANDMARK_COUNT, ".keypoints", "879 numbers");
    findings.clear();
    assertLeftOut(
        skirtWith("20.0, 1.0", "20.0, 3.0"),
        Rule.ITEM_VALUE,
        ".keypoints",
        "Expected visibility 0, 1 or 2, but landmark 2 has 3.0");
    findings.clear();
    assertLeftOut(skirtWith("50.5", "NaN"), Rule.ITEM_VALUE, ".keypoints[549]", "NaN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[7, [8]]", "{\"a\": {\"b\": [1]}}", "null", "\"seven\""})
  void strange_id_only_changes_what_the_annotation_is_called(String id) throws IOException {
    List<Photo> photos = read(CocoText.file(skirtWith("\"id\": 7", "\"id\": " + id), SKIRT));
    assertThat(photos.getFirst().items()).hasSize(2);
    assertThat(findings).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"source\": [\"user\"]", "\"source\": {\"a\": 1}", "\"source\": \"me\""})
  void strange_source_counts_as_unknown(String source) throws IOException {
    List<Photo> photos = read(CocoText.file(source + ", " + SKIRT, SKIRT));
    assertThat(photos.getFirst().items()).hasSize(2);
    assertThat(photos.getFirst().source()).isEmpty();
    assertThat(findings).isEmpty();
  }

  @Test
  void rows_that_are_no_objects_are_reported_by_their_index() throws IOException {
    String json =
        "{\"images\": [%s, 5, {\"width\": 4}], \"annotations\": [[1], {%s}, {\"image_id\": 1}]}"
            .formatted(IMAGE, SKIRT);
    assertThat(read(json).getFirst().items()).hasSize(1);
    assertThat(findings)
        .extracting(Finding::toString)
        .containsExactly(
            "val.json images[1]: found 5, expected an object {...}",
            "val.json images[2].id: found none or no integer, expected an integer of at least 0",
            "val.json annotations[0]: found a list [...], expected an object {...}",
            "val.json annotations[2].bbox: found no such key, expected the key");
  }

  @Test
  void file_that_is_no_ground_truth_is_refused_in_words() {
    assertRefused("", "found nothing, expected an object with images and annotations");
    assertRefused(
        "[{}]",
        "found a list [...], expected an object with images and annotations; a"
            + " list is usually a file of results");
    assertRefused("{}", "found no \"images\" in it");
    assertRefused("{\"images\": {}}", "images: found an object {...}, expected a list");
    assertRefused("{\"images\": [], \"annotations\": 3}", "annotations: found 3, expected a list");
    String whole = CocoText.file(SKIRT);
    assertRefused(whole.substring(0, 100), "at line 1 column 101: Unexpected end-of-input");
    assertRefused(whole.substring(0, whole.length() - 1), "Unexpected end-of-input");
  }

  @Test
  void missing_file_and_folder_are_refused_in_words() {
    Path missing = folder.resolve("no.json");
    assertThatThrownBy(() -> CocoReader.read(missing, findings::add))
        .isInstanceOf(DatasetException.class)
        .hasMessage("Cannot read the COCO file %s: no such file or folder".formatted(missing));
    assertThatThrownBy(() -> CocoReader.read(folder, findings::add))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith("Cannot read the COCO file %s: ".formatted(folder))
        .message()
        .doesNotContain("line");
  }
}
