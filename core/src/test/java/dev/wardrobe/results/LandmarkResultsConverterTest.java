package dev.wardrobe.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.JsonTree;
import dev.wardrobe.RandomLandmarkFiles;
import dev.wardrobe.RandomLandmarkFiles.Others;
import dev.wardrobe.SharedData;
import dev.wardrobe.TarFiles;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.LandmarkSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** There and back again, on random results and on those of 200 photos. */
class LandmarkResultsConverterTest {
  @TempDir private Path folder;

  private Path convert(Path source, String target) {
    Path written = folder.resolve(target);
    LandmarkResultsConverter.convert(source, written, LandmarkConversionOptions.defaults());
    return written;
  }

  private Path official(long seed, Others others, boolean oddlyWritten) throws IOException {
    String text = RandomLandmarkFiles.of(seed, others, true, oddlyWritten).results();
    return Files.writeString(folder.resolve("results.json"), text);
  }

  private static String unspaced(Path file) throws IOException {
    return Files.readString(file).replaceAll("\\s+", "");
  }

  @ParameterizedTest
  @CsvSource({
    "1, ZEROS, true", "2, TOGETHER, true", "3, ANYWHERE, true",
    "4, ZEROS, false", "5, TOGETHER, false", "6, ANYWHERE, false"
  })
  void compact_to_official_and_back_is_the_same_to_the_byte(
      long seed, Others others, boolean oddlyWritten) throws IOException {
    Path compact = convert(official(seed, others, oddlyWritten), "compact.json");
    Path back = convert(compact, "back.json");
    assertThat(convert(back, "again.json")).hasSameBinaryContentAs(compact);
  }

  @ParameterizedTest
  @CsvSource({"1, ZEROS", "2, TOGETHER", "3, ZEROS", "4, TOGETHER"})
  void all_texts_come_back_where_the_others_are_at_one_point(long seed, Others others)
      throws IOException {
    Path official = official(seed, others, true);
    Path back = convert(convert(official, "compact.json"), "back.json");
    assertThat(unspaced(back)).isEqualTo(unspaced(official));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void all_texts_come_back_of_records_that_keep_all_landmarks(boolean oddlyWritten)
      throws IOException {
    Path official = official(8, Others.ANYWHERE, oddlyWritten);
    Path compact = folder.resolve("compact.json");
    LandmarkResultsConverter.convert(
        official,
        compact,
        LandmarkConversionOptions.defaults().withWhole((image, category) -> image % 2 == 1));
    JsonTree before = JsonTree.read(official);
    JsonTree kept = JsonTree.read(compact);
    JsonTree after = JsonTree.read(convert(compact, "back.json"));
    assertThat(before.size()).isGreaterThan(30);
    for (int i = 0; i < before.size(); i++) {
      boolean whole = before.get(i).get("image_id").integer() % 2 == 1;
      assertThat(kept.get(i).has("others")).isEqualTo(whole);
      assertThat(kept.get(i).has("extent")).isEqualTo(!whole);
      assertThat(after.get(i).equals(before.get(i))).isEqualTo(whole);
    }
    LandmarkConversionOptions all =
        LandmarkConversionOptions.defaults().withWhole((image, category) -> true);
    LandmarkResultsConverter.convert(official, compact, all);
    assertThat(unspaced(convert(compact, "back.json"))).isEqualTo(unspaced(official));
  }

  @ParameterizedTest
  @EnumSource(names = {"ZEROS", "TOGETHER"})
  void a_file_as_python_writes_it_comes_back_to_the_byte(Others others) throws IOException {
    Path official = official(7, others, false);
    Path back = convert(convert(official, "compact.json"), "back.json");
    assertThat(back).hasSameBinaryContentAs(official);
  }

  @ParameterizedTest
  @CsvSource({"1, true", "2, false", "3, true"})
  void compact_has_the_own_landmarks_and_the_extent_of_all(long seed, boolean oddlyWritten)
      throws IOException {
    Path official = official(seed, Others.ANYWHERE, oddlyWritten);
    JsonTree all = JsonTree.read(official);
    JsonTree compact = JsonTree.read(convert(official, "compact.json"));
    assertThat(compact.size()).isEqualTo(all.size()).isGreaterThan(30);
    for (int i = 0; i < all.size(); i++) {
      JsonTree record = compact.get(i);
      double[] numbers = all.get(i).get("keypoints").numbers();
      LandmarkSchema schema =
          LandmarkSchema.of(Category.ofId(record.get("category_id").integer()).orElseThrow());
      int from = 3 * schema.offset();
      assertThat(record.get("landmarks").numbers())
          .isEqualTo(Arrays.copyOfRange(numbers, from, from + 3 * schema.count()));
      double[] extent = record.get("extent").numbers();
      for (int axis = 0; axis < 2; axis++) {
        double[] sorted = every(numbers, axis);
        assertThat(extent[axis]).isEqualTo(sorted[0]);
        assertThat(extent[axis + 2]).isEqualTo(sorted[sorted.length - 1]);
      }
      assertThat(record.has("others")).isFalse();
    }
  }

  private static double[] every(double[] numbers, int axis) {
    double[] values = new double[LandmarkSchema.TOTAL];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers[3 * i + axis] + 0.0; // -0 and 0 are equal, and sorted apart
    }
    Arrays.sort(values);
    return values;
  }

