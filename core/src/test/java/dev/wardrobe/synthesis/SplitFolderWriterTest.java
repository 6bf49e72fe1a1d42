package dev.wardrobe.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Split;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.DatasetOptions;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.ImageSizes;
import dev.wardrobe.files.ReadOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitFolderWriterTest {
  @TempDir Path temp;

  private Path write(SynthesisOptions options, String name, boolean pixels, int threads) {
    Path folder = temp.resolve(name).resolve(options.split().folderName());
    SplitFolderWriter.write(new PhotoGenerator(options), folder, pixels, threads, done -> {});
    return folder;
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(
            folder.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }

  private static void assertReadsBack(Path folder, ImageSizes sizes, SynthesisOptions options) {
    PhotoGenerator generator = new PhotoGenerator(options);
    List<Photo> read = new ArrayList<>();
    try (Dataset dataset = Dataset.open(folder, new DatasetOptions(() -> new char[0], sizes))) {
      DatasetSplit split = dataset.onlyAnnotatedSplit("a test");
      assertThat(split.fileFindings()).isEmpty();
      split.forEach(
          ReadOptions.defaults(),
          reading -> {
            assertThat(reading.findings()).isEmpty();
            read.add(reading.photo().orElseThrow());
          });
    }
    assertThat(read).hasSize(options.photos());
    for (Photo photo : read) {
      assertThat(photo).isEqualTo(generator.photo(photo.imageId()));
    }
  }

  @Test
  void annotations_and_sizes_read_back_without_a_finding() {
    SynthesisOptions options = SynthesisOptions.of(Split.VALIDATION, 150, 5);
    Path folder = write(options, "a", false, 2);
    assertThat(folder.resolve("image")).doesNotExist();
    assertReadsBack(folder, ImageSizes.read(folder.resolve("sizes.json")), options);
  }

  @Test
  void photos_read_back_without_a_finding() {
    SynthesisOptions options = SynthesisOptions.of(Split.TRAIN, 10, 5).withSides(128, 160);
    Path folder = write(options, "a", true, 2);
    assertThat(folder.resolve("sizes.json")).doesNotExist();
    assertReadsBack(folder, ImageSizes.NONE, options);
  }

  @Test
  void number_of_threads_does_not_change_a_byte() throws IOException {
    SynthesisOptions options = SynthesisOptions.of(Split.TRAIN, 90, 5).withSides(128, 160);
    Map<String, String> one = contents(write(options, "one", true, 1));
    assertThat(one).hasSize(180).isEqualTo(contents(write(options, "four", true, 4)));
  }

  @Test
  void progress_ends_with_all_photos() {
    List<Integer> done = new ArrayList<>();
    PhotoGenerator generator = new PhotoGenerator(SynthesisOptions.of(Split.TRAIN, 70, 1));
    SplitSummary summary =
        SplitFolderWriter.write(generator, temp.resolve("train"), false, 2, done::add);
    assertThat(done).containsExactly(32, 64, 70);
    SplitSummary counted = SplitSummary.NONE;
    for (int id = 1; id <= 70; id++) {
      counted = counted.with(generator.photo(id));
    }
    assertThat(summary).isEqualTo(counted);
    assertThat(summary.photos()).isEqualTo(70);
    assertThat(summary.consumerPhotos() + summary.shopPhotos()).isEqualTo(70);
  }

  @Test
  void folder_with_files_is_refused() throws IOException {
    Files.writeString(temp.resolve("old.txt"), "old");
    PhotoGenerator generator = new PhotoGenerator(SynthesisOptions.of(Split.TRAIN, 2, 1));
    assertThatThrownBy(() -> SplitFolderWriter.write(generator, temp, false, 1, done -> {}))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("is not empty");
  }

  @Test
  void file_in_place_of_a_folder_is_refused_and_empty_folders_are_not() throws IOException {
    SplitFolderWriter.requireEmpty(temp);
    SplitFolderWriter.requireEmpty(temp.resolve("new"));
    Path file = Files.writeString(temp.resolve("file"), "");
    assertThatThrownBy(() -> SplitFolderWriter.requireEmpty(file))
        .isInstanceOf(DatasetException.class)
        .hasMessage(file + " is a file: choose a folder");
  }

  @Test
  void folder_that_cannot_be_made_is_reported() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");
    PhotoGenerator generator = new PhotoGenerator(SynthesisOptions.of(Split.TRAIN, 2, 1));
    assertThatThrownBy(
            () -> SplitFolderWriter.write(generator, file.resolve("train"), false, 1, done -> {}))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith("Cannot write to ")
        .hasMessageNotContaining("train: " + file.resolve("train"));
  }

  @Test
  void no_thread_is_refused_before_anything_is_written() {
    PhotoGenerator generator = new PhotoGenerator(SynthesisOptions.of(Split.TRAIN, 2, 1));
    Path folder = temp.resolve("train");
    assertThatThrownBy(() -> SplitFolderWriter.write(generator, folder, false, 0, done -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected at least 1 thread, but got 0");
    assertThat(folder).doesNotExist();
  }

  @Test
  void failure_of_the_split_reaches_the_caller() {
    SyntheticSplit broken =
        new SyntheticSplit() {
          @Override
          public int photoCount() {
            return 3;
          }

          @Override
          public SyntheticPhoto compose(int imageId) {
            throw new IllegalStateException("no photo today");
          }
        };
    assertThatThrownBy(
            () -> SplitFolderWriter.write(broken, temp.resolve("x"), false, 2, done -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no photo today");
  }
}
