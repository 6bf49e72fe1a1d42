package dev.wardrobe.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.SampleItems;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.RleMask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationFolderTest {
  private static final Item SKIRT = SampleItems.item(1, Category.SKIRT, 2);

  @TempDir private Path folder;

  private final List<Finding> findings = new ArrayList<>();

  private int write(Photo... photos) {
    return AnnotationFolder.write(
        List.of(photos), folder.resolve("train"), Optional.empty(), findings::add);
  }

  private static Photo named(int id, String fileName, Optional<Source> source) {
    return new Photo(id, fileName, Optional.empty(), source, 4, List.of(SKIRT));
  }

  @Test
  void photos_are_read_back_as_they_were() {
    Photo first = SampleItems.photo(1, Source.USER, 3, SKIRT);
    Photo second =
        SampleItems.photo(2, Source.SHOP, 3, SKIRT, SampleItems.item(2, Category.VEST, 0));
    assertThat(write(first, second)).isEqualTo(2);
    ImageSizes sizes = ImageSizes.read(folder.resolve("train/sizes.json"));
    List<Photo> read = new ArrayList<>();
    try (Dataset dataset =
        Dataset.open(folder.resolve("train"), new DatasetOptions(() -> new char[0], sizes))) {
      dataset
          .splits()
          .getFirst()
          .forEach(ReadOptions.defaults(), reading -> reading.photo().ifPresent(read::add));
    }
    assertThat(read).containsExactly(first, second);
    assertThat(findings).isEmpty();
  }

  @Test
  void number_comes_from_the_file_name_else_from_the_image_id() throws IOException {
    Optional<Source> shop = Optional.of(Source.SHOP);
    assertThat(write(named(5, "000123.jpg", shop), named(1_234_567, "dress.png", shop)))
        .isEqualTo(2);
    assertThat(folder.resolve("train/annos/000123.json")).exists();
    assertThat(folder.resolve("train/annos/1234567.json")).exists();
    assertThat(Files.readString(folder.resolve("train/sizes.json"))).isEqualTo("{}");
  }

  @Test
  void number_too_long_for_a_file_name_is_left_out() {
    Optional<Source> shop = Optional.of(Source.SHOP);
    assertThat(write(named(2_000_000_000, "dress.png", shop))).isZero();
    assertThat(findings).singleElement().asString().contains("found 2000000000");
  }

  @Test
  void failed_run_leaves_nothing_behind() {
    Photo good = SampleItems.photo(1, Source.USER, 3, SKIRT);
    Photo withoutSource = named(2, "000002.jpg", Optional.empty());
    assertThatThrownBy(() ->
            AnnotationFolder.write(
                List.of(good, withoutSource),
                folder.resolve("train"),
                Optional.empty(),
                finding -> {
                  throw new IllegalStateException("a failure half-way");
                }))
        .hasMessage("a failure half-way");
    assertThat(folder.resolve("train")).isEmptyDirectory();
  }

  @Test
  void sizes_already_there_are_left_alone() throws IOException {
    Path sizes = Files.createDirectories(folder.resolve("train")).resolve("sizes.json");
    Files.writeString(sizes, "old");
    assertThatThrownBy(() -> write(SampleItems.photo(1, Source.USER, 3, SKIRT)))
        .isInstanceOf(DatasetException.class)
        .hasMessage("%s is there already: name a folder without annotations".formatted(sizes));
    assertThat(sizes).hasContent("old");
    assertThat(folder.resolve("train/annos")).doesNotExist();
  }

  @Test
  void sizes_are_listed_by_number() throws IOException {
    write(
        SampleItems.photo(12, Source.USER, 1, SKIRT), SampleItems.photo(3, Source.USER, 1, SKIRT));
    assertThat(Files.readString(folder.resolve("train/sizes.json")))
        .isEqualTo("{\"000003\": [400, 300], \"000012\": [400, 300]}");
  }

  @Test
  void second_photo_of_a_number_is_reported_and_the_first_kept() throws IOException {
    Optional<Source> shop = Optional.of(Source.SHOP);
    assertThat(write(named(7, "a.jpg", Optional.of(Source.USER)), named(9, "000007.jpg", shop)))
        .isEqualTo(1);
    assertThat(Files.readString(folder.resolve("train/annos/000007.json"))).contains("\"user\"");
    assertThat(findings)
        .containsExactly(
            new Finding(
                Rule.PHOTO_VALUE,
                "000007.jpg",
                "",
                "image id",
                "7 a second time",
                "each number once"));
  }

  @Test
  void photo_without_source_takes_the_fallback_or_is_reported() throws IOException {
    Photo unknown = named(1, "000001.jpg", Optional.empty());
    assertThat(write(unknown)).isZero();
    assertThat(findings)
        .extracting(Finding::toString)
        .containsExactly("000001.jpg source: found none, expected \"shop\" or \"user\"");
    AnnotationFolder.write(
        List.of(unknown), folder.resolve("b"), Optional.of(Source.USER), findings::add);
    assertThat(Files.readString(folder.resolve("b/annos/000001.json"))).contains("\"user\"");
  }

  @Test
  void image_id_zero_is_reported() {
    assertThat(write(named(0, "zero.jpg", Optional.of(Source.USER)))).isZero();
    assertThat(findings)
        .extracting(Finding::toString)
        .containsExactly(
            "zero.jpg image id: found 0, expected a number of 1 to 9 digits, from 1 on");
  }

  @Test
  void run_lengths_are_left_out_and_reported() throws IOException {
    Item rle =
        new Item(
            2,
            Category.SKIRT,
            0,
            SKIRT.boundingBox(),
            SKIRT.landmarks(),
            RleMask.empty(new ImageSize(400, 300)),
            SKIRT.attributes());
    assertThat(write(SampleItems.photo(1, Source.USER, 3, SKIRT, rle))).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("train/annos/000001.json")))
        .contains("item1")
        .doesNotContain("item2");
    assertThat(findings)
        .singleElement()
        .hasToString(
            "000001.jpg item2.segmentation: found run lengths, expected polygons:"
                + " DeepFashion2's format has no run lengths");
  }

  @Test
  void folder_with_annotations_is_left_alone() throws IOException {
    Path annotations = Files.createDirectories(folder.resolve("train/annos"));
    Path old = Files.writeString(annotations.resolve("000001.json"), "old");
    assertThatThrownBy(() -> write(SampleItems.photo(1, Source.USER, 3, SKIRT)))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            "%s has files already: name a folder without annotations".formatted(annotations));
    assertThat(old).hasContent("old");
  }

  @Test
  void folder_that_a_vain_run_left_empty_can_be_filled() {
    assertThat(write(named(1, "000001.jpg", Optional.empty()))).isZero();
    assertThat(folder.resolve("train")).isEmptyDirectory();
    assertThat(write(named(1, "000001.jpg", Optional.of(Source.USER)))).isEqualTo(1);
  }

  @Test
  void file_in_place_of_the_folder_is_refused_in_words() throws IOException {
    Path file = Files.createFile(folder.resolve("train"));
    assertThatThrownBy(() -> write(SampleItems.photo(1, Source.USER, 3, SKIRT)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("Cannot write")
        .hasMessageContaining(file.toString());
  }
}
