package dev.wardrobe.evaluation;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.groundtruth.GroundTruthOptions;
import dev.wardrobe.groundtruth.GroundTruthReader;
import dev.wardrobe.results.BadResults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no results or no ground truth, given as such. */
class ForeignFilesTest {
  private static final String GROUND_TRUTH =
      "{\"images\": [{\"id\": 1}], \"annotations\": [{\"id\": 1, \"image_id\": 1, \"category_id\":"
          + " 1, \"bbox\": [1, 2, 3, 4], \"area\": 12}]}";
  private static final String RESULTS =
      "[{\"image_id\": 1, \"category_id\": 1, \"bbox\": [1, 2, 3, 4], \"score\": 0.5}]";

  @TempDir private Path folder;

  private static byte[] gzip(byte[] text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(byte[] text, String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (String name : names) {
        out.putNextEntry(new ZipEntry(name));
        out.write(text);
      }
    }
    return bytes.toByteArray();
  }

  static Stream<Arguments> foreign() throws IOException {
    byte[] results = RESULTS.getBytes(UTF_8);
    byte[] packed = gzip((RESULTS + " ".repeat(5000)).getBytes(UTF_8));
    byte[] damaged = packed.clone();
    Arrays.fill(damaged, 12, 30, (byte) 0x55);
    return Stream.of(
        Arguments.of("empty", new byte[0], "found the end of the file"),
        Arguments.of("blank", " \n ".getBytes(UTF_8), "found the end of the file"),
        Arguments.of("words", "no JSON".getBytes(UTF_8), "found no, expected "),
        Arguments.of("a number", "5".getBytes(UTF_8), "found 5, expected "),
        Arguments.of("HTML", "<html>".getBytes(UTF_8), "found '<', expected "),
        Arguments.of("UTF-16", RESULTS.getBytes(UTF_16), "found text in UTF-16, expected "),
        Arguments.of("binary", new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, "found '\\u0000'"),
        Arguments.of("cut gzip", Arrays.copyOf(packed, 40), "the file ends early"),
        Arguments.of("cut in the header", Arrays.copyOf(packed, 5), "the file ends early"),
        Arguments.of("damaged gzip", damaged, "the packed file is damaged"),
        Arguments.of("two in a zip", zip(results, "a", "b"), "found 2 files in the zip"),
        Arguments.of("none in a zip", zip(results), "found 0 files in the zip"),
        Arguments.of(
            "cut zip", Arrays.copyOf(zip(results, "a"), 60), "the packed file is damaged"));
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void file_of_another_kind_is_refused_in_one_line(String kind, byte[] content, String found)
      throws IOException {
    Path file = Files.write(folder.resolve("file.json"), content);
    GroundTruth truth = truth();
    for (BadResults policy : BadResults.values()) {
      for (Runnable reading : readings(file, truth, policy)) {
        assertThatExceptionOfType(DatasetException.class)
            .as(kind)
            .isThrownBy(reading::run)
            .satisfies(e ->
                assertThat(e.getMessage())
                    .startsWith("Cannot read ")
                    .contains("file.json: ")
                    .contains(found)
                    .doesNotContain("\n"));
      }
    }
  }

  private static List<Runnable> readings(Path file, GroundTruth truth, BadResults policy) {
    return List.of(
        () -> GroundTruthReader.read(file, GroundTruthOptions.boxes().withBad(policy)),
        () ->
            DetectionReader.read(
                Task.DETECTION, truth, file, DetectionOptions.defaults().withBad(policy)));
  }

  private GroundTruth truth() throws IOException {
    Path file = Files.writeString(folder.resolve("truth.json"), GROUND_TRUTH);
    return GroundTruthReader.read(file, GroundTruthOptions.boxes()).groundTruth();
  }

  @Test
  void folder_and_missing_file_are_named() throws IOException {
    GroundTruth truth = truth();
    for (Runnable reading : readings(folder, truth, BadResults.REFUSE)) {
      assertThatExceptionOfType(DatasetException.class)
          .isThrownBy(reading::run)
          .withMessage("Cannot read %s: found a folder, expected a file", folder);
    }
    Path missing = folder.resolve("missing.json");
    for (Runnable reading : readings(missing, truth, BadResults.REFUSE)) {
      assertThatExceptionOfType(DatasetException.class)
          .isThrownBy(reading::run)
          .withMessage("Cannot read %s: no such file or folder", missing);
    }
  }

  @Test
  void ground_truth_given_as_results_and_the_reverse_are_told() throws IOException {
    GroundTruth truth = truth();
    Path groundTruth = folder.resolve("truth.json");
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() ->
            DetectionReader.read(Task.DETECTION, truth, groundTruth, DetectionOptions.defaults()))
        .withMessage(
            "Cannot read the results %s: found an object {...}, expected a list [...] of results"
                + " (an object is usually the ground truth)",
            groundTruth);
    Path results = Files.writeString(folder.resolve("results.json"), RESULTS);
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> GroundTruthReader.read(results, GroundTruthOptions.boxes()))
        .withMessage(
            "Cannot read the ground truth %s: found a list [...], expected an object {...} with"
                + " images and annotations (a list is usually a file of results)",
            results);
    Path other = Files.writeString(folder.resolve("other.json"), "{\"source\": \"shop\"}");
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> GroundTruthReader.read(other, GroundTruthOptions.boxes()))
        .withMessageContaining("other.json is no COCO ground truth: found no \"images\" in it");
  }

  @Test
  void packed_files_are_read_whatever_their_name() throws IOException {
    GroundTruth truth = truth();
    byte[] text = RESULTS.getBytes(UTF_8);
    for (byte[] content : List.of(text, gzip(text), zip(text, "x/y.json"))) {
      Path file = Files.write(folder.resolve("results.bin"), content);
      assertThat(
              DetectionReader.read(Task.DETECTION, truth, file, DetectionOptions.defaults())
                  .detections()
                  .overlap(0, 0))
          .isEqualTo(1);
    }
  }

  @Test
  void bytes_outside_utf8_in_texts_that_nobody_needs_do_no_harm() throws IOException {
    GroundTruth truth = truth();
    byte[] text = RESULTS.replace("\"score\"", "\"note\": \"?\", \"score\"").getBytes(UTF_8);
    for (int i = 0; i < text.length; i++) {
      text[i] = text[i] == '?' ? (byte) 0xE9 : text[i];
    }
    Path file = Files.write(folder.resolve("latin1.json"), text);
    assertThat(
            DetectionReader.read(Task.DETECTION, truth, file, DetectionOptions.defaults())
                .records())
        .isEqualTo(1);
  }
}
