package dev.wardrobe.files;

import static dev.wardrobe.files.SampleFolder.findings;
import static dev.wardrobe.files.SampleFolder.open;
import static dev.wardrobe.files.SampleFolder.photos;
import static dev.wardrobe.files.SampleFolder.read;
import static dev.wardrobe.files.SampleFolder.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wardrobe.SharedData;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Split;
import dev.wardrobe.structures.ImageSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data sets in folders. */
class DatasetTest {
  @TempDir private Path root;

  @Test
  void root_with_all_splits_lists_them_in_order() throws IOException {
    SampleFolder.photo(root.resolve("test"), 1);
    split(root.resolve("validation"), 2);
    split(root.resolve("train"), 3);
    Files.writeString(root.resolve("README.txt"), "no split");
    try (Dataset dataset = open(root)) {
      assertThat(dataset.path()).isEqualTo(root);
      assertThat(dataset.splits())
          .extracting(DatasetSplit::name)
          .containsExactly("train", "validation", "test");
      assertThat(dataset.splits()).extracting(DatasetSplit::photoCount).containsExactly(3, 2, 1);
      assertThat(dataset.splits().getFirst().split()).contains(Split.TRAIN);
      DatasetSplit test = dataset.splits().get(2);
      assertThat(test.annotated()).isFalse();
      assertThat(test.illustrated()).isTrue();
      assertThat(findings(test)).isEmpty();
      assertThat(photos(test)).as("photos need an annotation").isEmpty();
    }
  }

  @Test
  void one_split_is_read_whole() throws IOException {
    split(root.resolve("train"), 5);
    try (Dataset dataset = open(root.resolve("train"))) {
      DatasetSplit train = dataset.onlyAnnotatedSplit("a test");
      assertThat(train.name()).isEqualTo("train");
      assertThat(findings(train)).isEmpty();
      List<Photo> photos = photos(train);
      assertThat(photos).extracting(Photo::imageId).containsExactly(1, 2, 3, 4, 5);
      for (Photo photo : photos) {
        int id = photo.imageId();
        assertThat(photo.fileName()).isEqualTo("00000" + id + ".jpg");
        assertThat(photo.size()).contains(new ImageSize(400 + id, 300));
        assertThat(photo.items()).hasSize(1 + id % 3);
      }
      try (InputStream in = train.openImage(3).orElseThrow()) {
        assertThat(in.readAllBytes()).isEqualTo(JpegBytes.colour(403, 300));
      }
      assertThat(train.imageName(3)).isEqualTo("train/image/000003.jpg");
    }
  }

