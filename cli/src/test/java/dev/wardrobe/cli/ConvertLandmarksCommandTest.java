package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertLandmarksCommandTest {
  private static final String COMPACT =
      "{\"image_id\":1,\"category_id\":9,\"landmarks\":[%s],\"extent\":[1,2,300,400],\"score\":0.5}"
          .formatted(points(8, "30.5,40,2").replace(" ", ""));

  @TempDir private Path folder;
  private Path official;
  private Path compact;

  @BeforeEach
  void files() {
    official = folder.resolve("results.json");
    compact = SampleData.write(folder.resolve("compact.json"), "[" + COMPACT + "]");
    CommandRun.of("convert", "landmarks", compact, "-o", official).assertFine();
  }

  private static String points(int count, String point) {
    return String.join(", ", Collections.nCopies(count, point));
  }

  @Test
  void goes_to_the_other_form_and_says_how_large_it_is() throws IOException {
    assertThat(Files.readString(official))
        .startsWith("[{\"image_id\": 1, \"category_id\": 9, \"keypoints\": [1, 2, 1, 30.5, 40, 2, ")
        .endsWith(", 30.5, 40, 2, 300, 400, 1], \"score\": 0.5}]");
    Path back = folder.resolve("new/back.json");
    CommandRun run = CommandRun.of("convert", "landmarks", official, "-o", back).assertFine();
    assertThat(back).hasSameBinaryContentAs(compact);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith(
            "Wrote %s: 1 result in the compact form, %,d bytes of %,d bytes, in "
                .formatted(back, Files.size(compact), Files.size(official)));
  }

  @Test
  void writes_gzip_where_the_name_says_so() throws IOException {
    Path packed = folder.resolve("compact.json.gz");
    CommandRun.of("convert", "landmarks", official, "-o", packed, "--to", "compact", "--threads", 1)
        .assertFine();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      assertThat(in).hasBinaryContent(Files.readAllBytes(compact));
    }
  }

  @Test
  void keeps_all_landmarks_where_the_ground_truth_has_an_item_without_any() throws IOException {
    String item =
        """
        {"images": [{"id": 1}], "annotations": [{"id": 1, "image_id": 1, "category_id": 9,\
         "area": 4, "bbox": [1, 2, 3, 4], "keypoints": [%s]}]}\
        """
            .formatted(points(294, "5, 6, VISIBILITY"));
    Path target = folder.resolve("target.json");
    Path groundTruth = folder.resolve("gt.json");
    SampleData.write(groundTruth, item.replace("VISIBILITY", "2"));
    CommandRun.of("convert", "landmarks", official, "-o", target, "--gt", groundTruth).assertFine();
    assertThat(target).hasSameBinaryContentAs(compact);
    SampleData.write(groundTruth, item.replace("VISIBILITY", "1"));
    CommandRun.of("convert", "landmarks", official, "-o", target, "--gt", groundTruth).assertFine();
    assertThat(Files.readString(target)).contains("\"others\":[1,2,1,").doesNotContain("extent");
    Path back = folder.resolve("back.json");
    CommandRun.of("convert", "landmarks", target, "-o", back).assertFine();
    assertThat(back).hasSameBinaryContentAs(official);
    CommandRun.of("convert", "landmarks", official, "-o", target, "--gt", folder.resolve("no"))
        .assertMistake("Cannot read %s: ".formatted(folder.resolve("no")));
  }

  @Test
  void bad_records_are_listed_and_nothing_is_written() {
    String bad = COMPACT.replace("\"category_id\":9", "\"category_id\":14");
    Path mixed = SampleData.write(folder.resolve("mixed.json"), "[" + COMPACT + "," + bad + "]");
    Path target = folder.resolve("target.json");
    CommandRun run = CommandRun.of("convert", "landmarks", mixed, "-o", target);
    assertThat(run.code()).isEqualTo(Main.USAGE);
    assertThat(run.err().lines())
        .containsExactly(
            "mixed.json, record 2, category_id: found 14, expected the number of a category, 1 to 13",
            "wardrobe: Refused the results %s: 1 bad record among 2; mend the file, or leave such"
                    .formatted(mixed)
                + " records out with --lenient");
    assertThat(target).doesNotExist();
    run = CommandRun.of("convert", "landmarks", mixed, "-o", target, "--lenient").assertFindings();
    assertThat(run.err())
        .contains("left out: mixed.json, record 2, category_id: found 14")
        .endsWith(
            "wardrobe: left out 1 bad record of %s%s".formatted(mixed, System.lineSeparator()));
    assertThat(target).hasSameBinaryContentAs(official);
  }

  @Test
  void mistakes_are_said_in_one_line() {
    Path target = folder.resolve("target.json");
    CommandRun.of("convert", "landmarks", compact, "-o", target, "--to", "compact")
        .assertMistake(
            "There is nothing to convert in %s: it is in the compact form already"
                .formatted(compact));
    CommandRun.of("convert", "landmarks", compact, "-o", target, "--to", "coco")
        .assertMistake("Invalid value for option '--to': 'coco' is none of compact, official");
    CommandRun.of("convert", "landmarks", compact, "-o", target, "--threads", "0")
        .assertMistake("Expected --threads 1 to 256, but got 0");
    CommandRun.of("convert", "landmarks", folder.resolve("no.json"), "-o", target)
        .assertMistake("Cannot read %s: ".formatted(folder.resolve("no.json")));
    CommandRun.of("convert", "landmarks", compact, "-o", folder)
        .assertMistake("Cannot write %s: it is a folder".formatted(folder));
    CommandRun.of("convert", "landmarks", compact)
        .assertMistake("Missing required option: '--output=FILE'");
    assertThat(target).doesNotExist();
  }
}
