package dev.wardrobe.coco;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Photo;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files give photos, findings or a message, and nothing is lost in silence. */
class CocoReaderFuzzTest {
  private static final int MUTATIONS = 2_000;
  private static final int ANNOTATIONS = 3;
  private static final String SMALL =
      """
      {"info": {}, "images": [{"id": 1, "file_name": "000001.jpg", "width": 40, "height": 30},
      {"id": 2, "file_name": "000002.jpg", "width": 40, "height": 30}], "annotations": [
      {"id": 1, "image_id": 1, "category_id": 9, "bbox": [1, 2, 30.5, 20], "iscrowd": 0, "style": 2,
      "pair_id": 5, "keypoints": [1, 2, 2, 9, 9, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      0, 0], "segmentation": [[1, 2, 30, 2, 30, 20.25]], "source": "shop", "scale": 1},
      {"id": 2, "image_id": 2, "category_id": 8, "bbox": [1, 2, 30, 20],
      "segmentation": {"size": [30, 40], "counts": [100, 50, 1050]}, "viewpoint": 3, "zoom_in": 1},
      {"id": 3, "image_id": 2, "category_id": 7, "bbox": [1, 2, 30, 20], "keypoints": [],
      "segmentation": {"size": [30, 40], "counts": "T3b1jP1"}, "occlusion": 2}],
      "categories": [{"id": 7, "name": "shorts"}, {"id": 8, "name": "trousers"},
      {"id": 9, "name": "skirt"}]}
      """;
  private static final Pattern VALUE = Pattern.compile("(?<=[:\\[,] ?)(-?[0-9.]+|\"[^\"]*\")(?!:)");
  private static final String[] STRANGE = {
    "null", "true", "[]", "{}", "[1, 2]", "[[3], {\"a\": [4]}]", "{\"b\": {\"c\": []}}", "\"\"",
    "-1", "1e400", "NaN", "-Infinity", "2147483648", "99999999999999999999", "0.5", "\"\\u0000\""
  };

  @TempDir private Path folder;

  @Test
  void undamaged_file_is_read_without_a_finding() throws IOException {
    List<Finding> findings = new ArrayList<>();
    assertThat(read(SMALL.getBytes(StandardCharsets.UTF_8), findings))
        .extracting(photo -> photo.items().size())
        .containsExactly(1, 2);
    assertThat(findings).isEmpty();
  }

  @Test
  @Timeout(300)
  void strange_values_leave_out_what_they_are_in_and_say_so() throws IOException {
    SplittableRandom random = new SplittableRandom(51);
    List<MatchResult> values = VALUE.matcher(SMALL).results().toList();
    for (int i = 0; i < MUTATIONS; i++) {
      MatchResult value = values.get(i % values.size());
      String mutant =
          SMALL.substring(0, value.start())
              + STRANGE[random.nextInt(STRANGE.length)]
              + SMALL.substring(value.end());
      List<Finding> findings = new ArrayList<>();
      try {
        List<Photo> photos = read(mutant.getBytes(StandardCharsets.UTF_8), findings);
        int items = photos.stream().mapToInt(photo -> photo.items().size()).sum();
        assertThat(items + findings.size()).as(mutant).isGreaterThanOrEqualTo(ANNOTATIONS);
      } catch (DatasetException e) {
        assertThat(e.getMessage()).as(mutant).contains("fuzz.json").doesNotContain("\n");
      }
    }
  }

  @Test
  @Timeout(300)
  void damaged_bytes_give_photos_findings_or_a_message() throws IOException {
    SplittableRandom random = new SplittableRandom(52);
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] mutant = damaged(random);
      try {
        assertThat(read(mutant, new ArrayList<>())).isNotNull();
      } catch (DatasetException e) {
        assertThat(e.getMessage()).contains("fuzz.json").doesNotContain("\n");
        refused++;
      }
    }
    assertThat(refused).isBetween(1, MUTATIONS - 1);
  }

  private static byte[] damaged(SplittableRandom random) {
    byte[] bytes = SMALL.getBytes(StandardCharsets.UTF_8);
    int at = random.nextInt(bytes.length);
    int length = Math.min(bytes.length - at, random.nextInt(1, 30));
    return switch (random.nextInt(4)) {
      case 0 -> {
        bytes[at] = (byte) random.nextInt(256);
        yield bytes;
      }
      case 1 -> joined(bytes, at, at + length);
      case 2 -> joined(bytes, at + length, at);
      default -> joined(bytes, at, bytes.length);
    };
  }

  /** Everything before one place and everything from another place on. */
  private static byte[] joined(byte[] bytes, int end, int from) {
    byte[] all = new byte[end + bytes.length - from];
    System.arraycopy(bytes, 0, all, 0, end);
    System.arraycopy(bytes, from, all, end, bytes.length - from);
    return all;
  }

  private List<Photo> read(byte[] json, List<Finding> findings) throws IOException {
    Path file = Files.write(folder.resolve("fuzz.json"), json);
    return CocoReader.read(file, findings::add).photos();
  }
}
