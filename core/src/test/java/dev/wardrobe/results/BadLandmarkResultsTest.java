package dev.wardrobe.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wardrobe.JsonTree;
import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.files.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused or left out by {@link LandmarkResultsConverter}, and what then is written. */
class BadLandmarkResultsTest {
  private static final String ALL = "\"keypoints\": " + numbers(3 * LandmarkSchema.TOTAL);
  private static final String OFFICIAL = record("\"category_id\": 9", ALL);
  private static final String SKIRT = "\"landmarks\":" + numbers(24);
  private static final String COMPACT = record("\"category_id\": 9", SKIRT);
  private static final String BEFORE = "what was there";

  @TempDir private Path folder;
  private Path source;
  private Path target;

  @BeforeEach
  void target() throws IOException {
    source = folder.resolve("in.json");
    target = Files.writeString(folder.resolve("out.json"), BEFORE);
  }

  private static String numbers(int count) {
    return Stream.generate(() -> "0").limit(count).toList().toString();
  }

  private static String record(String... fields) {
    return "{\"image_id\": 1, \"score\": 0.5, " + String.join(", ", fields) + "}";
  }

  private ConvertedLandmarks convert(String text, LandmarkConversionOptions options)
      throws IOException {
    Files.writeString(source, text);
    return LandmarkResultsConverter.convert(source, target, options);
  }

