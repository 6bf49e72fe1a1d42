package dev.wardrobe.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.results.ScannedMask.Kind;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.RleMask;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScannedMaskTest {
  private final ScannedMask mask = new ScannedMask();

  private ScannedMask read(String json) {
    Scanned scanned = Scanned.of(json);
    mask.read(scanned.scanner(), scanned.bytes());
    assertThat(scanned.used()).as(json).isTrue();
    return mask;
  }

  private int[] runs() {
    return Arrays.copyOf(mask.runs(), mask.runCount());
  }

  private static String compressed(int height, int width, String counts) {
    return "{\"size\": [%d, %d], \"counts\": \"%s\"}".formatted(height, width, counts);
  }

  private void assertBad(String json, String found, String expected) {
    read(json);
    assertThat(mask.kind()).as(json).isEqualTo(Kind.NONE);
    assertThat(mask.found()).as(json).contains(found);
    assertThat(mask.expected()).as(json).contains(expected);
  }

  @Test
  void polygons_are_kept_as_they_are() {
    read("[[1, 2.5, 3, 4, 5, 6], [-1, 0, 1e2, 7, 8, 9, 10]]");
    assertThat(mask.kind()).isEqualTo(Kind.POLYGONS);
    assertThat(mask.polygons())
        .containsExactly(
            Coordinates.ofReals(1, 2.5, 3, 4, 5, 6), Coordinates.ofReals(-1, 0, 100, 7, 8, 9, 10));
  }

  @Test
  void part_of_four_numbers_after_a_polygon_is_a_polygon_of_two_points() {
    read("[[1, 2, 3, 4, 5, 6], [1, 2, 3, 4], [1, 2], [], [7]]");
    assertThat(mask.polygons()).hasSize(5);
    assertThat(mask.polygons().get(1)).isEqualTo(Coordinates.ofReals(1, 2, 3, 4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]                         | an empty list                          | polygons",
        "[[]]                       | a first polygon of 0 numbers           | at least 3 points",
        "[[1, 2]]                   | a first polygon of 2 numbers           | at least 3 points",
        "[[1, 2, 3]]                | a first polygon of 3 numbers           | at least 3 points",
        "[[1, 2, 3, 4]]             | a first polygon of 4 numbers           | at least 3 points",
        "[[1, 2, 3, 4], [5, 6, 7, 8]] | a first polygon of 4 numbers         | at least 3 points",
        "[1, 2, 3, 4, 5, 6]         | 1                                      | polygons [[x",
        "[null]                     | null                                   | polygons [[x",
        "[[1,2,3,4,5,6], {\"a\":1}] | an object                              | polygons [[x",
        "[[1, 2, \"3\", 4, 5, null]]| the text \"3\" in a polygon            | numbers",
        "[[[1, 2], [3, 4], [5, 6]]] | a list [...] in a polygon              | numbers",
        "[[1, 2, 3, 4, 5, NaN]]     | NaN in a polygon                       | finite",
        "[[1, 2, 3, 4, 5, Infinity]]| Infinity in a polygon                  | within 10^8",
        "[[1, 2, 3, 4, 5, -1e9]]    | -1.0E9 in a polygon                    | within 10^8",
        "null                       | null                                   | or run lengths",
        "\"PPYo1\"                  | the text \"PPYo1\"                     | or run lengths",
        "5                          | 5                                      | or run lengths",
        "{}                         | no counts                              | size: [height, width]",
        "{\"size\": [2, 2]}         | no counts                              | size: [height, width]"
      })
  void what_is_no_mask_is_said(String json, String found, String expected) {
    assertBad(json, found, expected);
  }

  @Test
  void random_masks_are_read_from_text_and_from_numbers() {
    for (int seed = 0; seed < 1000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      ImageSize size = new ImageSize(1 + random.nextInt(40), 1 + random.nextInt(40));
      RleMask expected =
          RleMask.ofPolygons(
              List.of(Coordinates.ofReals(random.doubles(8, -5, 45).toArray())), size);
      String text = expected.toCompressed().replace("\\", "\\\\");
      if (random.nextBoolean()) {
        text = text.replace("\\\\", "\\u005C").replace("<", "\\u003c");
      }
      read(compressed(size.height(), size.width(), text));
      assertThat(mask.kind()).as("seed %d", seed).isEqualTo(Kind.COMPRESSED);
      assertThat(runs()).as("seed %d", seed).isEqualTo(expected.counts());
      read(
          "{\"counts\": %s, \"size\": [%d, %d]}"
              .formatted(Arrays.toString(expected.counts()), size.height(), size.width()));
      assertThat(mask.kind()).as("seed %d", seed).isEqualTo(Kind.UNCOMPRESSED);
      assertThat(runs()).as("seed %d", seed).isEqualTo(expected.counts());
      assertThat(mask.width()).isEqualTo(size.width());
      assertThat(mask.height()).isEqualTo(size.height());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\\\", "\\u005c", "\\u005C"})
  void escaped_backslash_is_one_character(String backslash) {
    int[] runs = {44 + 32 * 12, 1000 - 44 - 32 * 12}; // whose text begins with a backslash
    RleMask expected = RleMask.ofCounts(new ImageSize(10, 100), runs);
    assertThat(expected.toCompressed()).startsWith("\\=");
    read(compressed(100, 10, expected.toCompressed().replace("\\", backslash)));
    assertThat(runs()).isEqualTo(runs);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4!",
        "4p",
        "4 4",
        "4é",
        "漢",
        "4\\n",
        "4\\b",
        "4\\f",
        "4\\\"",
        "4\\/",
        "4\\u00e9",
        "4\\u12",
        "\\u",
        "4\u007f"
      })
  void characters_that_run_lengths_do_not_have_are_bad(String counts) {
    assertBad(compressed(2, 4, counts), "a character not from '0' to 'o'", "COCO's text");
  }

  @ParameterizedTest
  @CsvSource({
    "'4T', counts that end inside a number",
    "'o', counts that end inside a number",
    "'oooooooo0', a number of more than 7 characters",
    "'O', run 1 of -1 pixels",
    "'44J4', run 3 of -6 pixels",
    "'PPPPPP4', run 1 of 4294967296 pixels",
    "'44', 'runs of 8 pixels'",
    "'', 'runs of 0 pixels'"
  })
  void counts_that_are_no_run_lengths_are_bad(String counts, String found) {
    assertBad(compressed(3, 3, counts), found, "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]", "[2]", "[2, 4, 1]", "[2, 4.5]", "[0, 8]", "[-2, -4]", "[\"2\", 4]", "[2, null]",
        "null", "8", "\"2x4\"", "{}", "[NaN, 4]", "[2, Infinity]", "[1e300, 1]", "[[2, 4]]"
      })
  void sizes_that_are_none_are_bad(String size) {
    assertBad("{\"counts\": \"44\", \"size\": " + size + "}", "no usable size", "[height, width]");
  }

  @Test
  void missing_size_is_bad_whatever_the_mask_before_had() {
    read(compressed(2, 4, "44"));
    assertThat(mask.kind()).isEqualTo(Kind.COMPRESSED);
    assertBad("{\"counts\": \"44\"}", "no usable size", "[height, width]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[4, 3.5]  | a run of 3.5 pixels",
        "[9, -1]   | a run of -1.0 pixels",
        "[NaN]     | a run of NaN pixels",
        "[1e300]   | a run of 1.0E300 pixels",
        "[\"8\"]   | the text \"8\" among the counts",
        "[4, null, 4.5] | null among the counts",
        "[[8]]     | a list [...] among the counts",
        "[4, 3]    | runs of 7 pixels",
        "[]        | runs of 0 pixels",
        "null      | null",
        "8         | 8"
      })
  void lists_that_are_no_run_lengths_are_bad(String counts, String found) {
    assertBad("{\"size\": [2, 4], \"counts\": " + counts + "}", found, "");
  }

  @Test
  void hostile_sizes_are_bad_and_cost_nothing() {
    assertBad(
        "{\"size\": [100000, 100000], \"counts\": [2000000000, 2000000000, 2000000000, 2000000000,"
            + " 2000000000]}",
        "a size of [100000, 100000]",
        "fewer than 2^31 pixels");
    assertBad(
        "{\"size\": [2147483647, 2147483647], \"counts\": \"0\"}",
        "a size of [2147483647, 2147483647]",
        "fewer than 2^31 pixels");
    read("{\"size\": [2147483647, 1], \"counts\": [0, 2147483647]}");
    assertThat(mask.kind()).isEqualTo(Kind.UNCOMPRESSED);
  }

  @Test
  void polygons_that_would_take_hours_are_bad() {
    StringBuilder zigzag = new StringBuilder("[[0, 0");
    for (int i = 0; i < 30_000; i++) {
      zigzag.append(i % 2 == 0 ? ",99999,1" : ",0,0");
    }
    read(zigzag + "]]");
    assertThat(mask.rasterize(20_000, 100_000)).isFalse();
    assertThat(mask.kind()).isEqualTo(Kind.NONE);
    assertThat(mask.found()).isEqualTo(ScannedMask.OVERLONG);
    read("[[0, 0, 1, 1, 0, 2]]");
    assertThat(mask.rasterize(100_000, 100_000)).isFalse();
  }

  @Test
  void more_numbers_or_parts_than_any_item_has_are_bad() {
    assertBad("[[1" + ",1".repeat(1 << 16) + "]]", "more than 65536 numbers", "fewer");
    assertBad(
        "[[1,2,3,4,5,6]" + (",[1" + ",1".repeat(6000) + "]").repeat(11) + "]",
        "more than 65536 numbers",
        "fewer");
    assertBad("[[1,2,3,4,5,6]" + ",[]".repeat(20_000) + "]", "16384 parts", "fewer");
    read("[[1" + ",1".repeat((1 << 16) - 1) + "]]");
    assertThat(mask.kind()).isEqualTo(Kind.POLYGONS);
  }

  @Test
  void box_that_cannot_be_drawn_is_bad() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e9, -1e300}) {
      assertThat(mask.rasterizeBox(new double[] {1, 2, bad, 3}, 10, 10)).isFalse();
      assertThat(mask.found()).contains("" + bad);
    }
    assertThat(mask.rasterizeBox(new double[] {1, 2, 3, 4}, 10, 10)).isTrue();
    assertThat(runs()).isEqualTo(new int[] {12, 4, 6, 4, 6, 4, 64});
  }

  @Test
  void reading_again_forgets_what_was_found() {
    read("[[1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6]]");
    read("[[7, 8, 9, 10, 11, 12]]");
    assertThat(mask.polygons()).containsExactly(Coordinates.ofReals(7, 8, 9, 10, 11, 12));
    read(compressed(2, 4, "44"));
    assertThat(runs()).isEqualTo(new int[] {4, 4});
    mask.clear();
    assertThat(mask.kind()).isEqualTo(Kind.NONE);
    assertThat(mask.found()).isEqualTo("nothing");
  }
}
