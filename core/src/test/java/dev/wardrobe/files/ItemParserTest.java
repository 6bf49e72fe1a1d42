package dev.wardrobe.files;

import static dev.wardrobe.files.Parsed.finding;
import static dev.wardrobe.files.SampleText.SKIRT;
import static dev.wardrobe.files.SampleText.skirtWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.dataset.ZoomIn;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.PolygonMask;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemParserTest {
  private static final String KEYS =
      "one of bounding_box, landmarks, segmentation, category_id, style, category_name, scale,"
          + " occlusion, zoom_in, viewpoint";

  @Test
  void good_item_is_read_as_written() {
    Item item = Parsed.of(SKIRT).onlyItem();
    assertThat(item.number()).isEqualTo(1);
    assertThat(item.category()).isEqualTo(Category.SKIRT);
    assertThat(item.style()).isEqualTo(1);
    assertThat(item.boundingBox()).hasToString("[10, 20, 90.5, 80]");
    assertThat(item.attributes())
        .isEqualTo(Attributes.of(Scale.MODERATE, Occlusion.SLIGHT, ZoomIn.NONE, Viewpoint.FRONTAL));
    assertThat(item.landmarks().labelledCount()).isEqualTo(7);
    assertThat(item.landmarks().x(2)).isEqualTo(90.5);
    assertThat(item.mask())
        .isEqualTo(
            new PolygonMask(
                List.of(
                    Coordinates.builder()
                        .addInteger(10)
                        .addInteger(20)
                        .addReal(90.5)
                        .addInteger(20)
                        .addInteger(90)
                        .addInteger(80)
                        .addInteger(10)
                        .addReal(80)
                        .build())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"null|null", "1|1", "\"x\"|the text \"x\"", "[{}]|a list [...]", "true|true"})
  void item_that_is_no_object_is_left_out(String value, String found) {
    Parsed parsed = Parsed.of("{\"source\": \"shop\", \"pair_id\": 1, \"item1\": " + value + "}");
    assertThat(parsed.items()).isEmpty();
    assertThat(parsed.findings())
        .containsExactly(finding(Rule.ITEM_VALUE, "item1", "", found, "an object {...}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bounding_box", "landmarks", "segmentation", "category_id", "style"})
  void item_without_a_needed_key_is_left_out(String key) {
    assertItemLost(
        skirtWith("\"" + key + "\"", "\"other\""),
        finding(Rule.KEY_UNKNOWN, "item1", "other", "a key", KEYS),
        finding(Rule.ITEM_KEY_MISSING, "item1", key, "no such key", "the key"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"category_name", "scale", "occlusion", "zoom_in", "viewpoint"})
  void item_without_another_key_is_used(String key) {
    assertItemKept(
        skirtWith("\"" + key + "\"", "\"other\""),
        finding(Rule.KEY_UNKNOWN, "item1", "other", "a key", KEYS),
        finding(Rule.KEY_MISSING, "item1", key, "no such key", "the key"));
  }

  @Test
  void last_of_equal_keys_counts() {
    Item item =
        assertItemKept(
            skirtWith("\"style\": 1", "\"style\": 4, \"scale\": 1, \"style\": 6"),
            finding(Rule.KEY_DUPLICATE, "item1", "scale", "the key a second time", "each key once"),
            finding(
                Rule.KEY_DUPLICATE, "item1", "style", "the key a second time", "each key once"));
    assertThat(item.style()).isEqualTo(6);
    assertThat(item.attributes().scale()).contains(Scale.SMALL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[10, 20, 90]|bounding_box|3 numbers|4: [x1, y1, x2, y2]",
        "[10, 20, 90, 80, 5]|bounding_box|5 numbers|4: [x1, y1, x2, y2]",
        "[]|bounding_box|0 numbers|4: [x1, y1, x2, y2]",
        "{\"x\": 1}|bounding_box|an object {...}|a list of numbers",
        "\"1,2,3,4\"|bounding_box|the text \"1,2,3,4\"|a list of numbers",
        "null|bounding_box|null|a list of numbers",
        "[10, \"20\", 90, 80]|bounding_box[1]|the text \"20\"|a number",
        "[10, 20, true, 80]|bounding_box[2]|true|a number",
        "[10, 20, 90, null]|bounding_box[3]|null|a number",
        "[[10, 20, 90, 80]]|bounding_box[0]|a list [...]|a number",
        "[10, {\"a\": [1]}, 90, 80]|bounding_box[1]|an object {...}|a number",
        "[NaN, 20, 90, 80]|bounding_box[0]|NaN|a finite number within 1,000,000 pixels",
        "[10, 20, Infinity, 80]|bounding_box[2]|Infinity|a finite number within 1,000,000 pixels",
        "[-Infinity, 20, 9, 80]|bounding_box[0]|-Infinity|a finite number within 1,000,000 pixels",
        "[10, 20, 1e400, 80]|bounding_box[2]|1e400|a finite number within 1,000,000 pixels",
        "[10, 20, 1000001, 80]|bounding_box[2]|1000001|a finite number within 1,000,000 pixels",
        "[-2147483648, 2, 9, 8]|bounding_box[0]|-2147483648"
            + "|a finite number within 1,000,000 pixels",
        "[10, 20, 99999999999999999999, 80]|bounding_box[2]|99999999999999999999"
            + "|a finite number within 1,000,000 pixels",
        "[10, 20, 1000000.1, 80]|bounding_box[2]|1000000.1"
            + "|a finite number within 1,000,000 pixels"
      })
  void impossible_box_loses_the_item(String box, String field, String found, String expected) {
    assertItemLost(
        skirtWith("[10, 20, 90.5, 80]", box),
        finding(Rule.ITEM_VALUE, "item1", field, found, expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[9, 2, 9, 8]", "[1, 8, 9, 8]", "[9, 2, 1, 8]", "[1, 8.5, 9, 2]"})
  void box_without_width_or_height_loses_the_item(String box) {
    assertItemLost(
        skirtWith("[10, 20, 90.5, 80]", box),
        finding(Rule.BOX_EMPTY, "item1", "bounding_box", box, "x1 < x2 and y1 < y2"));
  }

  @Test
  void largest_coordinates_are_kept() {
    Item item = assertItemKept(skirtWith("[10, 20, 90.5, 80]", "[-1000000, -0, 1e6, 1000000]"));
    assertThat(item.boundingBox())
        .isEqualTo(
            Coordinates.builder()
                .addInteger(-1_000_000)
                .addInteger(0)
                .addReal(1_000_000)
                .addInteger(1_000_000)
                .build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "14|14",
        "9.0|9.0",
        "\"9\"|the text \"9\"",
        "null|null",
        "[9]|a list [...]",
        "4294967305|4294967305",
        "NaN|NaN"
      })
  void unknown_category_loses_the_item(String id, String found) {
    assertItemLost(
        skirtWith("\"category_id\": 9", "\"category_id\": " + id),
        finding(Rule.CATEGORY_UNKNOWN, "item1", "category_id", found, "an integer 1 to 13"));
  }

  @Test
  void name_of_another_category_is_reported_and_the_id_counts() {
    Item item =
        assertItemKept(
            skirtWith("\"skirt\"", "\"shorts\""),
            finding(
                Rule.CATEGORY_NAME,
                "item1",
                "category_name",
                "\"shorts\" with category_id 9",
                "\"skirt\""));
    assertThat(item.category()).isEqualTo(Category.SKIRT);
  }

  @Test
  void category_name_that_is_no_text_is_reported() {
    Parsed parsed = Parsed.of(skirtWith("\"skirt\"", "[9, {}]"));
    assertThat(parsed.findings().getFirst())
        .isEqualTo(finding(Rule.CATEGORY_NAME, "item1", "category_name", "a list [...]", "a text"));
    assertThat(parsed.onlyItem().category()).isEqualTo(Category.SKIRT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1|-1",
        "1.0|1.0",
        "true|true",
        "\"1\"|the text \"1\"",
        "{}|an object {...}",
        "2147483648|2147483648"
      })
  void impossible_style_loses_the_item(String style, String found) {
    assertItemLost(
        skirtWith("\"style\": 1", "\"style\": " + style),
        finding(Rule.ITEM_VALUE, "item1", "style", found, "an integer of at least 0"));
  }

  @ParameterizedTest
  @CsvSource({"scale, 2", "occlusion, 1", "zoom_in, 1", "viewpoint, 2"})
  void impossible_attribute_counts_as_absent(String field, int value) {
    String good = "\"%s\": %d".formatted(field, value);
    for (String bad : List.of("0", "4", "-1", "1.0", "null", "\"2\"", "[2]", "99999999999")) {
      Parsed parsed = Parsed.of(skirtWith(good, "\"%s\": %s".formatted(field, bad)));
      assertThat(parsed.findings()).hasSize(1);
      Finding finding = parsed.findings().getFirst();
      assertThat(finding.rule()).isEqualTo(Rule.ATTRIBUTE_VALUE);
      assertThat(finding.place()).isEqualTo(Parsed.FILE + " item1." + field);
      assertThat(finding.expected()).isEqualTo("1, 2 or 3");
      Attributes attributes = parsed.onlyItem().attributes();
      assertThat(attributes.scale().isEmpty()).isEqualTo(field.equals("scale"));
      assertThat(attributes.occlusion().isEmpty()).isEqualTo(field.equals("occlusion"));
      assertThat(attributes.zoomIn().isEmpty()).isEqualTo(field.equals("zoom_in"));
      assertThat(attributes.viewpoint().isEmpty()).isEqualTo(field.equals("viewpoint"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[10, 20, 90, 80]]|segmentation[0]|4 numbers",
        "[[10, 20, 9, 8, 5, 5, 7]]|segmentation[0]|7 numbers",
        "[[1, 2, 3, 4, 5, 6], []]|segmentation[1]|0 numbers"
      })
  void polygon_of_too_few_points_is_kept(String polygons, String field, String found) {
    Item item =
        assertItemKept(
            skirtWith("[[10, 20, 90.5, 20, 90, 80, 10, 80.0]]", polygons),
            finding(Rule.POLYGON_POINTS, "item1", field, found, "x, y of at least 3 points"));
    assertThat(((PolygonMask) item.mask()).parts()).isNotEmpty();
  }

  @Test
  void item_without_polygons_is_kept() {
    Item item =
        assertItemKept(
            skirtWith("[[10, 20, 90.5, 20, 90, 80, 10, 80.0]]", "[]"),
            finding(
                Rule.POLYGON_NONE,
                "item1",
                "segmentation",
                "an empty list",
                "at least one polygon"));
    assertThat(((PolygonMask) item.mask()).parts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"size\": [3, 4], \"counts\": \"525\"}|segmentation|an object {...}|a list of polygons",
        "null|segmentation|null|a list of polygons",
        "[10]|segmentation[0]|10|a list of numbers",
        "[[1, 2, 3, 4, 5, 6], [1, NaN]]|segmentation[1][1]|NaN"
            + "|a finite number within 1,000,000 pixels",
        "[[1, 2, \"3\", {}, []]]|segmentation[0][2]|the text \"3\"|a number",
        "[[[1, 2]]]|segmentation[0][0]|a list [...]|a number"
      })
  void impossible_polygons_lose_the_item(
      String polygons, String field, String found, String expected) {
    assertItemLost(
        skirtWith("[[10, 20, 90.5, 20, 90, 80, 10, 80.0]]", polygons),
        finding(Rule.ITEM_VALUE, "item1", field, found, expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"']'|21", "', 0, 0]'|23", "', 0, 0, 0, 0]'|25", "', 0, 0, 0, 0, 0, 0]'|27"})
  void wrong_landmark_count_loses_the_item(String end, int numbers) {
    assertItemLost(
        skirtWith("90, 80, 2, 0, 0, 0]", "90, 80, 2" + end),
        finding(
            Rule.LANDMARK_COUNT,
            "item1",
            "landmarks",
            numbers + " numbers",
            "24: x, y, visibility of the 8 landmarks of skirt"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10, 20, 3|landmarks|Expected visibility 0, 1 or 2, but landmark 1 has 3.0"
            + "|visibility 0, 1 or 2",
        "10, 20, 1.5|landmarks|Expected visibility 0, 1 or 2, but landmark 1 has 1.5"
            + "|visibility 0, 1 or 2",
        "NaN, 20, 2|landmarks[0]|NaN|a finite number within 1,000,000 pixels",
        "10, \"20\", 2|landmarks[1]|the text \"20\"|a number"
      })
  void impossible_landmark_loses_the_item(
      String landmark, String field, String found, String expected) {
    assertItemLost(
        skirtWith("[10, 20, 2, 50", "[" + landmark + ", 50"),
        finding(Rule.ITEM_VALUE, "item1", field, found, expected));
  }

  @Test
  void one_lost_item_leaves_the_others() {
    String second = SampleText.item(2);
    Parsed parsed =
        Parsed.of(
            skirtWith("\"style\": 1", "\"style\": -1").replaceFirst("}$", "")
                + ", \"item2\": "
                + second
                + "}");
    assertThat(parsed.onlyItem().number()).isEqualTo(2);
    assertThat(parsed.findings()).hasSize(1);
  }

  @Test
  void findings_of_a_file_are_bounded_and_every_loss_keeps_its_reason() {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 199; i++) {
      json.append("\"k").append(i).append("\": 0, ");
    }
    json.append("\"pair_id\": -1, \"source\": \"shop\"");
    for (int i = 1; i <= 500; i++) {
      json.append(", \"item").append(i).append("\": 0");
    }
    Parsed parsed = Parsed.of(json.append('}').toString());
    assertThat(parsed.annotation()).isEmpty();
    assertThat(parsed.findings()).hasSize(200);
    assertThat(parsed.findings())
        .as("why the photo is lost")
        .contains(finding(Rule.PHOTO_VALUE, "", "pair_id", "-1", "an integer of at least 0"));
  }

  private static void assertItemLost(String json, Finding... findings) {
    Parsed parsed = Parsed.of(json);
    assertThat(parsed.items()).isEmpty();
    assertThat(parsed.findings()).containsExactly(findings);
  }

  private static Item assertItemKept(String json, Finding... findings) {
    Parsed parsed = Parsed.of(json);
    assertThat(parsed.findings()).containsExactly(findings);
    return parsed.onlyItem();
  }
}
