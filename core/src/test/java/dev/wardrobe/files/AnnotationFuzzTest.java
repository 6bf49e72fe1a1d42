package dev.wardrobe.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;

import dev.wardrobe.SharedData;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.json.JsonNumbers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Broken annotation files: each gives a photo or a finding that says why not, never an exception.
 */
class AnnotationFuzzTest {
  private static final long SEED = 20_240_611;
  private static final int MUTATIONS = 16_000;
  private static final int MOST_FINDINGS = 200;

  /** So long only a hang takes, on any machine. */
  private static final Duration HANG = Duration.ofMinutes(5);

  @Test
  void mutated_files_give_a_photo_or_a_finding() throws IOException {
    List<byte[]> files = originals();
    assertTimeoutPreemptively(
        HANG,
        () -> {
          int lost = 0;
          int itemFindings = 0;
          for (int round = 0; round < MUTATIONS; round++) {
            SplittableRandom random = new SplittableRandom(SEED + round);
            byte[] json = files.get(round % files.size());
            for (int i = random.nextInt(3); i >= 0; i--) {
              json = JsonMutations.mutate(json, random);
            }
            Parsed parsed = check(json, "seed " + (SEED + round));
            lost += parsed.annotation().isEmpty() ? 1 : 0;
            itemFindings += parsed.findings().stream().anyMatch(f -> !f.item().isEmpty()) ? 1 : 0;
          }
          assertThat(lost).as("photos lost").isBetween(MUTATIONS / 10, MUTATIONS * 9 / 10);
          assertThat(itemFindings).as("files with findings in items").isGreaterThan(MUTATIONS / 20);
        });
  }

  @Test
  void random_bytes_give_a_finding() {
    assertTimeoutPreemptively(
        HANG,
        () -> {
          for (int round = 0; round < 3_000; round++) {
            SplittableRandom random = new SplittableRandom(SEED - round);
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            String seed = "seed " + (SEED - round);
            assertThat(check(bytes, seed).annotation()).as(seed).isEmpty();
          }
        });
  }

  @Test
  void hostile_sizes_give_a_finding() {
    String head = "{\"source\": \"shop\", \"pair_id\": 1, ";
    assertTimeoutPreemptively(
        HANG,
        () -> {
          byte[] spaces = new byte[20 << 20];
          Arrays.fill(spaces, (byte) ' ');
          assertThat(check(spaces, "20 MB of blanks").annotation()).isEmpty();
          byte[] digits = new byte[20 << 20];
          Arrays.fill(digits, (byte) '1');
          assertThat(check(digits, "20 MB of digits").annotation()).isEmpty();
          assertThat(check("[".repeat(100_000), "brackets").annotation()).isEmpty();
          assertThat(check("{\"a\":".repeat(100_000), "braces").annotation()).isEmpty();
          String deep = head + "\"item1\": {\"segmentation\": " + "[".repeat(100_000);
          assertThat(check(deep, "deep polygon").annotation()).isEmpty();
          assertThat(check(head + "\"" + "k".repeat(5_000_000) + "\": 1}", "name").annotation())
              .isEmpty();
        });
  }

  @Test
  void millions_of_small_parts_stay_bounded() {
    String head = "{\"source\": \"shop\", \"pair_id\": 1";
    assertTimeoutPreemptively(
        HANG,
        () -> {
          StringBuilder keys = new StringBuilder(head);
          for (int i = 0; i < 2_000_000; i++) {
            keys.append(",\"").append(Integer.toString(i, 36)).append("\":0");
          }
          Parsed unknown = check(keys.append('}').toString(), "unknown keys");
          assertThat(unknown.findings()).hasSize(MOST_FINDINGS);
          assertThat(unknown.items()).isEmpty();
          StringBuilder items = new StringBuilder(head);
          for (int i = 1; i <= 500_000; i++) {
            items.append(",\"item").append(i).append("\":0");
          }
          assertThat(check(items.append('}').toString(), "items").items()).isEmpty();
          String again = head + ",\"item1\":0".repeat(500_000) + "}";
          assertThat(check(again, "one item again and again").items()).isEmpty();
          String parts = "[" + "[],".repeat(1_000_000) + "[]]";
          String polygons = "[[10, 20, 90.5, 20, 90, 80, 10, 80.0]]";
          assertThat(check(SampleText.skirtWith(polygons, parts), "polygons").findings())
              .hasSize(MOST_FINDINGS);
          String numbers = "[[" + "1,".repeat(2_000_000) + "1]]";
          assertThat(check(SampleText.skirtWith(polygons, numbers), "points").items()).hasSize(1);
        });
  }

  private static Parsed check(String json, String seed) {
    return check(json.getBytes(StandardCharsets.UTF_8), seed);
  }

  private static Parsed check(byte[] json, String seed) {
    try {
      Parsed parsed = Parsed.of(json);
      requireSound(parsed, seed);
      return parsed;
    } catch (RuntimeException | StackOverflowError e) {
      return fail(seed, e);
    }
  }

  private static void requireSound(Parsed parsed, String seed) {
    List<Finding> findings = parsed.findings();
    require(findings.size() <= MOST_FINDINGS, seed, "too many findings");
    for (Finding finding : findings) {
      require(finding.file().equals(Parsed.FILE), seed, "no file: " + finding);
      require(!finding.found().isEmpty(), seed, "nothing found: " + finding);
      require(finding.toString().length() < 1_000, seed, "too long: " + finding);
      require(finding.toString().indexOf('\n') < 0, seed, "two lines: " + finding);
      boolean ofItem = finding.rule().consequence() == Consequence.ITEM_SKIPPED;
      boolean itemSaid = finding.item().matches("item[1-9]\\d*") || finding.rule() == Rule.ITEM_KEY;
      require(!ofItem || itemSaid, seed, "no item: " + finding);
      // An item that is no object has no field to name.
      boolean noObject = finding.expected().equals("an object {...}");
      require(!ofItem || noObject || !finding.field().isEmpty(), seed, "no field: " + finding);
    }
    if (parsed.annotation().isEmpty()) {
      boolean explained =
          findings.stream().anyMatch(f -> f.rule().consequence() == Consequence.PHOTO_SKIPPED);
      require(explained, seed, "a photo is lost without a reason: " + findings);
      return;
    }
    for (Item item : parsed.items()) {
      require(item.box().area() > 0, seed, "an empty box");
      require(item.box().x2() <= JsonNumbers.FARTHEST, seed, "a box too far away");
    }
  }

  private static void require(boolean condition, String seed, String problem) {
    if (!condition) {
      fail(seed + ": " + problem);
    }
  }

  /** Real files where they are there, and always some made up. */
  private static List<byte[]> originals() throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (String name :
        List.of("samples/train/annos/000001.json", "samples/annotation_pair1811.json")) {
      Optional<Path> file = SharedData.find(name);
      if (file.isPresent()) {
        files.add(Files.readAllBytes(file.get()));
      }
    }
    files.add(SampleText.bytes(SampleText.SKIRT));
    SplittableRandom random = new SplittableRandom(SEED);
    for (int items = 1; items <= 4; items++) {
      files.add(SampleText.bytes(SampleText.photo(random, items)));
    }
    return files;
  }
}
