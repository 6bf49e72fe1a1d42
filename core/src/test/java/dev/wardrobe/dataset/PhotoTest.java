package dev.wardrobe.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.PolygonMask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoTest {
  @ParameterizedTest
  @CsvSource({"1, 000001.jpg", "191961, 191961.jpg", "1000000, 1000000.jpg"})
  void file_name_has_at_least_six_digits(int imageId, String expected) {
    assertThat(Photo.fileNameOf(imageId)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, -7})
  void negative_image_id_is_refused(int imageId) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> photo(imageId, List.of()))
        .withMessage("Expected an image id of at least 0, but got " + imageId);
  }

  @Test
  void items_are_copied() {
    List<Item> items =
        new ArrayList<>(
            List.of(
                new Item(
                    1,
                    Category.SKIRT,
                    0,
                    Coordinates.ofIntegers(1, 1, 2, 2),
                    Landmarks.of(new double[24]),
                    new PolygonMask(List.of()),
                    Attributes.UNKNOWN)));
    Photo photo = photo(1, items);
    items.clear();
    assertThat(photo.items()).hasSize(1);
  }

  private static Photo photo(int imageId, List<Item> items) {
    return new Photo(imageId, "000001.jpg", Optional.empty(), Optional.empty(), 0, items);
  }
}