  private void assertUntouched() throws IOException {
    assertThat(target).hasContent(BEFORE);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.toList()).containsExactlyInAnyOrder(source, target);
    }
  }

  static Stream<Arguments> bad() {
    String category = "\"category_id\": 9";
    String first = OFFICIAL;
    return Stream.of(
        Arguments.of(first, record(ALL, "\"category_id\": 14"), "category_id", "14", "1 to 13"),
        Arguments.of(first, record(ALL, "\"category_id\": 1.5"), "category_id", "1.5", "1 to 13"),
        Arguments.of(first, record(ALL, "\"category_id\": NaN"), "category_id", "NaN", "1 to 13"),
        Arguments.of(first, record(ALL, "\"category_id\": \"9\""), "category_id", "\"9\"", "13"),
        Arguments.of(first, record(ALL), "category_id", "nothing", "1 to 13"),
        Arguments.of(
            first,
            record(category, "\"keypoints\": " + numbers(881)),
            "keypoints",
            "881 numbers",
            "882 numbers"),
        Arguments.of(
            first, record(category, "\"keypoints\": [[1, 2, 1]]"), "keypoints", "more", "882"),
        Arguments.of(first, record(category, "\"keypoints\": \"x\""), "keypoints", "text", "882"),
        Arguments.of(first, record(category, ALL, ALL), "keypoints", "twice", "once"),
        Arguments.of(first, record(category), "keypoints", "nothing", "882 numbers"),
        Arguments.of(first, record(category, ALL, SKIRT), "landmarks", "official", "compact"),
        Arguments.of(
            first, record(category, ALL, "\"extent\": 1"), "extent", "official", "compact"),
        Arguments.of(first, "5", "", "5", "an object {...}"),
        Arguments.of(first, "{\"image_id\": 1", "", "]", "',' or '}'"),
        Arguments.of(COMPACT, record(category, ALL), "keypoints", "compact", "official"),
        Arguments.of(COMPACT, record("\"category_id\": 1", SKIRT), "landmarks", "24", "75 numbers"),
        Arguments.of(COMPACT, record(category), "landmarks", "nothing", "24 numbers for a skirt"),
        Arguments.of(
            COMPACT,
            record(category, SKIRT, "\"extent\": [1, 2]"),
            "extent",
            "2 numbers",
            "[x1, y1, x2, y2]"),
        Arguments.of(
            COMPACT,
            record(category, SKIRT, "\"others\": [0, 0]"),
            "others",
            "2 numbers",
            "[x, y, visibility], or all 858 numbers"),
        Arguments.of(
            COMPACT,
            record(category, SKIRT, "\"extent\": [1, 2, 3, 4]", "\"others\": [0, 0, 1]"),
            "others",
            "an extent",
            "only one"));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void bad_record_is_refused_with_its_number_and_field(
      String good, String bad, String field, String found, String expected) throws IOException {
    String text = "[" + good + ", " + good + ", " + bad + "]";
    ResultsException refusal =
        catchThrowableOfType(
            ResultsException.class, () -> convert(text, LandmarkConversionOptions.defaults()));
    assertThat(refusal)
        .hasMessageContaining("1 bad record among 3")
        .hasMessageContaining("in.json");
    assertThat(refusal.count()).isEqualTo(1);
    ResultProblem problem = refusal.problems().getFirst();
    assertThat(problem.record()).isEqualTo(3);
    assertThat(problem.field()).isEqualTo(field);
    assertThat(problem.found()).contains(found);
    assertThat(problem.expected()).contains(expected);
    assertUntouched();
  }

  @ParameterizedTest
  @MethodSource("bad")
  void bad_record_is_left_out_and_counted_if_wished(
      String good, String bad, String field, String found, String expected) throws IOException {
    LandmarkConversionOptions lenient = LandmarkConversionOptions.defaults().withLenient(true);
    convert("[" + good + ", " + good + "]", lenient);
    String wanted = Files.readString(target);
    boolean goesOn = bad.endsWith("}");
    String text = "[" + good + ", " + bad + (goesOn ? ", " + good : "") + "]";
    ConvertedLandmarks summary = convert(text, lenient);
    assertThat(summary.written()).isEqualTo(goesOn ? 2 : 1);
    assertThat(summary.leftOut()).isEqualTo(1);
    assertThat(summary.problems().getFirst())
        .satisfies(problem -> {
          assertThat(problem.record()).isEqualTo(2);
          assertThat(problem.field()).isEqualTo(field);
          assertThat(problem.found()).contains(found);
          assertThat(problem.expected()).contains(expected);
        });
    if (goesOn) {
      assertThat(target).hasContent(wanted);
    } else {
      assertThat(wanted).startsWith(Files.readString(target).replaceAll("]$", ""));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 100, 2000, 4000})
  void file_that_breaks_off_is_refused_or_converted_up_to_there(int missing) throws IOException {
    String whole = "[" + OFFICIAL + ", " + OFFICIAL + ", " + OFFICIAL + "]";
    String text = whole.substring(0, whole.length() - missing);
    LandmarkConversionOptions options = LandmarkConversionOptions.defaults();
    ResultsException refusal =
        catchThrowableOfType(ResultsException.class, () -> convert(text, options));
    long good = text.length() / (OFFICIAL.length() + 2);
    assertThat(refusal.problems())
        .containsExactly(
            new ResultProblem(
                "in.json",
                good + 1,
                "",
                "the end of the file",
                refusal.problems().getFirst().expected()));
    assertUntouched();
    ConvertedLandmarks summary = convert(text, options.withLenient(true));
    assertThat(summary.written()).isEqualTo(good);
    assertThat(summary.leftOut()).isEqualTo(1);
    assertThat(JsonTree.read(target).size()).isEqualTo((int) good);
  }

  @Test
  void records_without_landmarks_do_not_decide_the_form() throws IOException {
    LandmarkConversionOptions lenient = LandmarkConversionOptions.defaults().withLenient(true);
    String both = record("\"category_id\": 9", ALL, SKIRT);
    ConvertedLandmarks summary = convert("[{}, %s, %s]".formatted(both, COMPACT), lenient);
    assertThat(summary.form()).isEqualTo(LandmarkForm.OFFICIAL);
    assertThat(summary.written()).isEqualTo(1);
    assertThat(summary.problems().stream().map(ResultProblem::found))
        .containsExactly("no landmarks", "both forms");
  }

  @Test
  void many_bad_records_are_counted_and_the_first_listed() {
    String text = "[" + OFFICIAL + ", {}".repeat(250) + "]";
    ResultsException refusal =
        catchThrowableOfType(
            ResultsException.class, () -> convert(text, LandmarkConversionOptions.defaults()));
    assertThat(refusal.count()).isEqualTo(250);
    assertThat(refusal.problems()).hasSize(100);
    assertThat(refusal).hasMessageContaining("250 bad records among 251");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''            | found the end of the file",
        "{\"images\":1} | a list of results (an object is usually the ground truth)",
        "[             | found",
        "[]            | found no results with landmarks",
        "[] []         | expected the end of the file",
        "nothing       | expected '['"
      })
  void what_is_no_list_of_results_is_refused(String text, String message) throws IOException {
    LandmarkConversionOptions options = LandmarkConversionOptions.defaults();
    for (boolean lenient : new boolean[] {false, true}) {
      assertThatExceptionOfType(RuntimeException.class)
          .isThrownBy(() -> convert(text, options.withLenient(lenient)))
          .satisfies(problem -> assertThat(problems(problem)).anyMatch(p -> p.contains(message)));
      assertUntouched();
    }
  }

  private static List<String> problems(Throwable problem) {
    return problem instanceof ResultsException refusal
        ? refusal.problems().stream().map(ResultProblem::toString).toList()
        : List.of(String.valueOf(problem.getMessage()));
  }

  @ParameterizedTest
  @CsvSource({"COMPACT, compact", "OFFICIAL, official"})
  void file_in_the_wanted_form_is_refused(LandmarkForm form, String name) throws IOException {
    String text = "[" + (form == LandmarkForm.COMPACT ? COMPACT : OFFICIAL) + "]";
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> convert(text, LandmarkConversionOptions.defaults().withTarget(form)))
        .withMessage(
            "There is nothing to convert in %s: it is in the %s form already", source, name);
    assertUntouched();
  }

  @Test
  void unreadable_or_broken_files_are_named() throws IOException {
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() ->
            LandmarkResultsConverter.convert(
                folder.resolve("no.json"), target, LandmarkConversionOptions.defaults()))
        .withMessageStartingWith("Cannot read " + folder.resolve("no.json"));
    Files.write(source, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 5});
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() ->
            LandmarkResultsConverter.convert(source, target, LandmarkConversionOptions.defaults()))
        .withMessageStartingWith("Cannot read " + source);
    assertUntouched();
  }
}
