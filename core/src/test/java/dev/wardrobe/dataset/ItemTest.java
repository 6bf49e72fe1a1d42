package dev.wardrobe.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.PolygonMask;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemTest {
  private static final Coordinates BOX = Coordinates.ofIntegers(10, 20, 30, 50);

  @Test
  void box_and_key_come_from_the_file() {
    Item item = item(3, 7, BOX, 8);
    assertThat(item.box()).isEqualTo(new Box(10, 20, 30, 50));
    assertThat(item.key()).isEqualTo("item3");
  }

  @Test
  void empty_box_is_allowed() {
    assertThat(item(1, 0, Coordinates.ofIntegers(5, 5, 5, 5), 8).box().area()).isZero();
  }

  @Test
  void box_of_other_than_four_numbers_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> item(1, 0, Coordinates.ofIntegers(1, 2, 3), 8))
        .withMessage("Expected a box of 4 numbers, but got [1, 2, 3]");
  }

  @Test
  void box_turned_inside_out_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> item(1, 0, Coordinates.ofIntegers(5, 1, 4, 2), 8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> item(1, 0, Coordinates.ofIntegers(1, 5, 2, 4), 8));
  }

  @Test
  void negative_style_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> item(1, -1, BOX, 8))
        .withMessage("Expected a style of at least 0, but got -1");
  }

  @Test
  void landmarks_of_another_category_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> item(1, 0, BOX, 9))
        .withMessage("Expected 8 landmarks for skirt, but got 9");
  }

  private static Item item(int number, int style, Coordinates box, int landmarks) {
    return new Item(
        number,
        Category.SKIRT,
        style,
        box,
        Landmarks.of(new double[3 * landmarks]),
        new PolygonMask(List.of()),
        Attributes.UNKNOWN);
  }
}
