package dev.wardrobe.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wardrobe.SharedData;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.results.BadResults;
import dev.wardrobe.results.ResultProblem;
import dev.wardrobe.results.ResultsException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetrievalResultsTest {
  private static final String GOOD =
      "{\"query_image_id\": 7, \"query_bbox\": [1, 2.5, 3, 4], \"query_cls\": 3, \"query_score\": .5,"
          + " \"gallery_image_id\": [8, 9], \"gallery_bbox\": [[1, 2, 3, 4], [5, 6, 7, 8.25]]}";

  @TempDir private Path folder;

  private Path file(String json) throws IOException {
    return Files.writeString(folder.resolve("results.json"), json.replace(" .5", " 0.5"));
  }

  private RetrievalResults read(String json, BadResults bad) throws IOException {
    return RetrievalResults.read(file(json), bad);
  }

  private List<String> refused(String json, BadResults bad) throws IOException {
    Path file = file(json);
    ResultsException refusal =
        catchThrowableOfType(ResultsException.class, () -> RetrievalResults.read(file, bad));
    assertThat(refusal).isNotNull();
    assertThat(refusal).hasMessageStartingWith("Refused " + file + " as retrieval results: ");
    assertThat(refusal.getMessage()).doesNotContain("\n");
    return refusal.problems().stream()
        .map(ResultProblem::toString)
        .map(line -> line.substring(file.toString().length()))
        .toList();
  }

  private static String with(String from, String to) {
    String row = GOOD.replace(from, to);
    assertThat(row).isNotEqualTo(GOOD);
    return row;
  }

  private static void assertGood(RetrievalResults results, int row) {
    assertThat(results.imageId(row)).isEqualTo(7);
    assertThat(results.category(row)).isEqualTo(3);
    assertThat(results.score(row)).isEqualTo(.5);
    assertThat(results.box(row, 1)).isEqualTo(2.5);
    assertThat(results.resultCount(row)).isEqualTo(2);
    assertThat(results.galleryImageId(row, 1)).isEqualTo(8);
    assertThat(results.galleryImageId(row, 2)).isEqualTo(9);
    assertThat(results.galleryBox(row, 2, 3)).isEqualTo(8.25);
  }

  @ParameterizedTest
  @EnumSource(BadResults.class)
  void row_is_read_in_any_order_of_keys_and_unknown_keys_are_passed_over(BadResults bad)
      throws IOException {
    String other =
        "{\"extra\": {\"a\": [1]}, \"gallery_bbox\": [[1, 2, 3, 4], [5, 6, 7, 8.25]],"
            + " \"query_score\": 5e-1, \"gallery_image_id\": [8, 9.0], \"query_cls\": 3.0,"
            + " \"query_bbox\": [1, 2.5, 3, 4], \"query_image_id\": 7}";
    RetrievalResults results = read("[" + GOOD + ", " + other + "]\n", bad);
    assertThat(results.size()).isEqualTo(2);
    assertGood(results, 0);
    assertGood(results, 1);
    assertThat(results.shortRows()).isEqualTo(2);
    assertThat(results.problems().count()).isZero();
  }

  @ParameterizedTest
  @EnumSource(BadResults.class)
  void empty_list_has_no_rows(BadResults bad) throws IOException {
    assertThat(read("[]", bad).size()).isZero();
  }

  @Test
  void row_may_have_no_results_and_of_many_twenty_are_kept() throws IOException {
    String none = with("[8, 9]", "[]").replace("[[1, 2, 3, 4], [5, 6, 7, 8.25]]", "[]");
    RetrievalResults results =
        read("[" + none + ", " + row(20, 20) + ", " + row(30, 30) + "]", BadResults.REFUSE);
    assertThat(results.resultCount(0)).isZero();
    assertThat(results.resultCount(1)).isEqualTo(20);
    assertThat(results.resultCount(2)).isEqualTo(20);
    assertThat(results.galleryImageId(2, 20)).isEqualTo(4);
    assertThat(results.shortRows()).isEqualTo(1);
  }

  private static String row(int images, int boxes) {
    return with("[8, 9]", Collections.nCopies(images, 4).toString())
        .replace(
            "[[1, 2, 3, 4], [5, 6, 7, 8.25]]",
            Collections.nCopies(boxes, "[1, 2, 3, 4]").toString());
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
    assertThat(refused(file, BadResults.REFUSE)).containsExactly(", record 2" + problem);
    assertThat(refused(file, BadResults.OFFICIAL)).hasSize(1);
    assertSkipped(file);
  }

  private void assertSkipped(String file) throws IOException {
    RetrievalResults results = read(file, BadResults.SKIP);
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
    assertThat(refused(file, BadResults.REFUSE)).containsExactly(", record 2" + problem);
    assertSkipped(file);
    assertThat(read(file, BadResults.OFFICIAL).size()).isEqualTo(3);
  }

  @Test
  void numbers_that_are_none_equal_nothing() throws IOException {
    String row = with(": 7", ": 7.5").replace("[8, 9]", "[8, NaN]").replace(": 3,", ": -1,");
    RetrievalResults results = read("[" + row + "]", BadResults.OFFICIAL);
    assertThat(results.imageId(0)).isNegative();
    assertThat(results.galleryImageId(0, 2)).isNegative();
    assertThat(results.category(0)).isZero();
  }

  @Test
  void lists_of_different_length_with_twenty_each_are_taken_as_official_only() throws IOException {
    for (String row : List.of(row(25, 20), row(20, 21))) {
      assertThat(refused("[" + row + "]", BadResults.REFUSE)).hasSize(1);
      assertThat(read("[" + row + "]", BadResults.OFFICIAL).resultCount(0)).isEqualTo(20);
    }
    assertThat(refused("[" + row(25, 19) + "]", BadResults.OFFICIAL)).hasSize(1);
  }

  @Test
  void longer_gallery_boxes_are_taken_as_official_if_all_are_as_long() throws IOException {
    String all = with("[[1, 2, 3, 4], [5, 6, 7, 8.25]]", "[[1, 2, 3, 4, 0], [5, 6, 7, 8.25, 0]]");
    assertThat(refused("[" + all + "]", BadResults.REFUSE)).hasSize(1);
    assertGood(read("[" + all + "]", BadResults.OFFICIAL), 0);
    String one = with("[[1, 2, 3, 4], [5, 6, 7, 8.25]]", "[[1, 2, 3, 4], [5, 6, 7, 8.25, 0]]");
    assertThat(refused("[" + one + "]", BadResults.OFFICIAL))
        .containsExactly(
            ", record 1, gallery_bbox: found boxes of 4 and 5 numbers, expected 4 in each");
  }

  @Test
  void record_that_is_no_object_is_a_bad_record() throws IOException {
    String file = "[" + GOOD + ", [7], " + GOOD + "]";
    assertThat(refused(file, BadResults.OFFICIAL))
        .containsExactly(", record 2: found a list [...], expected an object {...}");
    assertSkipped(file);
  }

  @Test
  void first_hundred_problems_are_listed_and_all_counted() throws IOException {
    String bad = with(": .5", ": NaN");
    Path file = file("[" + String.join(", ", Collections.nCopies(250, bad)) + "]");
    ResultsException refusal =
        catchThrowableOfType(
            ResultsException.class, () -> RetrievalResults.read(file, BadResults.REFUSE));
    assertThat(refusal.count()).isEqualTo(250);
    assertThat(refusal.problems()).hasSize(100);
    assertThat(refusal)
        .hasMessage(
            "Refused %s as retrieval results: 250 problems; %s, record 1, query_score: found NaN,"
                    .formatted(file, file)
                + " expected a finite number");
  }

  @ParameterizedTest
  @EnumSource(BadResults.class)
  void file_without_a_good_record_is_refused(BadResults bad) throws IOException {
    assertThat(refused("[" + with(": .5", ": null") + "]", bad)).hasSize(1);
    assertThat(refused("[{}, {}]", bad)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"images\": []}",
        "7",
        "",
        "[{\"image_id\": 1, \"category_id\": 2, \"bbox\": [1, 2, 3, 4], \"score\": 0.5}]"
      })
  void file_of_another_kind_is_refused_at_once(String json) throws IOException {
    for (BadResults bad : BadResults.values()) {
      assertThat(refused(json, bad))
          .singleElement()
          .asString()
          .contains("expected retrieval results: a list of records with query_image_id,");
    }
  }

  @Test
  void detection_results_are_told_by_their_keys() throws IOException {
    String first = "{\"image_id\": 1, \"category_id\": 2, \"bbox\": [1, 2, 3, 4], \"score\": 0.5}";
    assertThat(refused("[" + first + ", " + GOOD + "]", BadResults.SKIP).getFirst())
        .startsWith(": found a list of records with image_id, category_id, bbox, score, expected");
  }

  @Test
  void cut_file_is_refused_or_gives_the_records_before_the_cut() throws IOException {
    String whole = "[" + GOOD + ", " + GOOD + ", " + GOOD + "]";
    int start = whole.lastIndexOf("{\"query");
    for (int cut = start + 1; cut < whole.length(); cut += 7) {
      String file = whole.substring(0, cut);
      assertThat(refused(file, BadResults.OFFICIAL))
          .singleElement()
          .asString()
          .startsWith(", record 3: found ")
          .endsWith("expected JSON to the end of the list");
      RetrievalResults results = read(file, BadResults.SKIP);
      assertThat(results.size()).isEqualTo(2);
      assertThat(results.problems().count()).isEqualTo(1);
    }
  }

  @Test
  void text_after_the_list_is_a_problem() throws IOException {
    assertThat(refused("[" + GOOD + "] [1]", BadResults.REFUSE))
        .containsExactly(": found a list [...], expected nothing after the list");
    assertThat(refused("[" + GOOD + "] x", BadResults.REFUSE)).hasSize(1);
    assertThat(read("[" + GOOD + "] [1]", BadResults.SKIP).size()).isEqualTo(1);
  }

  @Test
  void gzip_and_zip_are_told_by_their_first_bytes() throws IOException {
    assertGood(RetrievalResults.read(gzip(), BadResults.REFUSE), 0);
    Path zip = zip("results/rows.json", "__MACOSX/results/._rows.json");
    assertGood(RetrievalResults.read(zip, BadResults.REFUSE), 0);
    assertThatThrownBy(() -> RetrievalResults.read(zip("a.json", "b.json"), BadResults.SKIP))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            "Cannot read %s: found 2 files in the zip, expected one", folder.resolve("rows"));
  }

  private Path gzip() throws IOException {
    Path gzip = folder.resolve("packed.json");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write(Files.readAllBytes(file("[" + GOOD + "]")));
    }
    return gzip;
  }

  private Path zip(String... names) throws IOException {
    Path zip = folder.resolve("rows");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : names) {
        out.putNextEntry(new ZipEntry(name));
        out.write(Files.readAllBytes(file("[" + GOOD + "]")));
      }
    }
    return zip;
  }

  @Test
  void cut_gzip_is_a_problem_of_the_file() throws IOException {
    Path gzip = gzip();
    byte[] whole = Files.readAllBytes(gzip);
    Files.write(gzip, Arrays.copyOf(whole, whole.length - 30));
    assertThatThrownBy(() -> RetrievalResults.read(gzip, BadResults.REFUSE))
        .isInstanceOf(ResultsException.class)
        .hasMessageContaining("ZLIB");
  }

  @Test
  void file_that_is_not_there_is_named() {
    Path missing = folder.resolve("none.json");
    assertThatThrownBy(() -> RetrievalResults.read(missing, BadResults.REFUSE))
        .isInstanceOf(DatasetException.class)
        .hasMessage("Cannot read %s: no such file or folder", missing);
    assertThatThrownBy(() -> RetrievalResults.read(folder, BadResults.REFUSE))
        .isInstanceOf(DatasetException.class)
        .hasMessage("Cannot read %s: found a folder, expected a file", folder);
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

  @ParameterizedTest
  @EnumSource(BadResults.class)
  void mutilated_file_is_refused_in_words_or_read(BadResults bad) throws IOException {
    String whole = "[" + GOOD + ", " + with(": .5", ": -1e-3") + ", " + row(20, 20) + "]";
    String noise = "[]{},:\"0123456789.-+eE NaInfulltrs\\\0\u00e9";
    int refusals = 0;
    for (int seed = 0; seed < 1_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder(whole);
      for (int i = random.nextInt(1, 4); i > 0; i--) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(4));
        text.replace(at, end, String.valueOf(noise.charAt(random.nextInt(noise.length()))));
      }
      Path file = file(text.toString());
      try {
        RetrievalResults results = RetrievalResults.read(file, bad);
        assertThat(results.size()).as("seed %d", seed).isBetween(1, 3);
      } catch (ResultsException e) {
        assertThat(e.count()).as("seed %d", seed).isPositive();
        assertThat(e.getMessage()).as("seed %d", seed).doesNotContain("\n");
        refusals++;
      }
    }
    assertThat(refusals).isBetween(100, 990);
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
}
