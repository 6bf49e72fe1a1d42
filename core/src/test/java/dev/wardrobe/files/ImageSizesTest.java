package dev.wardrobe.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wardrobe.structures.ImageSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageSizesTest {
  @TempDir private Path folder;

  @Test
  void sizes_are_found_by_image_id() throws IOException {
    ImageSizes sizes = ImageSizes.read(file("{\"000001\": [468, 624], \"1000000\": [1, 2]}"));
    assertThat(sizes.count()).isEqualTo(2);
    assertThat(sizes.of(1)).contains(new ImageSize(468, 624));
    assertThat(sizes.of(1_000_000)).contains(new ImageSize(1, 2));
    assertThat(sizes.of(2)).isEmpty();
  }

  @Test
  void order_and_repetition_do_not_matter() throws IOException {
    ImageSizes sizes =
        ImageSizes.read(
            file("{\"000003\": [3, 4], \"000001\": [65535, 1], \"000003\": [5, 65535]}"));
    assertThat(sizes.count()).isEqualTo(2);
    assertThat(sizes.of(1)).contains(new ImageSize(65_535, 1));
    assertThat(sizes.of(2)).isEmpty();
    assertThat(sizes.of(3)).contains(new ImageSize(5, 65_535));
    assertThat(sizes.of(4)).isEmpty();
  }

  @Test
  void empty_object_has_no_sizes() throws IOException {
    assertThat(ImageSizes.read(file("{}")).count()).isZero();
    assertThat(ImageSizes.NONE.of(1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1]||a list [...]",
        "''||nothing",
        "{\"1\": [1, 2]}|1|a name of no six digits",
        "{\"000001.jpg\": [1, 2]}|000001.jpg|a name of no six digits",
        "{\"000001\": 5}|000001|no list",
        "{\"000001\": [5]}|000001|other values",
        "{\"000001\": [5, 0]}|000001|other values",
        "{\"000001\": [-5, 6]}|000001|other values",
        "{\"000001\": [5.0, 6]}|000001|other values",
        "{\"000001\": [\"5\", 6]}|000001|other values",
        "{\"000001\": [5, 65536]}|000001|other values",
        "{\"000001\": [5, 6, 3]}|000001|other values"
      })
  void other_content_is_refused_with_its_place(String json, String name, String found)
      throws IOException {
    Path file = file(json);
    String place = name == null ? "" : ", \"" + name + "\"";
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> ImageSizes.read(file))
        .withMessage(
            "Sizes file %s%s: found %s, expected {\"000001\": [width, height], ...} with sides 1 to 65535",
            file, place, found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"000001\": [5, 6]", "{\"000001\": [99999999999, 6]}", "{'a': 1}"})
  void broken_json_is_refused_with_its_place(String json) throws IOException {
    Path file = file(json);
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> ImageSizes.read(file))
        .withMessageStartingWith("Cannot read the sizes in " + file + ": at line 1 column ")
        .withMessageMatching("[^\\n]+");
  }

  @Test
  void missing_file_and_folder_are_refused() {
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> ImageSizes.read(folder.resolve("none.json")))
        .withMessage("There is no sizes file %s: check the path", folder.resolve("none.json"));
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> ImageSizes.read(folder))
        .withMessageStartingWith("Cannot read the sizes in " + folder);
  }

  private Path file(String json) throws IOException {
    return Files.writeString(folder.resolve("sizes.json"), json);
  }
}
