package dev.wardrobe.retrieval;

import static dev.wardrobe.retrieval.ResultFiles.GOOD;
import static dev.wardrobe.retrieval.ResultFiles.assertGood;
import static dev.wardrobe.retrieval.ResultFiles.row;
import static dev.wardrobe.retrieval.ResultFiles.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.results.BadResults;
import dev.wardrobe.results.ResultsException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFileTest {
  @TempDir private Path folder;

  private ResultFiles files = new ResultFiles(Path.of(""));

  @BeforeEach
  void make_files() {
    files = new ResultFiles(folder);
  }

  @ParameterizedTest
  @EnumSource(BadResults.class)
  void file_without_a_good_record_is_refused(BadResults bad) throws IOException {
    assertThat(files.refused("[" + with(": .5", ": null") + "]", bad)).hasSize(1);
    assertThat(files.refused("[{}, {}]", bad)).hasSize(2);
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
      assertThat(files.refused(json, bad))
          .singleElement()
          .asString()
          .contains("expected retrieval results: a list of records with query_image_id,");
    }
  }

  @Test
  void detection_results_are_told_by_their_keys() throws IOException {
    String first = "{\"image_id\": 1, \"category_id\": 2, \"bbox\": [1, 2, 3, 4], \"score\": 0.5}";
    assertThat(files.refused("[" + first + ", " + GOOD + "]", BadResults.SKIP).getFirst())
        .startsWith(": found a list of records with image_id, category_id, bbox, score, expected");
  }

  @Test
  void cut_file_is_refused_or_gives_the_records_before_the_cut() throws IOException {
    String whole = "[" + GOOD + ", " + GOOD + ", " + GOOD + "]";
    int start = whole.lastIndexOf("{\"query");
    for (int cut = start + 1; cut < whole.length(); cut += 7) {
      String file = whole.substring(0, cut);
      assertThat(files.refused(file, BadResults.OFFICIAL))
          .singleElement()
          .asString()
          .startsWith(", record 3: found ")
          .endsWith("expected JSON to the end of the list");
      RetrievalResults results = files.read(file, BadResults.SKIP);
      assertThat(results.size()).isEqualTo(2);
      assertThat(results.problems().count()).isEqualTo(1);
    }
  }

  @Test
  void text_after_the_list_is_a_problem() throws IOException {
    assertThat(files.refused("[" + GOOD + "] [1]", BadResults.REFUSE))
        .containsExactly(": found a list [...], expected nothing after the list");
    assertThat(files.refused("[" + GOOD + "] x", BadResults.REFUSE)).hasSize(1);
    assertThat(files.read("[" + GOOD + "] [1]", BadResults.SKIP).size()).isEqualTo(1);
  }

  @Test
  void gzip_and_zip_are_told_by_their_first_bytes() throws IOException {
    assertGood(RetrievalResults.read(gzip(), BadResults.REFUSE), 0);
    Path zip = zip("results/rows.json", "__MACOSX/results/._rows.json");
    assertGood(RetrievalResults.read(zip, BadResults.REFUSE), 0);
    assertThatThrownBy(() -> RetrievalResults.read(zip("a.json", "b.json"), BadResults.SKIP))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            "Cannot read %s: found 2 files in the zip, expected one; unpack the right one",
            folder.resolve("rows"));
  }

  private Path gzip() throws IOException {
    Path gzip = folder.resolve("packed.json");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write(Files.readAllBytes(files.file("[" + GOOD + "]")));
    }
    return gzip;
  }

  private Path zip(String... names) throws IOException {
    Path zip = folder.resolve("rows");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : names) {
        out.putNextEntry(new ZipEntry(name));
        out.write(Files.readAllBytes(files.file("[" + GOOD + "]")));
      }
    }
    return zip;
  }

  @Test
  void cut_gzip_is_a_problem_of_the_file() throws IOException {
    Path gzip = gzip();
    byte[] whole = Files.readAllBytes(gzip);
    Files.write(gzip, Arrays.copyOf(whole, whole.length - 30));
    assertThatExceptionOfType(ResultsException.class)
        .isThrownBy(() -> RetrievalResults.read(gzip, BadResults.REFUSE))
        .satisfies(e -> assertThat(e.problems().getFirst().found()).contains("ZLIB"));
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
      Path file = files.file(text.toString());
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
}