  @ParameterizedTest
  @EnumSource
  void compact_is_under_a_fifth_of_the_bytes(Others others) throws IOException {
    Path official = official(11, others, false);
    assertThat(5 * Files.size(convert(official, "compact.json"))).isLessThan(Files.size(official));
  }

  @ParameterizedTest
  @EnumSource
  void number_of_threads_changes_nothing(Others others) throws IOException {
    Path official = official(12, others, true);
    assertThat(Files.size(official)).isGreaterThan(1 << 18); // several blocks
    LandmarkConversionOptions options = LandmarkConversionOptions.defaults();
    for (LandmarkForm form : new LandmarkForm[] {LandmarkForm.COMPACT, LandmarkForm.OFFICIAL}) {
      Path source = form == LandmarkForm.COMPACT ? official : folder.resolve("1COMPACT");
      for (int threads : new int[] {1, 2, 5}) {
        Path target = folder.resolve(threads + form.name());
        LandmarkResultsConverter.convert(source, target, options.withThreads(threads));
        assertThat(target).hasSameBinaryContentAs(folder.resolve("1" + form.name()));
      }
    }
  }

  @Test
  void summary_says_what_was_written_and_progress_how_far_it_is() throws IOException {
    Path official = official(13, Others.ZEROS, false);
    long[] done = new long[1];
    ConvertedLandmarks summary =
        LandmarkResultsConverter.convert(
            official,
            folder.resolve("compact.json"),
            LandmarkConversionOptions.defaults()
                .withTarget(LandmarkForm.COMPACT)
                .withProgress(bytes -> done[0] = bytes));
    assertThat(summary.form()).isEqualTo(LandmarkForm.COMPACT);
    assertThat(summary.written()).isEqualTo(JsonTree.read(official).size());
    assertThat(summary.leftOut()).isZero();
    assertThat(done[0]).isEqualTo(Files.size(official));
  }

  @Test
  void gzip_and_zip_are_read_and_gzip_is_written() throws IOException {
    Path official = official(14, Others.ANYWHERE, false);
    byte[] text = Files.readAllBytes(official);
    Path compact = convert(official, "compact.json");
    Path gz = folder.resolve("results.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
      out.write(text);
    }
    Path zip = folder.resolve("results.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("results.json"));
      out.write(text);
    }
    assertThat(convert(zip, "ofZip.json")).hasSameBinaryContentAs(compact);
    Path packed = convert(gz, "ofGzip.json.GZ");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      assertThat(in).hasBinaryContent(Files.readAllBytes(compact));
    }
    assertThat(convert(convert(packed, "back.json.gz"), "again.json"))
        .hasSameBinaryContentAs(compact);
  }

  @Test
  void a_file_may_take_its_own_place() throws IOException {
    Path file = official(15, Others.ZEROS, false);
    byte[] before = Files.readAllBytes(file);
    convert(convert(file, "results.json"), "results.json");
    assertThat(file).hasBinaryContent(before);
  }

  @ParameterizedTest
  @CsvSource({"results_keypoints_zeros, true", "results_keypoints, false"})
  void results_of_200_photos_go_there_and_back(String name, boolean same) throws IOException {
    Map<String, byte[]> files;
    try (InputStream in = Files.newInputStream(SharedData.require("golden/val200.tgz"))) {
      files = TarFiles.read(in, path -> path.equals("val200/%s.json".formatted(name)));
    }
    byte[] text = files.values().iterator().next();
    Path compact = convert(Files.write(folder.resolve("results.json"), text), "compact.json");
    assertThat(5 * Files.size(compact)).isLessThan(text.length);
    Path back = convert(compact, "back.json");
    assertThat(Arrays.equals(Files.readAllBytes(back), text)).isEqualTo(same);
    assertThat(convert(back, "again.json")).hasSameBinaryContentAs(compact);
  }
}
