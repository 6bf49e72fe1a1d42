package dev.wardrobe.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.SharedData;
import dev.wardrobe.SplitFolder;
import dev.wardrobe.TarFiles;
import dev.wardrobe.coco.CocoOptions.LandmarkChoice;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.DatasetOptions;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.ImageSizes;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.files.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CocoWriterTest {
  private static final CocoOptions VISIBLE = new CocoOptions(false, LandmarkChoice.VISIBLE, true);
  private static final CocoOptions VISIBLE_KEEPING_COUNTS =
      new CocoOptions(false, LandmarkChoice.VISIBLE, false);

  @TempDir private Path folder;

  private final List<Finding> findings = new ArrayList<>();

  /**
   * What was written and what was said about it.
   *
   * @param text a character a byte
   */
  private record Written(String text, CocoWriter.Summary summary) {}

  private Written write(Dataset dataset, CocoOptions options, int threads) throws IOException {
    Path target = folder.resolve("out/written.json");
    CocoWriter.Summary summary =
        CocoWriter.write(
            dataset.onlyAnnotatedSplit("a test"),
            ReadOptions.defaults().withThreads(threads),
            options,
            findings::add,
            target);
    return new Written(Files.readString(target, StandardCharsets.ISO_8859_1), summary);
  }

  private List<PlainPhoto> photos(SplitFolder split, long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<PlainPhoto> photos = new ArrayList<>();
    for (int id = 1; id <= count; id++) {
      PlainPhoto photo = PlainPhoto.random(id, random);
      photos.add(photo);
      split.annotation(id, photo.annotation(random)).size(id, photo.width(), photo.height());
    }
    return photos;
  }

  @Test
  void real_photo_is_converted_byte_for_byte() throws IOException {
    Path golden = SharedData.require("golden/coco_train_000001.json");
    try (Dataset dataset =
        Dataset.open(SharedData.require("samples/train"), DatasetOptions.DEFAULTS)) {
      Written written = write(dataset, CocoOptions.OFFICIAL, 1);
      assertThat(written.text()).isEqualTo(Files.readString(golden, StandardCharsets.ISO_8859_1));
      assertThat(written.summary()).isEqualTo(new CocoWriter.Summary(1, 2, 0, 0));
    }
  }

  @ParameterizedTest
  @CsvSource({"gt_coco", "keypoints_val_vis", "keypoints_val_vis_keepnum"})
  void two_hundred_photos_have_the_digest_of_the_official_conversion(String name)
      throws IOException, NoSuchAlgorithmException {
    TarFiles.unpack(
        SharedData.require("golden/val200.tgz"),
        folder,
        file -> file.startsWith("val200/annos/") || file.equals("val200/sizes.json"));
    ImageSizes sizes = ImageSizes.read(folder.resolve("val200/sizes.json"));
    CocoOptions options =
        switch (name) {
          case "keypoints_val_vis" -> VISIBLE;
          case "keypoints_val_vis_keepnum" -> VISIBLE_KEEPING_COUNTS;
          default -> CocoOptions.OFFICIAL;
        };
    try (Dataset dataset =
        Dataset.open(folder.resolve("val200"), new DatasetOptions(() -> new char[0], sizes))) {
      byte[] written = write(dataset, options, 2).text().getBytes(StandardCharsets.ISO_8859_1);
      String digest =
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(written));
      assertThat(digests()).contains("%d %s %s".formatted(written.length, digest, name));
    }
  }

  private static List<String> digests() throws IOException {
    try (var in = CocoWriterTest.class.getResourceAsStream("digests.txt")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void random_photos_are_converted_as_the_plain_converter_does(long seed) throws IOException {
    SplitFolder split = new SplitFolder(folder.resolve("train"));
    String expected = new PlainConverter(false, false, true).convert(photos(split, seed, 90));
    try (Dataset dataset = split.open()) {
      assertThat(write(dataset, CocoOptions.OFFICIAL, 1).text()).isEqualTo(expected);
    }
    assertThat(findings.stream().filter(f -> f.rule() != Rule.ITEM_NONE)).isEmpty();
  }

  @Test
  void every_category_is_among_the_random_photos() {
    List<PlainPhoto> photos = photos(new SplitFolder(folder.resolve("train")), 1, 90);
    assertThat(
            photos.stream().flatMap(photo -> photo.items().stream()).map(item -> item.category()))
        .contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
  }

  @Test
  void threads_do_not_change_a_byte_and_ids_run_across_chunks() throws IOException {
    SplitFolder split = new SplitFolder(folder.resolve("train"));
    List<PlainPhoto> photos = photos(split, 5, 200);
    String expected = new PlainConverter(false, false, true).convert(photos);
    try (Dataset dataset = split.open()) {
      for (int threads : new int[] {1, 2, 8}) {
        assertThat(write(dataset, CocoOptions.OFFICIAL, threads).text())
            .as("threads: %d", threads)
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "true, VISIBLE_AND_OCCLUDED, true",
    "true, VISIBLE, true",
    "false, VISIBLE, true",
    "false, VISIBLE, false",
    "false, VISIBLE_AND_OCCLUDED, false"
  })
  void options_are_kept_to(boolean attributes, LandmarkChoice landmarks, boolean recount)
      throws IOException {
    SplitFolder split = new SplitFolder(folder.resolve("train"));
    List<PlainPhoto> photos = photos(split, 6, 30);
    boolean visibleOnly = landmarks == LandmarkChoice.VISIBLE;
    String expected = new PlainConverter(attributes, visibleOnly, recount).convert(photos);
    try (Dataset dataset = split.open()) {
      CocoOptions options = new CocoOptions(attributes, landmarks, recount);
      assertThat(write(dataset, options, 2).text()).isEqualTo(expected);
    }
  }

  @Test
  void bad_annotations_are_left_out_and_ids_stay_contiguous() throws IOException {
    SplitFolder split = new SplitFolder(folder.resolve("train"));
    List<PlainPhoto> photos = photos(split, 7, 100);
    List<PlainPhoto> good = new ArrayList<>(photos);
    split.annotation(10, "{\"source\": \"shop\"").annotation(70, "[]").annotation(100, "");
    good.removeIf(photo -> List.of(10, 70, 100).contains(photo.id()));
    String expected = new PlainConverter(false, false, true).convert(good);
    try (Dataset dataset = split.open()) {
      Written written = write(dataset, CocoOptions.OFFICIAL, 2);
      assertThat(written.text()).isEqualTo(expected);
      assertThat(written.summary().photosLeftOut()).isEqualTo(3);
      assertThat(written.summary().images()).isEqualTo(97);
    }
    assertThat(findings)
        .filteredOn(finding -> finding.rule() == Rule.JSON_SYNTAX)
        .extracting(Finding::file)
        .containsExactly(
            "train/annos/000010.json", "train/annos/000070.json", "train/annos/000100.json");
  }

  @Test
  void item_that_cannot_be_converted_leaves_its_neighbours() throws IOException {
    SplitFolder split = new SplitFolder(folder.resolve("train")).size(1, 300, 200);
    String good =
        "\"bounding_box\": [1, 2, 30, 40], \"style\": 0, \"category_id\": 9,"
            + " \"segmentation\": [[1, 2, 3, 4, 5, 7]], \"landmarks\": ["
            + "0, ".repeat(23)
            + "0]";
    split.annotation(
        1,
        "{\"item1\": {%s}, \"item2\": {%s}, \"item3\": {%s}, \"source\": \"shop\", \"pair_id\": 1}"
            .formatted(good, good.replace("30, 40", "NaN, 40"), good));
    try (Dataset dataset = split.open()) {
      Written written = write(dataset, CocoOptions.OFFICIAL, 1);
      assertThat(written.summary()).isEqualTo(new CocoWriter.Summary(1, 2, 0, 0));
      assertThat(written.text()).contains("\"id\": 1, \"pair_id\"", "\"id\": 2, \"pair_id\"");
      assertThat(written.text()).doesNotContain("NaN", "\"id\": 3, \"pair_id\"");
    }
    assertThat(findings)
        .filteredOn(finding -> finding.rule() == Rule.ITEM_VALUE)
        .singleElement()
        .satisfies(finding ->
            assertThat(finding.place()).isEqualTo("train/annos/000001.json item2.bounding_box[2]"));
  }

  @Test
  void photos_without_size_are_left_out_and_counted() throws IOException {
    SplitFolder split = new SplitFolder(folder.resolve("train"));
    List<PlainPhoto> photos = photos(split, 8, 70);
    SplitFolder partly = new SplitFolder(folder.resolve("train"));
    photos.stream()
        .filter(photo -> photo.id() % 10 != 0)
        .forEach(photo -> partly.size(photo.id(), photo.width(), photo.height()));
    String expected =
        new PlainConverter(false, false, true)
            .convert(photos.stream().filter(photo -> photo.id() % 10 != 0).toList());
    try (Dataset dataset = partly.open()) {
      Written written = write(dataset, CocoOptions.OFFICIAL, 2);
      assertThat(written.text()).isEqualTo(expected);
      assertThat(written.summary().photosWithoutSize()).isEqualTo(7);
      assertThat(written.summary().images()).isEqualTo(63);
    }
  }

  @Test
  void split_without_sizes_or_annotations_is_refused_in_words() {
    SplitFolder split = new SplitFolder(folder.resolve("train")).annotation(1, "{}");
    try (Dataset dataset = split.open()) {
      assertThatThrownBy(() -> write(dataset, CocoOptions.OFFICIAL, 1))
          .isInstanceOf(DatasetException.class)
          .hasMessage(
              "The split train has no photos: COCO files need their sizes, so give them with"
                  + " --sizes");
    }
    SplitFolder test = new SplitFolder(folder.resolve("test")).image(1, new byte[] {1});
    try (Dataset dataset = test.open()) {
      assertThatThrownBy(() ->
              CocoWriter.write(
                  dataset.splits().getFirst(),
                  ReadOptions.defaults(),
                  CocoOptions.OFFICIAL,
                  findings::add,
                  folder.resolve("x.json")))
          .isInstanceOf(DatasetException.class)
          .hasMessage("The split test has no annotations: expected annos/NNNNNN.json");
    }
  }

  @Test
  void failing_target_ends_with_its_reason_and_leaves_no_temporary_file() throws IOException {
    SplitFolder split = new SplitFolder(folder.resolve("train"));
    photos(split, 9, 3);
    try (Dataset dataset = split.open()) {
      assertThatThrownBy(() ->
              CocoWriter.write(
                  dataset.splits().getFirst(),
                  ReadOptions.defaults(),
                  CocoOptions.OFFICIAL,
                  findings::add,
                  folder))
          .isInstanceOf(DatasetException.class)
          .hasMessage("Cannot write %s: it is a folder; name a file in it".formatted(folder));
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve("train"));
    }
  }
}