  @Test
  void one_photo_is_read_again_as_with_all_others() throws IOException {
    split(root, 3);
    Files.writeString(root.resolve("annos/000002.json"), "no json");
    try (Dataset dataset = open(root)) {
      DatasetSplit split = dataset.splits().getFirst();
      for (PhotoReading reading : read(split)) {
        assertThat(split.read(reading.imageId(), true)).isEqualTo(reading);
      }
      assertThat(split.read(3, false).photo().orElseThrow().size()).isEmpty();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> split.read(4, true))
          .withMessageContaining("no image 4");
    }
  }

  @Test
  void real_sample_is_read_without_findings() {
    try (Dataset dataset = open(SharedData.require("samples"))) {
      DatasetSplit train = dataset.onlyAnnotatedSplit("a test");
      assertThat(findings(train)).isEmpty();
      assertThat(photos(train)).hasSize(1);
      assertThat(photos(train).getFirst().size()).contains(new ImageSize(468, 624));
      assertThat(photos(train).getFirst().items()).hasSize(2);
    }
  }

  @Test
  void folder_of_annotations_alone_is_a_split() throws IOException {
    split(root, 2);
    Path flat = root.resolve("annos");
    Files.writeString(flat.resolve("notes.txt"), "");
    try (Dataset dataset = open(flat)) {
      DatasetSplit split = dataset.onlyAnnotatedSplit("a test");
      assertThat(split.name()).isEqualTo("annos");
      assertThat(split.split()).isEmpty();
      assertThat(split.illustrated()).isFalse();
      assertThat(split.sized()).isFalse();
      assertThat(photos(split)).extracting(Photo::size).allMatch(size -> size.isEmpty());
      assertThat(findings(split)).extracting(Finding::place).containsExactly("annos/notes.txt");
    }
  }

  @Test
  void annotations_without_photos_take_their_sizes_from_a_side_file() throws IOException {
    SampleFolder.annotation(root.resolve("train"), 1);
    SampleFolder.annotation(root.resolve("train"), 2);
    Path file = root.resolve("sizes.json");
    Files.writeString(file, "{\"000001\": [640, 480], \"000009\": [640, 480]}");
    ImageSizes sizes = ImageSizes.read(file);
    assertThat(sizes.count()).isEqualTo(2);
    try (Dataset dataset = Dataset.open(root, new DatasetOptions(() -> new char[0], sizes))) {
      DatasetSplit train = dataset.onlyAnnotatedSplit("a test");
      assertThat(train.sized()).isTrue();
      assertThat(findings(train)).as("no photo is expected").isEmpty();
      assertThat(photos(train).get(0).size()).contains(new ImageSize(640, 480));
      assertThat(photos(train).get(1).size()).isEmpty();
    }
  }

  @Test
  void size_of_the_photo_wins_over_the_side_file() throws IOException {
    split(root, 2);
    Files.write(root.resolve("image/000002.jpg"), new byte[0]);
    Path file = root.resolve("sizes.json");
    Files.writeString(file, "{\"000001\": [640, 480], \"000002\": [641, 480]}");
    DatasetOptions options = new DatasetOptions(() -> new char[0], ImageSizes.read(file));
    try (Dataset dataset = Dataset.open(root, options)) {
      List<Photo> photos = photos(dataset.splits().getFirst());
      assertThat(photos.get(0).size()).contains(new ImageSize(401, 300));
      assertThat(photos.get(1).size()).as("unreadable photo").contains(new ImageSize(641, 480));
    }
  }

  @Test
  void photos_are_not_opened_unless_asked() throws IOException {
    split(root, 1);
    Files.write(root.resolve("image/000001.jpg"), new byte[0]);
    try (Dataset dataset = open(root)) {
      DatasetSplit split = dataset.splits().getFirst();
      List<PhotoReading> readings =
          read(split, ReadOptions.defaults().withThreads(1).withImageHeaders(false));
      assertThat(readings.getFirst().findings()).isEmpty();
      assertThat(readings.getFirst().photo().orElseThrow().size()).isEmpty();
    }
  }

  @Test
  void missing_files_on_either_side_are_reported() throws IOException {
    split(root.resolve("train"), 3);
    Files.delete(root.resolve("train/annos/000002.json"));
    Files.delete(root.resolve("train/image/000003.jpg"));
    try (Dataset dataset = open(root)) {
      DatasetSplit train = dataset.splits().getFirst();
      assertThat(findings(train))
          .containsExactly(
              Finding.ofFile(
                  Rule.ANNOTATION_MISSING,
                  "train/annos/000002.json",
                  "no such file",
                  "the annotation of this photo"),
              Finding.ofFile(
                  Rule.IMAGE_MISSING,
                  "train/image/000003.jpg",
                  "no such file",
                  "the photo of this annotation"));
      assertThat(photos(train)).extracting(Photo::imageId).containsExactly(1, 3);
      assertThat(train.openImage(3)).isEmpty();
    }
  }

  @Test
  void gaps_in_the_numbering_are_reported() throws IOException {
    for (int id : new int[] {2, 3, 7, 1_000_000}) {
      SampleFolder.annotation(root.resolve("train"), id);
    }
    try (Dataset dataset = open(root)) {
      DatasetSplit train = dataset.splits().getFirst();
      assertThat(train.fileFindings())
          .extracting(Finding::found)
          .containsExactly(
              "no file of image 1", "no files of images 4 to 6", "no files of images 8 to 999999");
      assertThat(train.fileFindings())
          .allMatch(f -> f.rule() == Rule.NUMBERING_GAP && f.file().equals("train"));
      assertThat(photos(train)).extracting(Photo::imageId).containsExactly(2, 3, 7, 1_000_000);
      assertThat(photos(train).getLast().fileName()).isEqualTo("1000000.jpg");
    }
  }

  @Test
  void stray_names_are_reported_up_to_a_limit() throws IOException {
    split(root.resolve("train"), 1);
    Path images = root.resolve("train/image");
    for (String name :
        List.of("1.jpg", "000002.JPG", "000002.png", "0000003.jpg", "000000.jpg", "00000a.jpg")) {
      Files.write(images.resolve(name), new byte[0]);
    }
    try (Dataset dataset = open(root)) {
      assertThat(findings(dataset.splits().getFirst()))
          .extracting(Finding::place)
          .containsExactly(
              "train/image/000000.jpg",
              "train/image/0000003.jpg",
              "train/image/000002.JPG",
              "train/image/000002.png",
              "train/image/00000a.jpg",
              "train/image/1.jpg");
    }
    for (int i = 0; i < 60; i++) {
      Files.write(images.resolve("stray" + i), new byte[0]);
    }
    try (Dataset dataset = open(root)) {
      List<Finding> findings = dataset.splits().getFirst().fileFindings();
      assertThat(findings).hasSize(51);
      assertThat(findings.getLast().found()).isEqualTo("16 more files of other names");
      assertThat(findings.getLast().file()).isEqualTo("train/image/");
    }
  }

  @Test
  void odd_photos_are_reported_and_their_annotations_used() throws IOException {
    split(root.resolve("train"), 5);
    Path images = root.resolve("train/image");
    Files.write(images.resolve("000001.jpg"), new JpegBytes().frame(0xC0, 9, 8, 1).toByteArray());
    Files.write(images.resolve("000002.jpg"), new JpegBytes().frame(0xC0, 9, 8, 4).toByteArray());
    Files.write(
        images.resolve("000003.jpg"),
        new JpegBytes().exif(ByteOrder.BIG_ENDIAN, 6).frame(0xC0, 9, 8, 3).toByteArray());
    Files.writeString(images.resolve("000004.jpg"), "GIF89a");
    Files.delete(images.resolve("000005.jpg"));
    Files.createDirectory(images.resolve("000005.jpg"));
    try (Dataset dataset = open(root)) {
      DatasetSplit train = dataset.splits().getFirst();
      List<Finding> findings = findings(train);
      assertThat(findings)
          .extracting(Finding::rule)
          .containsExactly(
              Rule.IMAGE_COLOUR,
              Rule.IMAGE_COLOUR,
              Rule.IMAGE_ROTATED,
              Rule.IMAGE_HEADER,
              Rule.IMAGE_HEADER);
      assertThat(findings)
          .extracting(Finding::toString)
          .startsWith(
              "train/image/000001.jpg: found a grey JPEG, expected 3 colour components",
              "train/image/000002.jpg: found 4 colour components, expected 3 colour components",
              "train/image/000003.jpg: found EXIF orientation 6, expected 1 or none; annotations"
                  + " refer to the stored pixels, so do not rotate",
              "train/image/000004.jpg: found a file that starts with 47 49 instead of FF D8,"
                  + " expected a JPEG");
      assertThat(photos(train)).hasSize(5);
      assertThat(photos(train).get(2).size()).as("not rotated").contains(new ImageSize(9, 8));
      assertThat(photos(train).get(3).size()).isEmpty();
    }
  }

  @Test
  void unreadable_and_oversized_annotations_are_reported() throws IOException {
    split(root.resolve("train"), 3);
    Path annotations = root.resolve("train/annos");
    Files.delete(annotations.resolve("000001.json"));
    Files.createDirectory(annotations.resolve("000001.json"));
    Files.writeString(
        annotations.resolve("000002.json"),
        SampleText.SKIRT + " ".repeat(AnnotationParser.LARGEST));
    Files.writeString(
        annotations.resolve("000003.json"),
        SampleText.SKIRT + " ".repeat(AnnotationParser.LARGEST - SampleText.SKIRT.length()));
    try (Dataset dataset = open(root)) {
      DatasetSplit train = dataset.splits().getFirst();
      assertThat(findings(train))
          .extracting(Finding::rule)
          .containsExactly(Rule.FILE_UNREADABLE, Rule.FILE_TOO_LARGE);
      assertThat(photos(train)).extracting(Photo::imageId).containsExactly(3);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void photos_come_in_order_with_any_number_of_threads(int threads) throws IOException {
    int count = 300;
    split(root, count);
    List<Integer> progress = new ArrayList<>();
    try (Dataset dataset = open(root)) {
      List<PhotoReading> readings =
          read(
              dataset.splits().getFirst(),
              ReadOptions.defaults().withThreads(threads).withProgress(progress::add));
      assertThat(readings)
          .extracting(PhotoReading::imageId)
          .containsExactlyElementsOf(IntStream.rangeClosed(1, count).boxed().toList());
      assertThat(readings).allMatch(r -> r.findings().isEmpty() && r.photo().isPresent());
    }
    assertThat(progress).isSorted().endsWith(count);
  }

  @Test
  void no_threads_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReadOptions.defaults().withThreads(0))
        .withMessage("Expected at least 1 thread, but got 0");
  }

  @Test
  void pipe_in_place_of_a_file_is_reported_and_not_waited_for() throws Exception {
    split(root.resolve("train"), 2);
    Path annotation = root.resolve("train/annos/000001.json");
    Path image = root.resolve("train/image/000002.jpg");
    Files.delete(annotation);
    Files.delete(image);
    for (Path pipe : List.of(annotation, image)) {
      Process mkfifo;
      try {
        mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
      } catch (IOException e) {
        Assumptions.abort("There is no mkfifo here");
        return;
      }
      assertThat(mkfifo.waitFor()).isZero();
    }
    try (Dataset dataset = open(root)) {
      List<Finding> findings = findings(dataset.splits().getFirst());
      assertThat(findings)
          .extracting(Finding::rule)
          .containsExactly(Rule.FILE_UNREADABLE, Rule.IMAGE_HEADER);
      assertThat(findings).extracting(Finding::found).containsOnly("a pipe or device");
    }
  }

  @Test
  void missing_path_and_empty_folder_are_refused_in_one_line() throws IOException {
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> open(root.resolve("nowhere")))
        .withMessage("There is no %s: check the path", root.resolve("nowhere"));
    Path empty = Files.createDirectory(root.resolve("empty"));
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> open(empty))
        .withMessageStartingWith("No DeepFashion2 data in " + empty)
        .withMessageMatching("[^\\n]+");
    Files.writeString(empty.resolve("readme.json"), "{}");
    assertThatExceptionOfType(DatasetException.class).isThrownBy(() -> open(empty));
  }

  @Test
  void only_annotated_split_must_be_one() throws IOException {
    SampleFolder.photo(root.resolve("test"), 1);
    try (Dataset dataset = open(root)) {
      assertThatExceptionOfType(DatasetException.class)
          .isThrownBy(() -> dataset.onlyAnnotatedSplit("convert"))
          .withMessage("%s has no annotations: convert needs a split with annos/NNNNNN.json", root);
    }
    split(root.resolve("train"), 1);
    try (Dataset dataset = open(root)) {
      assertThat(dataset.onlyAnnotatedSplit("convert").name()).isEqualTo("train");
    }
    split(root.resolve("validation"), 1);
    try (Dataset dataset = open(root)) {
      assertThatExceptionOfType(DatasetException.class)
          .isThrownBy(() -> dataset.onlyAnnotatedSplit("convert"))
          .withMessage(
              "%s has the splits train, validation, test: convert works on one, such as %s",
              root, root.resolve("train"));
    }
  }
}
