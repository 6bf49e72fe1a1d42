package dev.wardrobe.retrieval;

import static dev.wardrobe.retrieval.ResultFiles.GOOD;
import static dev.wardrobe.retrieval.ResultFiles.assertGood;
import static dev.wardrobe.retrieval.ResultFiles.row;
import static dev.wardrobe.retrieval.ResultFiles.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wardrobe.SharedData;
import dev.wardrobe.results.BadResults;
import dev.wardrobe.results.ResultsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetrievalResultsTest {
  @TempDir private Path folder;

  private ResultFiles files = new ResultFiles(Path.of(""));

  @BeforeEach
  void make_files() {
    files = new ResultFiles(folder);
  }

  @ParameterizedTest
  @EnumSource(BadResults.class)
  void row_is_read_in_any_order_of_keys_and_unknown_keys_are_passed_over(BadResults bad)
      throws IOException {
    String other =
        "{\"extra\": {\"a\": [1]}, \"gallery_bbox\": [[1, 2, 3, 4], [5, 6, 7, 8.25]],"
            + " \"query_score\": 5e-1, \"gallery_image_id\": [8, 9.0], \"query_cls\": 3.0,"
            + " \"query_bbox\": [1, 2.5, 3, 4], \"query_image_id\": 7}";
    RetrievalResults results = files.read("[" + GOOD + ", " + other + "]\n", bad);
    assertThat(results.size()).isEqualTo(2);
    assertGood(results, 0);
    assertGood(results, 1);
    assertThat(results.shortRows()).isEqualTo(2);
    assertThat(results.problems().count()).isZero();
  }

  @ParameterizedTest
  @EnumSource(BadResults.class)
  void empty_list_has_no_rows(BadResults bad) throws IOException {
    assertThat(files.read("[]", bad).size()).isZero();
  }

  @Test
  void row_may_have_no_results_and_of_many_twenty_are_kept() throws IOException {
    String none = with("[8, 9]", "[]").replace("[[1, 2, 3, 4], [5, 6, 7, 8.25]]", "[]");
    RetrievalResults results =
        files.read("[" + none + ", " + row(20, 20) + ", " + row(30, 30) + "]", BadResults.REFUSE);
    assertThat(results.resultCount(0)).isZero();
    assertThat(results.resultCount(1)).isEqualTo(20);
    assertThat(results.resultCount(2)).isEqualTo(20);
    assertThat(results.galleryImageId(2, 20)).isEqualTo(4);
    assertThat(results.shortRows()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"query_score\": .5; \"score\": .5; : found no query_score, expected the keys"
            + " query_image_id, query_bbox, query_cls, query_score, gallery_image_id, gallery_bbox",
        ": .5; : null; , query_score: found null, expected a finite number",
        ": .5; : \"high\"; , query_score: found the text \"high\", expected a finite number",
        ": .5; : true; , query_score: found true, expected a finite number",
        ": 7; : \"7\"; , query_image_id: found the text \"7\", expected a whole number",
        "[1, 2.5, 3, 4]; [1, 2.5, 3]; , query_bbox: found a list of 3, expected [x1, y1, x2, y2]",
        "[1, 2.5, 3, 4]; {\"x\": [1]}; , query_bbox: found an object {...}, expected [x1, y1, x2,"
            + " y2]",
        "[1, 2.5, 3, 4]; [1, [2], 3, 4]; , query_bbox: found a list [...], expected a finite number",
        "[8, 9]; [8]; , gallery_bbox: found a list of 2, expected 1 boxes, as many as"
            + " gallery_image_id has",
        "[8, 9]; 8; , gallery_image_id: found 8, expected a list of image ids",
        "[8, 9]; [8, null]; , gallery_image_id: found null, expected a whole number",
        "[5, 6, 7, 8.25]; [5, 6]; , gallery_bbox: found a list of 2, expected [x1, y1, x2, y2]",
        "[5, 6, 7, 8.25]; 5; , gallery_bbox: found 5, expected [x1, y1, x2, y2]",
        "[[1, 2, 3, 4], [5, 6, 7, 8.25]]; null; , gallery_bbox: found null, expected a list of boxes"
      })
  void what_ends_the_official_script_is_refused_or_skipped(String from, String to, String problem)
      throws IOException {
    String bad = with(from, to);
    String file = "[" + GOOD + ", " + bad + ", " + GOOD + "]";
    assertThat(files.refused(file, BadResults.REFUSE)).containsExactly(", record 2" + problem);
    assertThat(files.refused(file, BadResults.OFFICIAL)).hasSize(1);
    assertSkipped(file);
  }

  private void assertSkipped(String file) throws IOException {
    RetrievalResults results = files.read(file, BadResults.SKIP);
    assertThat(results.size()).isEqualTo(2);
    assertGood(results, 0);
    assertGood(results, 1);
    assertThat(results.record(1)).isEqualTo(3);
    assertThat(results.problems().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        ": .5; : NaN; , query_score: found NaN, expected a finite number",
        ": .5; : -Infinity; , query_score: found -Infinity, expected a finite number",
        "2.5; NaN; , query_bbox: found NaN, expected a finite number",
        "8.25; Infinity; , gallery_bbox: found Infinity, expected a finite number",
        ": 7; : 99999999999999999999; , query_image_id: found 99999999999999999999, expected a"
            + " whole number",
        ": 7; : 7.5; , query_image_id: found 7.5, expected a whole number",
        "[8, 9]; [8, NaN]; , gallery_image_id: found NaN, expected a whole number",
        ": 3; : 14; , query_cls: found 14, expected a category from 1 to 13",
        ": 3; : 0; , query_cls: found 0, expected a category from 1 to 13",
        "[1, 2.5, 3, 4]; [1, 2.5, 3, 4, 5]; , query_bbox: found a list of 5, expected [x1, y1, x2,"
            + " y2]"
      })
  void what_the_official_script_takes_is_taken_as_official_only(
      String from, String to, String problem) throws IOException {
    String file = "[" + GOOD + ", " + with(from, to) + ", " + GOOD + "]";
    assertThat(files.refused(file, BadResults.REFUSE)).containsExactly(", record 2" + problem);
    assertSkipped(file);
    assertThat(files.read(file, BadResults.OFFICIAL).size()).isEqualTo(3);
  }

  @Test
  void numbers_that_are_none_equal_nothing() throws IOException {
    String row = with(": 7", ": 7.5").replace("[8, 9]", "[8, NaN]").replace(": 3,", ": -1,");
    RetrievalResults results = files.read("[" + row + "]", BadResults.OFFICIAL);
    assertThat(results.imageId(0)).isNegative();
    assertThat(results.galleryImageId(0, 2)).isNegative();
    assertThat(results.category(0)).isZero();
  }

  @Test
  void lists_of_different_length_with_twenty_each_are_taken_as_official_only() throws IOException {
    for (String row : List.of(row(25, 20), row(20, 21))) {
      assertThat(files.refused("[" + row + "]", BadResults.REFUSE)).hasSize(1);
      assertThat(files.read("[" + row + "]", BadResults.OFFICIAL).resultCount(0)).isEqualTo(20);
    }
    assertThat(files.refused("[" + row(25, 19) + "]", BadResults.OFFICIAL)).hasSize(1);
  }

  @Test
  void longer_gallery_boxes_are_taken_as_official_if_all_are_as_long() throws IOException {
    String all = with("[[1, 2, 3, 4], [5, 6, 7, 8.25]]", "[[1, 2, 3, 4, 0], [5, 6, 7, 8.25, 0]]");
    assertThat(files.refused("[" + all + "]", BadResults.REFUSE)).hasSize(1);
    assertGood(files.read("[" + all + "]", BadResults.OFFICIAL), 0);
    String one = with("[[1, 2, 3, 4], [5, 6, 7, 8.25]]", "[[1, 2, 3, 4], [5, 6, 7, 8.25, 0]]");
    assertThat(files.refused("[" + one + "]", BadResults.OFFICIAL))
        .containsExactly(
            ", record 1, gallery_bbox: found boxes of 4 and 5 numbers, expected 4 in each");
  }

  @Test
  void record_that_is_no_object_is_a_bad_record() throws IOException {
    String file = "[" + GOOD + ", [7], " + GOOD + "]";
    assertThat(files.refused(file, BadResults.OFFICIAL))
        .containsExactly(", record 2: found a list [...], expected an object {...}");
    assertSkipped(file);
  }

  @Test
  void first_hundred_problems_are_listed_and_all_counted() throws IOException {
    String bad = with(": .5", ": NaN");
    Path file = files.file("[" + String.join(", ", Collections.nCopies(250, bad)) + "]");
    ResultsException refusal =
        catchThrowableOfType(
            ResultsException.class, () -> RetrievalResults.read(file, BadResults.REFUSE));
    assertThat(refusal.count()).isEqualTo(250);
    assertThat(refusal.problems()).hasSize(100);
    assertThat(refusal)
        .hasMessage(
            "Refused %s as retrieval results: 250 problems; mend the file, or leave bad records out with --lenient"
                .formatted(file));
  }

  @Test
  void official_example_is_read() {
    Path example = SharedData.require("samples/results/example_retrieval_results.json");
    RetrievalResults results = RetrievalResults.read(example, BadResults.REFUSE);
    assertThat(results.size()).isPositive();
    assertThat(results.shortRows()).isZero();
    assertThat(results.galleryImageId(0, 1)).isEqualTo(22403);
    assertThat(results.galleryBox(0, 1, 3)).isEqualTo(444.693726);
    assertThat(results.score(0)).isEqualTo(.897);
  }

  @Test
  void builder_grows_and_refuses_other_lengths() {
    RetrievalResults.Builder builder = new RetrievalResults.Builder();
    double[] box = {1, 2, 3, 4};
    long[] images = new long[20];
    double[] boxes = new double[80];
    for (int i = 0; i < 1_000; i++) {
      images[19] = i;
      boxes[79] = i / 2.;
      builder.add(i, 1, i, box, images, boxes);
    }
    RetrievalResults results = builder.build();
    assertThat(results.size()).isEqualTo(1_000);
    for (int i = 0; i < 1_000; i++) {
      assertThat(results.galleryImageId(i, 20)).isEqualTo(i);
      assertThat(results.galleryBox(i, 20, 3)).isEqualTo(i / 2.);
      assertThat(results.record(i)).isEqualTo(i + 1);
    }
    assertThatThrownBy(() -> builder.add(1, 1, 1, box, images, box))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected 4 numbers a box, but got 4, and 4 for 20 results");
  }

  @Test
  void row_with_two_problems_is_left_out_once() throws IOException {
    String worse = with(": .5", ": null").replace("[1, 2.5, 3, 4]", "[1]");
    RetrievalResults results =
        files.read("[" + GOOD + ", " + worse + ", 5, " + GOOD + "]", BadResults.SKIP);
    assertThat(results.size()).isEqualTo(2);
    assertThat(results.leftOut()).isEqualTo(2);
    assertThat(results.problems().count()).isEqualTo(3);
    assertThat(files.read("[" + GOOD + ", {", BadResults.SKIP).leftOut()).isEqualTo(1);
    assertThat(files.read("[" + GOOD + "]", BadResults.SKIP).leftOut()).isZero();
  }
}
